using ServiceDefaults.Rules;

namespace Matchmaking.Matching;

/// <summary>An offer of the right trade that lacks one thing.</summary>
/// <param name="Match">The pair as it stands.</param>
/// <param name="Missing">area, size or freshness.</param>
/// <param name="Advice">In Swedish: what is missing and what can be done.</param>
public sealed record NearMiss(Match Match, string Missing, string Advice);

public sealed partial class MatchIndex
{
    /// <summary>Relevance from which on the trade is the right one.</summary>
    private const double RightTrade = 0.4;

    /// <summary>Enterprises that lack exactly one thing for a need, the best trade first.</summary>
    public IReadOnlyList<NearMiss> NearMissesForNeed(Guid id, int top) => Read(() =>
        needSlots.TryGetValue(id, out var slot) ? Missing(RightOffers(needs[slot]), pair => pair.Offer.Enterprise.Id, top) : []);

    /// <summary>Needs that can still be answered, for which an enterprise lacks exactly one thing, the best trade first.</summary>
    public IReadOnlyList<NearMiss> NearMissesForEnterprise(Guid id, int top) => Read(() =>
        offerSlots.TryGetValue(id, out var own) ? Missing(own.SelectMany(slot => RightNeeds(offers[slot])), pair => pair.Need.Need.Id, top) : []);

    private List<NearMiss> Missing(IEnumerable<Pair> pairs, Func<Pair, Guid> counterpart, int top)
    {
        var chosen = pairs.GroupBy(counterpart)
            // Who has an offer that lacks nothing is a match, not a near miss.
            .Where(own => !own.Any(pair => Lacks(pair).Count == 0))
            .Select(own => own.Where(pair => Lacks(pair).Count == 1).OrderByDescending(pair => pair.Score.Relevance).ThenBy(pair => pair.Offer.Offer.Id).FirstOrDefault())
            .Where(pair => pair.Need is not null)
            .OrderByDescending(pair => pair.Score.Relevance).ThenByDescending(pair => pair.Score.Total).ThenBy(counterpart).Take(Math.Max(0, top)).ToList();
        return [.. Told(chosen).Zip(chosen, (match, pair) => new NearMiss(match, Lacks(pair)[0], reasons.Advice(pair, Lacks(pair)[0])))];
    }

    private static List<string> Lacks(Pair pair)
    {
        var lacks = new List<string>();
        if (pair.Score.Reach != Reach.Covered) lacks.Add(MatchParts.Area);
        if (pair.Offer.Largest < pair.Need.Value) lacks.Add(MatchParts.Size);
        if (pair.Score.Freshness < -0.1 * pair.Score.Relevance) lacks.Add(MatchParts.Freshness);
        return lacks;
    }

    private List<Pair> RightOffers(NeedProfile need) => Right(need.Text, offers, offer => (need, offer));

    private List<Pair> RightNeeds(OfferProfile offer)
    {
        var today = time.Today().DayNumber;
        return Right(offer.Text, needs, need => (need, offer), may: pair => pair.Need.LastDay >= today);
    }

    private List<Pair> Right<T, TPosting>(Profile text, Shelf<T, TPosting> shelf, Func<T, (NeedProfile Need, OfferProfile Offer)> pair, double least = RightTrade,
        Func<(NeedProfile Need, OfferProfile Offer), bool>? may = null)
        where T : class where TPosting : struct, IPosting
    {
        var now = time.GetUtcNow();
        return [.. nearness.Towards(text.Trades, offer: false).Select(t => Shelf<T, TPosting>.ListOf(t.Trade, t.Level)).Distinct().SelectMany(list => shelf.Of(list).ToArray()).Select(posting => posting.Slot).Distinct().Select(slot => pair(shelf[slot])).Where(may ?? (_ => true))
            .Select(p => (p.Need, p.Offer, Score: scorer.Score(p.Need, p.Offer, now)))
            .Where(p => p.Score is { } score && score.Relevance >= least && score.Trade >= least / 2 && score.Reach != Reach.Far)
            .Select(p => new Pair(p.Need, p.Offer, p.Score!.Value))];
    }
}
