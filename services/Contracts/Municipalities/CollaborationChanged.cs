namespace Contracts.Municipalities;

/// <summary>A municipality's collaboration structure (samverkansstruktur) that it shares. Drafts and unshared ones are never told.</summary>
/// <param name="Id">Identity of the collaboration.</param>
/// <param name="Version">The collaboration's version.</param>
/// <param name="Reason">shared, revised, published-as-model, adopted, checked, results-told or withdrawn.</param>
/// <param name="Withdrawn">True when the municipality no longer shares it.</param>
/// <param name="MunicipalityCode">SCB code of the municipality, four digits.</param>
/// <param name="Title">What the structure is called.</param>
/// <param name="Summary">How it works, in a few sentences.</param>
/// <param name="IsModel">True when it is published as a model that other municipalities may start from.</param>
/// <param name="OriginId">The model that it was adopted from, or null.</param>
/// <param name="OriginVersion">The version of the model that was adopted, or last compared with and taken; null without an origin.</param>
/// <param name="Sustainable">yes, no or unknown by the rule of eight dimensions at level 3 or higher.</param>
/// <param name="SustainableCheckedOn">The day of the last check, or null before the first.</param>
/// <param name="Results">What the structure has led to, in the municipality's own words, or null.</param>
[EventName("municipalities.collaboration-changed")]
public sealed record CollaborationChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string MunicipalityCode,
    string Title,
    string Summary,
    bool IsModel,
    Guid? OriginId,
    int? OriginVersion,
    string Sustainable,
    DateOnly? SustainableCheckedOn,
    string? Results) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
