using ServiceDefaults;

namespace Municipalities.Baselines;

/// <summary>A round as its reader may see it: the municipality's own people all of it, others what is shared.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Raised by one at each change; the ETag.</param>
/// <param name="MunicipalityCode">SCB code, four digits.</param>
/// <param name="Title">What the round is called.</param>
/// <param name="Status">open, closed or withdrawn.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="ClosedOn">The day its means were settled, or null.</param>
/// <param name="Dimensions">In their own order; others see the shared ones only. Empty in lists while the round is open.</param>
/// <param name="SupportWishes">What support the municipality wishes for; empty for others.</param>
/// <param name="Respondents">How many have answered; null for others.</param>
/// <param name="WillingToMentor">True when the municipality offers to help others.</param>
/// <param name="Demonstration">True for made-up data of the demonstration.</param>
public sealed record BaselineView(
    Guid Id,
    int Version,
    string MunicipalityCode,
    string Title,
    BaselineStatus Status,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    IReadOnlyList<DimensionView> Dimensions,
    IReadOnlyList<SupportWish> SupportWishes,
    int? Respondents,
    bool WillingToMentor,
    bool Demonstration) : IVersioned
{
    internal static BaselineView Of(Baseline baseline, string? reader, IReadOnlyList<DimensionResult>? live = null, int? respondents = null)
    {
        var own = baseline.MunicipalityCode == reader;
        var seen = (live ?? baseline.Results).Where(result => own || baseline.Shared.Contains(result.Dimension));
        return new BaselineView(
            baseline.Id, baseline.Version, baseline.MunicipalityCode, baseline.Title, baseline.Status, baseline.OpenedOn, baseline.ClosedOn,
            [.. seen.Select(result => DimensionView.Of(result, own, baseline.Shared.Contains(result.Dimension)))],
            own ? baseline.SupportWishes : [], own ? respondents : null, baseline.WillingToMentor, baseline.Demonstration);
    }
}

/// <summary>One dimension of a round.</summary>
/// <param name="Code">The dimension's code.</param>
/// <param name="Name">Its name in Swedish.</param>
/// <param name="Mean">Mean level 0 to 5, one decimal; null when nobody answered.</param>
/// <param name="Answers">How many answered; null for others.</param>
/// <param name="Lowest">The lowest answer; null for others.</param>
/// <param name="Highest">The highest answer; null for others.</param>
/// <param name="Shared">True when everybody may see it.</param>
/// <param name="Evidence">What shows the levels; empty for others.</param>
/// <param name="LevelsWithoutEvidence">Levels from 2 that have been reached and that nothing shows; empty for others.</param>
public sealed record DimensionView(
    string Code, string Name, decimal? Mean, int? Answers, int? Lowest, int? Highest, bool Shared,
    IReadOnlyList<Evidence> Evidence, IReadOnlyList<int> LevelsWithoutEvidence)
{
    internal static DimensionView Of(DimensionResult result, bool own, bool shared) => own
        ? new(result.Dimension, Baselines.Dimensions.Of(result.Dimension).Name, result.Mean, result.Answers, result.Lowest, result.Highest, shared, result.Evidence, result.Unshown())
        : new(result.Dimension, Baselines.Dimensions.Of(result.Dimension).Name, result.Mean, null, null, null, shared, [], []);
}
