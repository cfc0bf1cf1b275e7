using System.Diagnostics;
using System.Globalization;
using Matchmaking.Matching;
using Npgsql;

namespace Benchmarks.Matching;

/// <summary>
/// match-changes [rate 50] [seconds 20]: changes of needs and enterprises in turn, written at a fixed rate whatever the answers (open
/// model), and the time from their commit until a match that the index gives shows them. The aim is 1 s for 99 of 100.
/// </summary>
internal static class MatchChanges
{
    private const double AimMilliseconds = 1000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5), GivenUp = TimeSpan.FromSeconds(60);

    public static async Task<int> Run(string[] args)
    {
        var (rate, seconds) = (Number(args, 0, 50), Number(args, 1, 20));
        var changes = rate * seconds;
        var country = new Country(Math.Max(2_000, changes));
        await using var service = await MatchingService.Start(country.Fill);
        var planned = country.Changes(service.Index, changes);
        Console.WriteLine(Say($"{country.Enterprises.Count} enterprises, {country.Enterprises.Sum(e => e.Offers.Count)} offers, {country.Needs.Count} open needs; {planned.Count} changes at {rate}/s; load {await Load()}"));

        var open = new List<Sent>();
        using var written = new CancellationTokenSource();
        var watching = Task.Run(() => Watch(service.Index, open, written.Token));
        var saves = new List<Task>();
        var clock = Stopwatch.StartNew();
        foreach (var (n, change) in planned.Index())
        {
            var due = TimeSpan.FromSeconds((double)n / rate) - clock.Elapsed;
            if (due > TimeSpan.FromMilliseconds(1)) await Task.Delay(due);
            lock (open) open.Add(new(change, DateTimeOffset.UtcNow));
            saves.Add(change.Write(service));
        }
        await Task.WhenAll(saves);
        var took = clock.Elapsed;
        await written.CancelAsync();
        var seen = await watching;

        var committed = await Commits(service.Database);
        List<double> fromCommit = [.. seen.Select(s => (Epoch(s.At) - committed[s.Sent.Change.Id]) * 1000).Order()];
        List<double> fromPlan = [.. seen.Select(s => (s.At - s.Sent.At).TotalMilliseconds).Order()];
        Console.WriteLine(Say($"{saves.Count} written in {took.TotalSeconds:0.0} s, {seen.Count} seen; load {await Load()}"));
        Print("commit to visible", fromCommit);
        Print("sent to visible  ", fromPlan);
        var met = seen.Count == planned.Count && At(fromCommit, .99) <= AimMilliseconds;
        Console.WriteLine(Say($"aim p99 {AimMilliseconds:0} ms: {(met ? "met" : "NOT met")}"));
        return met ? 0 : 1;
    }

    /// <summary>Asks the index over and over for each change that it has not shown yet.</summary>
    private static async Task<List<Seen>> Watch(MatchIndex index, List<Sent> open, CancellationToken written)
    {
        var seen = new List<Seen>();
        var sinceWritten = new Stopwatch();
        while (sinceWritten.Elapsed < GivenUp)
        {
            if (written.IsCancellationRequested) sinceWritten.Start();
            Sent[] waiting;
            lock (open) waiting = [.. open];
            if (waiting.Length == 0 && written.IsCancellationRequested) break;
            var shown = waiting.Where(sent => sent.Change.Shows(index)).Select(sent => new Seen(sent, DateTimeOffset.UtcNow)).ToList();
            seen.AddRange(shown);
            lock (open) open.RemoveAll(sent => shown.Any(s => s.Sent == sent));
            await Task.Delay(Look, CancellationToken.None);
        }
        return seen;
    }

    /// <summary>Seconds since 1970 at which the newest row of each need and enterprise was committed.</summary>
    private static async Task<Dictionary<Guid, double>> Commits(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            select id, extract(epoch from pg_xact_commit_timestamp(changed_in::xid))::float8
            from (select id, changed_in from need_copy union all select id, changed_in from enterprise_copy) copies
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var times = new Dictionary<Guid, double>();
        while (await reader.ReadAsync()) times[reader.GetGuid(0)] = reader.GetDouble(1);
        return times;
    }

    private static void Print(string what, List<double> sorted) => Console.WriteLine(Say(
        $"{what}  p50 {At(sorted, .5):0} ms  p95 {At(sorted, .95):0} ms  p99 {At(sorted, .99):0} ms  worst {At(sorted, 1):0} ms"));

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    private static double Epoch(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalSeconds;
    private static int Number(string[] args, int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
    private static string Say(FormattableString text) => FormattableString.Invariant(text);
    private static async Task<string> Load() => (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];

    /// <summary>A change and when it was sent.</summary>
    private sealed record Sent(Change Change, DateTimeOffset At);

    /// <summary>A change and when the index first showed it.</summary>
    private sealed record Seen(Sent Sent, DateTimeOffset At);
}
