using ServiceDefaults;

namespace Enterprises.Offers;

/// <summary>What can be wrong with an offer, a line each.</summary>
internal static class OfferErrors
{
    public static readonly Error NotFound = new("offer/not-found", 404, "Erbjudandet finns inte");
    public static readonly Error AlreadyPublished = new("offer/already-published", 409, "Erbjudandet är redan publicerat");
    public static readonly Error AlreadyWithdrawn = new("offer/already-withdrawn", 409, "Erbjudandet är redan återkallat");
    public static readonly Error TooMany = new("offer/too-many", 409, "Ett företag kan ha högst 50 erbjudanden");
}
