using System.Diagnostics;
using Matchmaking.Matching;

namespace Benchmarks.Matching;

/// <summary>
/// match-speed [--small]: the time of the top 20 with reasons beside Lucene.NET's text part on the same corpus, of a changed offer
/// against all open needs, growth with the number of offers, a rebuild and a full re-match. One thread throughout; the ratios are those of
/// the time that the thread computed, so that what else the machine does stays out of them.
/// </summary>
internal static class MatchSpeed
{
    private const int WarmUp = 3, Rounds = 5, Asked = 200;

    public static Task<int> Run(string[] args)
    {
        var now = DateTimeOffset.UtcNow;
        var places = Places.Read();
        var small = args.Contains("--small");
        var (enterpriseCount, needCount) = small ? (2_000, 1_600) : (30_000, 24_000);
        var corpus = new Corpus(places);
        var enterprises = corpus.Enterprises(enterpriseCount, now);
        var needs = corpus.Needs(needCount);
        Console.WriteLine($"{enterpriseCount} enterprises, {enterpriseCount * 5} offers, {needCount} open needs; {Asked} questions × {Rounds} rounds, ours and Lucene.NET in turn");

        var watch = Stopwatch.StartNew();
        using var index = Filled(places, enterprises, needs);
        Console.WriteLine($"rebuild of the index from a replay               {watch.Elapsed.TotalSeconds:0.0} s ({watch.Elapsed.TotalMilliseconds * 1000 / (enterpriseCount * 5 + needCount):0} µs per offer or need), {GC.GetTotalMemory(true) / 1048576} MB");
        using var lucene = new LuceneText(enterprises.SelectMany(e => e.Offers.Select(o => (o.Id.ToString(), $"{o.Title} {o.Description} {e.Name} {e.Presentation}"))));

        var asked = needs.Take(Asked).ToList();
        var (ours, theirs) = (new List<Time>(), new List<Time>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var (mine, other) = (Times(asked, n => index.ForNeed(n.Id, 20).Count), Times(asked, n => lucene.Search($"{n.Title} {n.Description}", 20).Count));
            if (round < 0) continue; // the compiler settles
            ours.AddRange(mine);
            theirs.AddRange(other);
            Console.WriteLine($"  round {round + 1}: ratio of the medians {Percentile(mine, 0.5) / Percentile(other, 0.5):0.00}, of the means {Mean(mine) / Mean(other):0.00}");
        }
        Print("top 20 for a need, with reasons", ours);
        Print("Lucene.NET BM25, text part alone", theirs);
        Console.WriteLine($"ours ÷ Lucene.NET: p50 {Percentile(ours, 0.5) / Percentile(theirs, 0.5):0.00}, p99 {Percentile(ours, 0.99) / Percentile(theirs, 0.99):0.00}, mean {Mean(ours) / Mean(theirs):0.00}");

        var changed = enterprises.Take(Asked).ToList();
        Print($"changed enterprise (5 offers) against {needCount} needs", Times(changed, e => { index.Put(e); return index.ForEnterprise(e.Id, 20).Count; }));
        var single = changed.Select(e => e with { Id = Guid.NewGuid(), Offers = [e.Offers[0]] }).ToList();
        Print($"changed offer against {needCount} needs", Times(single, e => { index.Put(e); var found = index.ForEnterprise(e.Id, 20).Count; index.RemoveEnterprise(e.Id); return found; }));

        watch.Restart();
        var found = 0L;
        foreach (var need in needs) found += index.ForNeed(need.Id, 20).Count;
        Console.WriteLine($"full re-match of {needCount} needs, top 20 with reasons   {watch.Elapsed.TotalSeconds:0.0} s, {found} matches");

        Growth(places, small ? [1_000, 10_000] : [1_000, 10_000, 100_000, 300_000], asked, now);
        return Task.FromResult(0);
    }

    private static void Growth(List<MatchPlace> places, int[] sizes, List<MatchNeed> asked, DateTimeOffset now)
    {
        foreach (var size in sizes)
        {
            using var index = Filled(places, new Corpus(places).Enterprises(size / 5, now), asked);
            Times(asked, n => index.ForNeed(n.Id, 20).Count);
            Print($"top 20 among {size} offers", Times(asked, n => index.ForNeed(n.Id, 20).Count));
        }
    }

    private static MatchIndex Filled(List<MatchPlace> places, List<MatchEnterprise> enterprises, List<MatchNeed> needs)
    {
        var index = new MatchIndex();
        places.ForEach(index.Put);
        enterprises.ForEach(index.Put);
        needs.ForEach(index.Put);
        return index;
    }

    private static List<Time> Times<T>(List<T> of, Func<T, int> act) => [.. of.Select(item =>
    {
        var (start, computed) = (Stopwatch.GetTimestamp(), ThreadClock.Milliseconds);
        act(item);
        return new Time(Stopwatch.GetElapsedTime(start).TotalMilliseconds, ThreadClock.Milliseconds - computed);
    })];

    private static void Print(string what, List<Time> times) => Console.WriteLine(
        $"{what,-50} computing p50 {Percentile(times, 0.5),6:0.00} ms  p99 {Percentile(times, 0.99),6:0.00} ms  worst {times.Max(t => t.Computed),6:0.00} ms; by the watch p50 {Percentile(times, 0.5, t => t.Watch),6:0.00} ms  p99 {Percentile(times, 0.99, t => t.Watch),6:0.00} ms");

    private static double Mean(List<Time> times) => times.Average(t => t.Computed);

    private static double Percentile(List<Time> times, double part, Func<Time, double>? of = null) =>
        times.Select(of ?? (t => t.Computed)).Order().ElementAt((int)Math.Min(times.Count - 1, part * times.Count));

    /// <summary>Milliseconds by the watch, and those in which this thread computed.</summary>
    private readonly record struct Time(double Watch, double Computed);
}
