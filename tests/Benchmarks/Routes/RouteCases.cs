using Testing;

namespace Benchmarks.Routes;

/// <summary>
/// <c>routes [--cases FILE]</c>: runs cases through the engine of the API and prints pass or the difference for each, the
/// dangerous errors (unknown → yes, no → yes) apart. Without a file, the product's own cases.
/// </summary>
public static class RouteCases
{
    /// <summary>Exit code 0 when every case passes, 1 when not, 2 when the file cannot be read or holds no case.</summary>
    public static Task<int> Run(string[] args) => Task.FromResult(Run(args, Console.Out, Console.Error));

    /// <summary>The same, told to those writers.</summary>
    public static int Run(string[] args, TextWriter told, TextWriter faults)
    {
        if (args is not ([] or ["--cases", _]))
        {
            faults.WriteLine("routes [--cases FILE]");
            return 2;
        }
        string[] files = args is [_, var file] ? [file] : [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)];
        List<CaseOutcome> outcomes = [];
        foreach (var path in files)
        {
            if (!File.Exists(path))
            {
                faults.WriteLine($"{path} finns inte.");
                return 2;
            }
            List<(string Id, RouteCase? Case, string? Error)> cases;
            try
            {
                cases = [.. RouteCase.Read(path)];
            }
            catch (System.Text.Json.JsonException exception)
            {
                faults.WriteLine($"{path} kan inte läsas: {exception.Message}");
                return 2;
            }
            if (cases.Count == 0)
            {
                faults.WriteLine($"{path} har inga fall.");
                return 2;
            }
            foreach (var (id, @case, error) in cases)
            {
                var outcome = @case is null ? new CaseOutcome(id, [$"kan inte läsas: {error}"], []) : RouteCheck.Check(@case);
                outcomes.Add(outcome);
                if (@case is not null && error is not null) told.WriteLine($"note  {id}: {error}");
                told.WriteLine(outcome.Passes ? $"pass  {id}" : $"FAIL  {id}\n      {string.Join("\n      ", outcome.Differences)}");
            }
        }
        told.WriteLine();
        told.WriteLine($"{outcomes.Count(outcome => outcome.Passes)} of {outcomes.Count} cases pass");
        var dangerous = outcomes.SelectMany(outcome => outcome.Dangerous.Select(danger => $"{outcome.Id} {danger}")).ToList();
        told.WriteLine($"dangerous errors (unknown → yes, no → yes): {dangerous.Count}");
        foreach (var danger in dangerous) told.WriteLine($"      {danger}");
        return outcomes.All(outcome => outcome.Passes) ? 0 : 1;
    }

    /// <summary>Where the product's own cases are.</summary>
    public static string Folder => Path.Combine(Repository.Root, "tests", "Matchmaking.Tests", "Routes", "cases");
}
