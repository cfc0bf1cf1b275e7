using System.Linq.Expressions;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>A need as answers show it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Raised by one at each change; the ETag.</param>
/// <param name="MunicipalityCode">SCB code of the buyer.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Title">What is needed.</param>
/// <param name="Description">The need at length.</param>
/// <param name="Unit">The unit that has the need.</param>
/// <param name="CpvCodes">CPV codes, the main one first.</param>
/// <param name="Kind">Service, goods or works.</param>
/// <param name="ValueSek">Estimated total value, SEK excluding VAT.</param>
/// <param name="Months">Term in months.</param>
/// <param name="TargetGroups">Codes of target groups.</param>
/// <param name="AnswerBy">Last day for answers.</param>
/// <param name="PublishedAt">When it became public (UTC).</param>
/// <param name="ClosedAt">When it was closed (UTC).</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ChangedAt">The last change (UTC).</param>
public sealed record NeedView(
    Guid Id,
    int Version,
    string MunicipalityCode,
    NeedStatus Status,
    string Title,
    string Description,
    string? Unit,
    IReadOnlyList<string> CpvCodes,
    NeedKind Kind,
    decimal? ValueSek,
    int? Months,
    IReadOnlyList<string> TargetGroups,
    DateOnly? AnswerBy,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? ClosedAt,
    NeedOutcome? Outcome,
    DateTimeOffset ChangedAt) : IVersioned
{
    /// <summary>Read by the database in queries; <see cref="Of"/> is the same for a need at hand.</summary>
    internal static readonly Expression<Func<Need, NeedView>> From = need => new NeedView(
        need.Id, need.Version, need.MunicipalityCode, need.Status, need.Title, need.Description, need.Unit, need.CpvCodes, need.Kind, need.ValueSek,
        need.Months, need.TargetGroups, need.AnswerBy, need.PublishedAt, need.ClosedAt, need.Outcome, need.ChangedAt);

    internal static readonly Func<Need, NeedView> Of = From.Compile();
}
