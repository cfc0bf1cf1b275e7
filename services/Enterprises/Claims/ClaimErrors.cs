using ServiceDefaults;

namespace Enterprises.Claims;

/// <summary>What can be wrong with a claim, a line each.</summary>
internal static class ClaimErrors
{
    public static readonly Error NotFound = new("claim/not-found", 404, "Uppgiften har inte lämnats");
    public static readonly Error NotAllowed = new("claim/not-allowed", 403, "Uppgifter granskas av kommuner och nätverkets ledning");
    public static readonly Error OwnReview = new("claim/own-review", 409, "Den som lämnat uppgiften kan inte granska den");
    public static readonly Error NotYourSource = new("claim/not-your-source", 400, "Det ni säger om er själva är er egen uppgift");
    public static readonly Error InFuture = new("claim/in-future", 400, "Uppgiftens datum ligger i framtiden");
}
