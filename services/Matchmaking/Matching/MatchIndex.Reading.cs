namespace Matchmaking.Matching;

/// <summary>How an offer has been understood.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Trades">How many trades it is read to be about, those that are hardly spoken of left out.</param>
public sealed record OfferReading(MatchOffer Offer, int Trades);

public sealed partial class MatchIndex
{
    /// <summary>Strength from which on an offer is taken to be about a trade.</summary>
    private const float Spoken = 0.4f;

    /// <summary>How the offers of an enterprise have been understood; empty when it is unknown.</summary>
    public IReadOnlyList<OfferReading> ReadingsOf(Guid enterprise) => Read(() => offerSlots.TryGetValue(enterprise, out var own)
        ? own.Select(slot => new OfferReading(offers[slot].Offer, offers[slot].Text.Trades.Count(trade => trade.Strength >= Spoken))).ToList()
        : []);
}
