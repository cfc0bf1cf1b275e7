namespace Matchmaking.Matching;

/// <summary>A need and an offer with their score.</summary>
internal readonly record struct Pair(NeedProfile Need, OfferProfile Offer, PairScore Score);

/// <summary>
/// The best pairs so far, one for each counterpart. Scores are equal when their hundredths are: nobody can say that 0.713 fits better than 0.711. Among
/// equals the one comes first that has been shown less, then the higher score, then the smaller id, so that the order depends on nothing else.
/// </summary>
internal sealed class Best(int top, Func<Pair, Guid> counterpart, Func<Guid, int> shown, double least = 0)
{
    private readonly List<Pair> pairs = new(top + 1);

    /// <summary>What a newcomer must reach; a hair less than the last one's equals, so that ties are looked at.</summary>
    public double Least => pairs.Count < top ? least : Math.Max(least, Hundredths(pairs[^1]) / 100.0 - 1e-9);

    /// <summary>The pairs, best first.</summary>
    public IReadOnlyList<Pair> Pairs => pairs;

    /// <summary>Takes a pair in if it is among the best.</summary>
    public void Offer(Pair pair)
    {
        var who = counterpart(pair);
        var same = pairs.FindIndex(p => counterpart(p) == who);
        if (same >= 0)
        {
            if (Compare(pairs[same], pair) <= 0) return;
            pairs.RemoveAt(same);
        }
        var at = pairs.FindIndex(p => Compare(p, pair) > 0);
        pairs.Insert(at < 0 ? pairs.Count : at, pair);
        if (pairs.Count > top) pairs.RemoveAt(top);
    }

    private static int Hundredths(Pair pair) => (int)(pair.Score.Total * 100 + 1e-9);

    private int Compare(Pair a, Pair b)
    {
        var order = Hundredths(b).CompareTo(Hundredths(a));
        if (order == 0) order = shown(a.Offer.Enterprise.Id).CompareTo(shown(b.Offer.Enterprise.Id));
        if (order == 0) order = b.Score.Total.CompareTo(a.Score.Total);
        if (order == 0) order = counterpart(a).CompareTo(counterpart(b));
        return order != 0 ? order : a.Offer.Offer.Id.CompareTo(b.Offer.Offer.Id);
    }
}
