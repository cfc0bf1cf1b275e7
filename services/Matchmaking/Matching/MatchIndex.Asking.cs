using ServiceDefaults.Rules;

namespace Matchmaking.Matching;

public sealed partial class MatchIndex
{
    /// <summary>The best enterprises for a need, best first; empty when the need is unknown.</summary>
    public IReadOnlyList<Match> ForNeed(Guid id, int top) => ForNeed(id, new Window(top, 0, 0, top)).Items;

    /// <summary>Some of the best enterprises for a need; reasons are made for these only.</summary>
    public MatchPage ForNeed(Guid id, Window window) => Read(() => Told(PairsForNeed(id, window), window));

    /// <summary>The best needs that an enterprise can still answer, best first; empty when the enterprise is unknown.</summary>
    public IReadOnlyList<Match> ForEnterprise(Guid id, int top) => ForEnterprise(id, new Window(top, 0, 0, top)).Items;

    /// <summary>Some of the best needs that an enterprise can still answer; reasons are made for these only.</summary>
    public MatchPage ForEnterprise(Guid id, Window window) => Read(() => Told(PairsForEnterprise(id, window), window));

    /// <summary>The match of one need with one enterprise, or null when they have nothing in common or one is unknown.</summary>
    public Match? Between(Guid needId, Guid enterpriseId) => Read(() =>
    {
        if (!needSlots.TryGetValue(needId, out var need) || !offerSlots.TryGetValue(enterpriseId, out var own)) return null;
        var best = new Best(1, pair => pair.Offer.Enterprise.Id, _ => 0);
        foreach (var slot in own) Consider(needs[need], offers[slot], time.GetUtcNow(), best);
        return Told(best.Pairs).SingleOrDefault();
    });

    private IReadOnlyList<Pair> PairsForNeed(Guid id, Window window)
    {
        if (!needSlots.TryGetValue(id, out var slot) || window.Top < 1) return [];
        var need = needs[slot];
        var best = new Best(window.Top, pair => pair.Offer.Enterprise.Id, Shown, window.Least);
        var now = time.GetUtcNow();
        Scan(offers, need.Text, Scorer.MostBeside(need.Text, need.Need.TargetGroups.Count), new OffersLeft(geography, need, now),
            new NeedLikeness(need.Text.Trades, nearness), best, (offer, tradeless) => Consider(need, offer, now, best, tradeless));
        return best.Pairs;
    }

    private IReadOnlyList<Pair> PairsForEnterprise(Guid id, Window window)
    {
        if (!offerSlots.TryGetValue(id, out var own) || window.Top < 1) return [];
        var best = new Best(window.Top, pair => pair.Need.Need.Id, _ => 0, window.Least);
        var (now, today) = (time.GetUtcNow(), time.Today().DayNumber);
        foreach (var slot in own)
        {
            var offer = offers[slot];
            Scan(needs, offer.Text, Scorer.MostBeside(offer.Text, offer.Enterprise.TargetGroups.Count), new NeedsLeft(geography, offer, now),
                new OfferLikeness(offer.Text.Trades, nearness), best, (need, tradeless) =>
                {
                    if (need.LastDay >= today) Consider(need, offer, now, best, tradeless);
                });
        }
        return best.Pairs;
    }

    private void Consider(NeedProfile need, OfferProfile offer, DateTimeOffset now, Best best, bool tradeless = false)
    {
        if (scorer.Score(need, offer, now, best.Least, tradeless) is { } score && score.Total >= best.Least) best.Offer(new(need, offer, score));
    }

    private int Shown(Guid enterprise) => shown.GetValueOrDefault(enterprise);

    private MatchPage Told(IReadOnlyList<Pair> pairs, Window window) => new(Told([.. pairs.Skip(window.Skip).Take(window.Take)]), pairs.Count);

    private List<Match> Told(IReadOnlyList<Pair> pairs) => [.. pairs.Select(pair => new Match(
        pair.Need.Need.Id, pair.Offer.Enterprise.Id, pair.Offer.Offer.Id, pair.Score.Total, Parts(pair.Score), reasons.Of(pair), reasons.Key(pair.Need.Text), reasons.Key(pair.Offer.Text), Version))];

    private static Dictionary<string, double> Parts(PairScore score) => new()
    {
        [MatchParts.Trade] = score.Trade,
        [MatchParts.Cpv] = score.Cpv,
        [MatchParts.Words] = score.Words,
        [MatchParts.Groups] = score.Groups,
        [MatchParts.Area] = score.Area,
        [MatchParts.Size] = score.Size,
        [MatchParts.Freshness] = score.Freshness,
        [MatchParts.Experience] = score.Experience,
    };
}
