using System.Diagnostics;

namespace AppHost.Local.Engine;

/// <summary>What a person sees, and one log per resource below the data folder.</summary>
internal sealed class Output(string logs, bool verbose, TextWriter console) : IDisposable
{
    private const int MostShown = 400;
    private readonly Dictionary<string, StreamWriter> files = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock turn = new();

    /// <summary>
    /// False while things start: then one complains that another is not there yet, which is no news. All of it is in the logs.
    /// </summary>
    public bool ShowWarnings { get; set; }

    /// <summary>Since the start, in seconds.</summary>
    public double Now => clock.Elapsed.TotalSeconds;

    public void Say(string text)
    {
        lock (turn) console.WriteLine(text);
    }

    /// <summary>One line about a resource, such as that it is ready.</summary>
    public void Tell(string resource, string what) => Say($"{Now,6:0.0} s  {resource,-26} {what}");

    /// <summary>A line that a process wrote: into its log, and onto the screen when it is worth it.</summary>
    public void Write(string resource, string line)
    {
        lock (turn)
        {
            if (!files.TryGetValue(resource, out var file)) files[resource] = file = Open(resource);
            file.WriteLine(line);
            if (verbose || (ShowWarnings && IsWarning(line))) console.WriteLine($"{resource} | {(line.Length > MostShown ? line[..MostShown] + " …" : line)}");
        }
    }

    public string LogOf(string resource) => Path.Combine(logs, $"{resource}.log");

    public string Tail(string resource, int lines = 15)
    {
        lock (turn) return File.Exists(LogOf(resource)) ? string.Join('\n', File.ReadLines(LogOf(resource)).TakeLast(lines)) : "";
    }

    public void Dispose()
    {
        lock (turn)
        {
            foreach (var file in files.Values) file.Dispose();
            files.Clear();
        }
    }

    /// <summary>The last run's log is kept beside the new one.</summary>
    private StreamWriter Open(string resource)
    {
        Directory.CreateDirectory(logs);
        var path = LogOf(resource);
        if (File.Exists(path)) File.Move(path, Path.ChangeExtension(path, ".previous.log"), overwrite: true);
        return new StreamWriter(path) { AutoFlush = true };
    }

    // The console formatter begins each entry with the time and one of these words.
    private static bool IsWarning(string line)
    {
        var start = line.AsSpan(0, Math.Min(line.Length, 24));
        return start.Contains("warn:", StringComparison.Ordinal) || start.Contains("fail:", StringComparison.Ordinal)
            || start.Contains("crit:", StringComparison.Ordinal) || start.StartsWith("Unhandled exception", StringComparison.Ordinal);
    }
}
