// dotnet run --project tests/Benchmarks -c Release -- <name> [arguments]
var benchmarks = new Dictionary<string, Func<string[], Task<int>>>
{
    ["match-quality"] = Benchmarks.Matching.MatchQuality.Run,
    ["routes"] = Benchmarks.Routes.RouteCases.Run,
    ["messaging"] = Benchmarks.Messaging.MessagingBenchmark.Run,
    ["http"] = Benchmarks.Http.HttpBenchmark.RunAsync,
    ["raw-server"] = Benchmarks.Http.RawServer.RunAsync,
    ["match-situations"] = Benchmarks.Matching.Situations.Run,
    ["match-speed"] = Benchmarks.Matching.MatchSpeed.Run,
    ["match-changes"] = Benchmarks.Matching.MatchChanges.Run,
    ["search-speed"] = Benchmarks.Search.SearchSpeed.Run,
};

if (args is [var name, .. var rest] && benchmarks.TryGetValue(name, out var run)) return await run(rest);
Console.Error.WriteLine($"Name one of: {string.Join(", ", benchmarks.Keys)}");
return 2;
