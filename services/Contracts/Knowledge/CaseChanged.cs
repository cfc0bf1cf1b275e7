namespace Contracts.Knowledge;

/// <summary>A published case (lärande exempel).</summary>
/// <param name="Id">Identity of the case.</param>
/// <param name="Version">The case's version.</param>
/// <param name="Reason">published, revised or withdrawn.</param>
/// <param name="Withdrawn">True when the case is no longer public. Then its texts and parties are empty.</param>
/// <param name="Slug">The case's name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it is about, in a sentence or two.</param>
/// <param name="Fictional">True for a made-up example of the first edition.</param>
/// <param name="MunicipalityCode">SCB code of the buyer, or null for a made-up one.</param>
/// <param name="EnterpriseId">The supplier, or null for a made-up one.</param>
/// <param name="DealId">The deal it grew from, or null.</param>
[EventName("knowledge.case-changed")]
public sealed record CaseChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string Slug,
    string Title,
    string Summary,
    bool Fictional,
    string? MunicipalityCode,
    Guid? EnterpriseId,
    Guid? DealId) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
