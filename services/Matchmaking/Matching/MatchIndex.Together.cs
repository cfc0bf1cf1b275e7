namespace Matchmaking.Matching;

/// <summary>Enterprises that together could meet a need that none can meet alone.</summary>
/// <param name="Members">The best offer of each, largest first; where they share trades, the trade that is asked for most first.</param>
/// <param name="Advice">In Swedish, for the need's owner.</param>
public sealed record Consortium(IReadOnlyList<Match> Members, string Advice);

public sealed partial class MatchIndex
{
    private const int MostMembers = 4;

    /// <summary>
    /// A trade with so much of what a need asks for is a part of it; an offer is proposed for a trade when it is so sure, and when it speaks of it at all nobody else need be.
    /// </summary>
    private const double LeastPart = 0.3, SureOfPart = 0.5, SpeaksOfPart = 0.3;

    /// <summary>Relevance from which on one offer alone meets what is asked.</summary>
    private const double Whole = 0.6;

    /// <summary>Enterprises that all cover the place and together the trades or the value, when none does alone; null otherwise.</summary>
    public Consortium? ConsortiumFor(Guid id) => Read(() => needSlots.TryGetValue(id, out var slot) ? ByTrade(needs[slot]) ?? BySize(needs[slot]) : null);

    /// <summary>Up to four of the largest, until they reach the value.</summary>
    private Consortium? BySize(NeedProfile need)
    {
        if (need.Value is var value && double.IsNaN(value)) return null;
        var covering = RightOffers(need).Where(pair => pair.Score.Reach == Reach.Covered && !double.IsNaN(pair.Offer.Largest))
            .GroupBy(pair => pair.Offer.Enterprise.Id).Select(own => own.MaxBy(pair => (pair.Offer.Largest, pair.Offer.Offer.Id)))
            .OrderByDescending(pair => pair.Offer.Largest).ThenBy(pair => pair.Offer.Enterprise.Id).ToList();
        if (covering.Any(pair => pair.Offer.Largest >= value)) return null;
        for (var count = 2; count <= Math.Min(MostMembers, covering.Count); count++)
            if (covering.Take(count).Sum(pair => pair.Offer.Largest) >= value)
            {
                var names = string.Join(", ", covering.Take(count).Select(pair => pair.Offer.Enterprise.Name));
                return new Consortium(Told(covering[..count]), $"Inget företag klarar hela värdet ensamt. {count} företag kan tillsammans, eller om behovet delas i delar: {names}.");
            }
        return null;
    }

    /// <summary>The best for each trade that is a part of the need, each large enough for its part, when no enterprise has them all.</summary>
    private Consortium? ByTrade(NeedProfile need)
    {
        var asked = need.Text.Trades.Where(trade => trade.Strength >= LeastPart).ToList();
        if (asked.Count < 2) return null;
        var covering = Right(need.Text, offers, offer => (need, offer), Weights.Trade * LeastPart * SureOfPart).Where(pair => pair.Score.Reach == Reach.Covered).ToList();
        if (covering.Any(pair => pair.Score.Relevance >= Whole)
            || covering.GroupBy(pair => pair.Offer.Enterprise.Id).Any(own => asked.TrueForAll(trade => own.Any(pair => Sure(pair, trade.Trade) >= SpeaksOfPart)))) return null;
        var members = new List<Pair>();
        foreach (var (trade, share) in asked)
        {
            var able = covering.Where(pair => Sure(pair, trade) >= SureOfPart && !(pair.Offer.Largest < need.Value * share)).ToList();
            if (able.Count == 0) return null;
            members.Add(able.OrderByDescending(pair => Sure(pair, trade)).ThenByDescending(pair => pair.Score.Total).ThenBy(pair => pair.Offer.Enterprise.Id).First());
        }
        var parts = string.Join(", ", asked.Zip(members, (trade, pair) => $"{reasons.Label(trade.Trade)} ({pair.Offer.Enterprise.Name})"));
        return new Consortium(Told(members), $"Behovet gäller flera yrken och inget företag har alla. Tillsammans kan de, eller om behovet delas i delar: {parts}.");
    }

    private double Sure(Pair pair, int asked) => pair.Offer.Text.Trades.Max(offered => nearness[asked, offered.Trade] * offered.Strength);
}
