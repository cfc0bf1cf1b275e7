namespace Contracts.Municipalities;

/// <summary>A municipality's published need (behov). Drafts are never told.</summary>
/// <param name="Id">Identity of the need.</param>
/// <param name="Version">The need's version.</param>
/// <param name="Reason">published, revised, dialogue-opened, closed or withdrawn.</param>
/// <param name="Withdrawn">True when the need is no longer public. Then its texts, codes and figures are empty.</param>
/// <param name="MunicipalityCode">SCB code of the buyer, four digits.</param>
/// <param name="Title">What is needed, in the unit's own words.</param>
/// <param name="Description">The need described at length.</param>
/// <param name="Unit">The unit within the municipality that has the need, or null.</param>
/// <param name="CpvCodes">CPV codes of eight digits, the main one first; may be empty.</param>
/// <param name="Kind">service, goods or works.</param>
/// <param name="ValueSek">Estimated total value in SEK excluding VAT (LOU 5 kap. 3 §), or null when unknown.</param>
/// <param name="Months">Term in months, or null.</param>
/// <param name="TargetGroups">Codes of the target groups that the need wishes to reach.</param>
/// <param name="Status">published, in-dialogue or closed.</param>
/// <param name="AnswerBy">Last day for answers, or null.</param>
/// <param name="PublishedAt">When it became public (UTC).</param>
/// <param name="Outcome">Why it was closed: deal, no-deal or procured-elsewhere; null while open.</param>
[EventName("municipalities.need-changed")]
public sealed record NeedChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string MunicipalityCode,
    string Title,
    string Description,
    string? Unit,
    IReadOnlyList<string> CpvCodes,
    string Kind,
    decimal? ValueSek,
    int? Months,
    IReadOnlyList<string> TargetGroups,
    string Status,
    DateOnly? AnswerBy,
    DateTimeOffset? PublishedAt,
    string? Outcome) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
