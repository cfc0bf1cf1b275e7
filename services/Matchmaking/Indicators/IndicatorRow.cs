using Matchmaking.Interests;

namespace Matchmaking.Indicators;

/// <summary>The indicators of one group. A null among the counts of people and answers is a number that the public may not see.</summary>
/// <param name="Code">The group's code: municipality, county, SKR group, route, CPV division or year; null for the sum.</param>
/// <param name="Name">The group's name.</param>
/// <param name="Deals">A1: signed deals.</param>
/// <param name="AgreedValueSek">A2: agreed value, SEK excluding VAT.</param>
/// <param name="InvoicedSek">A2: invoiced so far, SEK excluding VAT; kept apart from what was agreed.</param>
/// <param name="NewSuppliers">A4: deals whose supplier had none with the municipality in the 24 months before.</param>
/// <param name="NewSupplierShare">A4: their share of the deals, 0 to 1.</param>
/// <param name="MedianDaysToDeal">A5: median days from published need to signed deal.</param>
/// <param name="NeedsPublished">A6: public needs; null by route, since a need has none.</param>
/// <param name="NeedsAnswered">A6: of these, with at least one interest.</param>
/// <param name="NeedsWithDeal">A6: of these, with a deal.</param>
/// <param name="ExpectedJobs">B1: jobs expected when the deals were signed, full-time years.</param>
/// <param name="Jobs">B1: full-time years so far (one is 1 760 hours).</param>
/// <param name="Persons">B1: people from the target groups so far.</param>
/// <param name="People">B2: of these, by kind.</param>
/// <param name="ToWork">B3: went on to other work within six months.</param>
/// <param name="ToStudies">B3: went on to studies within six months.</param>
public sealed record IndicatorRow(
    string? Code,
    string Name,
    int Deals,
    decimal AgreedValueSek,
    decimal InvoicedSek,
    int NewSuppliers,
    double? NewSupplierShare,
    double? MedianDaysToDeal,
    int? NeedsPublished,
    int? NeedsAnswered,
    int? NeedsWithDeal,
    decimal ExpectedJobs,
    decimal? Jobs,
    int? Persons,
    IndicatorRow.PeopleByKind People,
    int? ToWork,
    int? ToStudies)
{
    /// <summary>A3: value agreed in the year as a share of all that the municipality bought in it, 0 to 1; null unless the row is one municipality in one year that has told its purchases.</summary>
    public double? PurchaseShare { get; init; }

    /// <summary>Interests that came to nothing, by the reason that both sides have confirmed, all reasons in turn; by route none, since an interest has none.</summary>
    public IReadOnlyList<NoDealCount> NoDeals { get; init; } = [];

    /// <summary>How many interests came to nothing for a reason; null when the public may not see it.</summary>
    public sealed record NoDealCount(NoDealReason Reason, int? Count);

    /// <summary>People by what the deal gives them to do, women and men.</summary>
    public sealed record PeopleByKind(int? EmployedWomen, int? EmployedMen, int? TrainingWomen, int? TrainingMen, int? PracticeWomen, int? PracticeMen);
}
