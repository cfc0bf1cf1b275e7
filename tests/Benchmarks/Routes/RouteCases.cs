using Testing;

namespace Benchmarks.Routes;

/// <summary>
/// <c>routes [--cases FILE]</c>: runs cases through the engine of the API and prints pass or the difference for each, the
/// dangerous errors (unknown → yes, no → yes) apart. Without a file, the product's own cases.
/// </summary>
public static class RouteCases
{
    /// <summary>Exit code 0 when every case passes, 1 when not, 2 when the file cannot be read.</summary>
    public static Task<int> Run(string[] args)
    {
        if (args is not ([] or ["--cases", _]))
        {
            Console.Error.WriteLine("routes [--cases FILE]");
            return Task.FromResult(2);
        }
        string[] files = args is [_, var file] ? [file] : [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)];
        List<CaseOutcome> outcomes = [];
        foreach (var path in files)
        {
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"{path} finns inte.");
                return Task.FromResult(2);
            }
            foreach (var (id, @case, error) in RouteCase.Read(path))
            {
                var outcome = @case is null ? new CaseOutcome(id, [$"kan inte läsas: {error}"], []) : RouteCheck.Check(@case);
                outcomes.Add(outcome);
                if (@case is not null && error is not null) Console.WriteLine($"note  {id}: {error}");
                Console.WriteLine(outcome.Passes ? $"pass  {id}" : $"FAIL  {id}\n      {string.Join("\n      ", outcome.Differences)}");
            }
        }
        Console.WriteLine();
        Console.WriteLine($"{outcomes.Count(outcome => outcome.Passes)} of {outcomes.Count} cases pass");
        var dangerous = outcomes.SelectMany(outcome => outcome.Dangerous.Select(danger => $"{outcome.Id} {danger}")).ToList();
        Console.WriteLine($"dangerous errors (unknown → yes, no → yes): {dangerous.Count}");
        foreach (var danger in dangerous) Console.WriteLine($"      {danger}");
        return Task.FromResult(outcomes.All(outcome => outcome.Passes) ? 0 : 1);
    }

    /// <summary>Where the product's own cases are.</summary>
    public static string Folder => Path.Combine(Repository.Root, "tests", "Matchmaking.Tests", "Routes", "cases");
}
