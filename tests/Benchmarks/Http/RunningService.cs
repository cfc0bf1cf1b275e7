using System.Globalization;
using LocalServers.Folders;
using LocalServers.Processes;
using Testing;

namespace Benchmarks.Http;

/// <summary>A built service as a process of its own, as in operation.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly GuardedProcess process;

    private RunningService(GuardedProcess process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Processor time used so far, user and system, all threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            // Fields 14 and 15 of proc(5) stat, counted after the command's closing parenthesis; a tick is 10 ms.
            var fields = File.ReadAllText($"/proc/{process.Pid}/stat").Split(") ")[1].Split(' ');
            return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="project">Folder below the root and name of the assembly, such as <c>services/Municipalities</c>.</param>
    /// <param name="environment">As an app host would give it.</param>
    /// <param name="readyPath">What answers 200 once it is ready.</param>
    /// <param name="arguments">Arguments.</param>
    public static async Task<RunningService> StartAsync(
        string project, Dictionary<string, string?> environment, string readyPath = "/health/ready", params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        environment["ASPNETCORE_URLS"] = address.ToString();
        var process = GuardedProcess.Start(new ProcessPlan("dotnet", [Assembly(project), .. arguments]) { Environment = environment, Line = _ => { } });
        using var client = new HttpClient { BaseAddress = address };
        await Eventually.TrueAsync(async () => (await client.GetAsync(readyPath)).IsSuccessStatusCode || process.HasExited);
        return process.HasExited ? throw new InvalidOperationException($"{project} ended with {process.ExitCode}.") : new RunningService(process, address);
    }

    /// <summary>Runs it to its end, as for <c>migrate</c>.</summary>
    public static async Task RunAsync(string project, Dictionary<string, string?> environment, params string[] arguments)
    {
        var output = new List<string>();
        await using var process = GuardedProcess.Start(new ProcessPlan("dotnet", [Assembly(project), .. arguments]) { Environment = environment, Line = output.Add });
        await process.Exited;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{project} ended with {process.ExitCode}:\n{string.Join('\n', output)}");
    }

    private static string Assembly(string project)
    {
        // This program's own folder ends in bin/<configuration>/net10.0, and so does each project's.
        var output = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "Benchmarks"), AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, project, output, $"{Path.GetFileName(project) switch { "gateway" => "Gateway", var name => name }}.dll");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => process.DisposeAsync();
}
