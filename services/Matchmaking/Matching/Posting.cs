namespace Matchmaking.Matching;

/// <summary>What stands of a profile in the list of a trade: all that tells the most it could score, so that the profile itself is not touched.</summary>
internal interface IPosting
{
    /// <summary>The profile's slot.</summary>
    int Slot { get; }
}

/// <summary>A need in a list.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Place">Number of its municipality.</param>
/// <param name="Value">Its value, NaN when unknown.</param>
internal readonly record struct NeedPosting(int Slot, int Place, double Value) : IPosting
{
    public static NeedPosting Of(int slot, NeedProfile need) => new(slot, need.Place, need.Value);
}

/// <summary>An offer in a list.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Home">Number of the enterprise's municipality.</param>
/// <param name="Counties">The codes are counties, otherwise municipalities.</param>
/// <param name="RadiusKm">Radius, or -1 when the area is none.</param>
/// <param name="Codes">
/// The bit of each municipality or county of the area, by its number modulo 64: one that is not set says surely no, one that is set says
/// perhaps, which is enough for a most. All bits for the whole country.
/// </param>
/// <param name="Largest">Largest contract, NaN when not stated.</param>
/// <param name="Confirmed">When the profile was confirmed, UTC ticks.</param>
internal readonly record struct OfferPosting(int Slot, short Home, bool Counties, int RadiusKm, ulong Codes, double Largest, long Confirmed) : IPosting
{
    public static OfferPosting Of(int slot, OfferProfile offer) => new(
        slot, (short)offer.Area.Home, offer.Area.Kind == "counties", offer.Area.Kind == "radius" ? offer.Area.RadiusKm : -1, Bits(offer.Area),
        offer.Largest, offer.ConfirmedAt.UtcTicks);

    /// <summary>The bit of a municipality or county.</summary>
    public static ulong Bit(int code) => 1UL << (code & 63);

    private static ulong Bits(Area area) => area.Kind switch
    {
        "national" => ulong.MaxValue,
        "municipalities" or "counties" => area.Codes.Aggregate(0UL, (bits, code) => bits | Bit(code)),
        "radius" => 0,
        _ => Bit(area.Home),
    };
}
