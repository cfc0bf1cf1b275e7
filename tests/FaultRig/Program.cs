using System.Globalization;
using FaultRig.Driver;
using FaultRig.Faults;
using FaultRig.Service;

// dotnet run --project tests/FaultRig -c Release -- --seeds 20 [--seed 1] [--faults 5] [--only F4] [--no-canaries]
switch (args)
{
    case ["publisher", .. var rest]:
        await Services.RunPublisher(rest);
        return 0;
    case ["consumer", .. var rest]:
        await Services.RunConsumer(rest);
        return 0;
}

var first = int.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture);
var count = int.Parse(Option("--seeds") ?? "1", CultureInfo.InvariantCulture);
var each = int.Parse(Option("--faults") ?? "5", CultureInfo.InvariantCulture);
var only = Option("--only");
var faults = Fault.All.Where(fault => only is null || fault.Number.StartsWith(only, StringComparison.Ordinal)).ToArray();
await using var servers = await Servers.Start();
var broken = 0;
for (var seed = first; seed < first + count; seed++)
{
    var random = new Random(seed * 7919);
    // Five of them, or as many as are asked for, in an order of the seed's own.
    var order = faults.OrderBy(_ => random.Next()).Take(each).ToArray();
    Report($"seed {seed}", await Round.Run(servers, seed, order), expectRed: false);
}
if (!args.Contains("--no-canaries"))
    foreach (var (name, run) in Canaries.All) Report($"canary, {name}", await run(servers, first), expectRed: true);
Console.WriteLine(broken == 0 ? "all as it must be" : $"{broken} NOT as it must be; logs of the processes: {servers.Folder}/logs");
return broken == 0 ? 0 : 1;

void Report(string name, Result result, bool expectRed)
{
    var right = result.Findings.Count > 0 == expectRed;
    if (!right) broken++;
    Console.WriteLine($"{name}: {(right ? "ok" : "NOT OK")}; {result.Findings.Count} findings; {result.Report}");
    foreach (var finding in result.Findings.Take(expectRed ? 1 : 10)) Console.WriteLine($"  {finding}");
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
