using Portal.Api;
using Portal.Components;
using Portal.Pictures.Map;
using Portal.Texts;

namespace Portal.Pages.Public;

/// <summary>How an enterprise's facts are said.</summary>
internal static class Profiles
{
    /// <summary>A claim in a word or two.</summary>
    public static string ShortClaim(string kind) => Text.Find($"Words.ShortClaim.{kind}") ?? Words.Of(Words.Claims, kind);

    /// <summary>Whether the profile can be relied on.</summary>
    public static string FreshnessName(string state) => Text.Of(state switch
    {
        "fresh" => "Enterprises.Fresh", "due-soon" => "Enterprises.Fresh.DueSoon", "overdue" => "Enterprises.Fresh.Overdue", _ => "Enterprises.Fresh.Hidden",
    });

    /// <summary>Its colour.</summary>
    public static string? FreshnessKind(string state) => state switch { "fresh" => "good", "due-soon" => "calm", _ => "warm" };

    /// <summary>Where an offer holds, in words.</summary>
    public static string Area(ServiceArea area, string home) => area.Kind switch
    {
        "national" => Text.Of("Enterprises.Area.National"),
        "radius" => Text.Of("Enterprises.Area.Radius", area.RadiusKm, Maps.NameOf(home)),
        "counties" => Text.Count("Enterprises.Area.Counties", area.Codes.Count),
        _ => string.Join(", ", area.Codes.Select(Maps.NameOf)),
    };

    /// <summary>What a claim comes to, and how sure it is.</summary>
    public static string Said(Claim claim) => Text.Of((claim.Holds, claim.Review) switch
    {
        ("yes", "confirmed") => "Enterprises.Said.YesReviewed", ("yes", _) => "Enterprises.Said.Yes", ("no", "rejected") => "Enterprises.Said.NoReviewed", ("no", _) => "Enterprises.Said.No", _ => "Enterprises.Said.Unknown",
    });
}
