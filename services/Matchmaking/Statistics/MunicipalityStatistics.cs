using System.ComponentModel;
using Matchmaking.Indicators;

namespace Matchmaking.Statistics;

/// <summary>A municipality's needs and deals. Needs and signed deals are public one by one, so their numbers are shown as they are.</summary>
/// <param name="MunicipalityCode">SCB code.</param>
/// <param name="MunicipalityName">Name.</param>
/// <param name="CountyCode">County (län).</param>
/// <param name="SkrGroup">Group in SKR's division.</param>
/// <param name="NeedsPublished">Needs that are public, open or closed.</param>
/// <param name="NeedsOpen">Of these, still open.</param>
/// <param name="NeedsAnswered">Of these, with at least one interest. Interests are known to their parties only: the public sees null when they are fewer than 5, or when they would tell such a number elsewhere.</param>
/// <param name="NeedsWithDeal">Of these, with at least one signed deal.</param>
/// <param name="Deals">Signed deals, running, completed or ended.</param>
/// <param name="AgreedValueSek">Their agreed value, SEK excluding VAT.</param>
/// <param name="ExpectedJobs">Jobs expected in them, full-time years.</param>
/// <param name="Routes">Deals by legal route, the commonest first.</param>
/// <param name="Suppressed">Names of the members that are null because they are, or would tell, a number below 5.</param>
public sealed record MunicipalityStatistics(
    string MunicipalityCode,
    string MunicipalityName,
    string CountyCode,
    string SkrGroup,
    int NeedsPublished,
    int NeedsOpen,
    int? NeedsAnswered,
    int NeedsWithDeal,
    int Deals,
    decimal AgreedValueSek,
    decimal ExpectedJobs,
    IReadOnlyList<MunicipalityStatistics.RouteCount> Routes,
    IReadOnlyList<string> Suppressed)
{
    /// <summary>Deals by one legal route.</summary>
    [Description("Deals by one legal route")]
    public sealed record RouteCount(string Route, int Deals);

    /// <summary>As the public may see it.</summary>
    /// <param name="hidden">The counts that are hidden in the indicators, so that the two agree.</param>
    internal MunicipalityStatistics ForPublic(HashSet<Cell> hidden) =>
        Suppression.Hides(NeedsAnswered) || hidden.Contains(new Cell(Measures.Answered, Grouping.Municipality, MunicipalityCode, 0))
            ? this with { NeedsAnswered = null, Suppressed = ["needsAnswered"] }
            : this;
}

/// <summary>Numbers so small that they point somebody out.</summary>
internal static class Suppression
{
    /// <summary>The smallest number that is shown; nothing is hidden by hiding zero.</summary>
    public const int Smallest = 5;

    public static bool Hides(int? count) => count is > 0 and < Smallest;
}
