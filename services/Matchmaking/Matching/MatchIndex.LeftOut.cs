namespace Matchmaking.Matching;

/// <summary>Enterprises of the right trade that are no match for a need, each counted once, by what keeps its best offer away most.</summary>
/// <param name="Area">The area does not cover the place.</param>
/// <param name="Size">The need is too large: worth more than the enterprise takes on.</param>
/// <param name="Hidden">The profile is out of sight for now: confirmed too long ago, or looked at after a complaint. Which of the two is told of nobody.</param>
/// <param name="Stale">The profile was confirmed long ago.</param>
/// <param name="LowScore">Several things that weigh little each, or a trade that lies too far off.</param>
public sealed record LeftOut(int Area, int Size, int Hidden, int Stale, int LowScore);

public sealed partial class MatchIndex
{
    /// <summary>Trade part from which on an enterprise has something of the trade.</summary>
    private const double SomeTrade = RightTrade / 2;

    /// <summary>Who was left out of the matches of a need because its score is below <paramref name="least"/>, and why.</summary>
    public LeftOut LeftOutOf(Guid id, double least) => Read(() =>
    {
        var counts = new int[5];
        if (needSlots.TryGetValue(id, out var slot))
            foreach (var why in BestOffers(needs[slot]).Values.Select(pair => Why(pair, least)))
                if (why >= 0) counts[why]++;
        return new LeftOut(counts[0], counts[1], counts[2], counts[3], counts[4]);
    });

    /// <summary>Of each enterprise with something of the trade, the offer that comes nearest, as if the profile had been confirmed today.</summary>
    private Dictionary<Guid, Pair> BestOffers(NeedProfile need)
    {
        var best = new Dictionary<Guid, Pair>();
        var seen = new HashSet<int>();
        var now = time.GetUtcNow();
        var likeness = new NeedLikeness(need.Text.Trades, nearness);
        foreach (var (trade, level, most) in nearness.Towards(need.Text.Trades, offer: false))
        {
            if (Weights.Trade * most < SomeTrade) break;
            foreach (var posting in offers.Of(Shelf<OfferProfile, OfferPosting>.ListOf(trade, level)))
            {
                if (!seen.Add(posting.Slot) || Weights.Trade * likeness.Of(offers.Trades(posting.Slot)) < SomeTrade) continue;
                var offer = offers[posting.Slot];
                if (scorer.Score(need, offer, now, fresh: true) is { } score
                    && (!best.TryGetValue(offer.Enterprise.Id, out var other) || other.Score.Total < score.Total)) best[offer.Enterprise.Id] = new(need, offer, score);
            }
        }
        return best;
    }

    /// <summary>Place in <see cref="LeftOut"/>, or -1 for a match.</summary>
    private int Why(Pair pair, double least)
    {
        var fresh = Weights.Left(Math.Max(0, Math.Floor((time.GetUtcNow() - pair.Offer.ConfirmedAt).TotalDays)));
        return pair.Score switch
        {
            { Total: var whole } when whole * fresh >= least => -1,
            _ when fresh <= 0 => 2,
            { Relevance: < RightTrade } => 4,
            { Reach: not (Reach.Covered or Reach.JustOutside) } => 0,
            _ when pair.Offer.Largest < pair.Need.Value => 1,
            _ => fresh < 1 ? 3 : 4,
        };
    }
}
