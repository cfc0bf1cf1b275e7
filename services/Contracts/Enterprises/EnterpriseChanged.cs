namespace Contracts.Enterprises;

/// <summary>A social enterprise and its published offers.</summary>
/// <param name="Id">Identity of the enterprise.</param>
/// <param name="Version">The enterprise's version; a changed offer raises it too.</param>
/// <param name="Reason">published, revised, confirmed, offer-published, offer-revised, offer-withdrawn, claim-stated, claim-reviewed, hidden, shown or withdrawn.</param>
/// <param name="Withdrawn">True when the enterprise is out of sight. Then only identity and version are meaningful.</param>
/// <param name="Name">Registered name.</param>
/// <param name="OrganisationNumber">Ten digits without hyphen; null for a sole trader, whose number is personal data.</param>
/// <param name="LegalForm">Code of the legal form, such as economic-association.</param>
/// <param name="Kinds">Its own statement of kind: wise (ASF), non-profit (idéburen), social-enterprise, social-innovation.</param>
/// <param name="MunicipalityCode">SCB code of its home.</param>
/// <param name="Presentation">The enterprise in its own words.</param>
/// <param name="Employed">Persons occupied (sysselsatta), or null when not stated, and where they are fewer than five.</param>
/// <param name="EmployedFromTargetGroup">How many of them come from a target group, or null.</param>
/// <param name="TargetGroups">Codes of the target groups that work there; empty where fewer than five do, since it would tell of one person's health.</param>
/// <param name="RegisteredIdeburen">Registered under lag 2022:900; null when not known.</param>
/// <param name="ConfirmedAt">When the enterprise last confirmed its profile (UTC).</param>
/// <param name="Offers">Published offers only.</param>
[EventName("enterprises.enterprise-changed")]
public sealed record EnterpriseChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string Name,
    string? OrganisationNumber,
    string LegalForm,
    IReadOnlyList<string> Kinds,
    string MunicipalityCode,
    string Presentation,
    int? Employed,
    int? EmployedFromTargetGroup,
    IReadOnlyList<string> TargetGroups,
    bool? RegisteredIdeburen,
    DateTimeOffset ConfirmedAt,
    IReadOnlyList<OfferState> Offers) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}

/// <summary>What an enterprise offers.</summary>
/// <param name="Id">Identity of the offer.</param>
/// <param name="Title">The trade in everyday words.</param>
/// <param name="Description">The offer at length.</param>
/// <param name="CpvCodes">CPV codes of eight digits; may be empty.</param>
/// <param name="ServiceArea">Where it is delivered.</param>
/// <param name="MaxContractSek">Largest total contract value taken on alone, SEK excluding VAT; null when not stated.</param>
public sealed record OfferState(
    Guid Id,
    string Title,
    string Description,
    IReadOnlyList<string> CpvCodes,
    ServiceArea ServiceArea,
    decimal? MaxContractSek);

/// <summary>Where an offer is delivered.</summary>
/// <param name="Kind">municipalities, counties, radius or national.</param>
/// <param name="Codes">Municipality codes (four digits) or county codes (two), for those two kinds; otherwise empty.</param>
/// <param name="RadiusKm">Great-circle distance in kilometres from the enterprise's home municipality, for radius; otherwise null.</param>
public sealed record ServiceArea(string Kind, IReadOnlyList<string> Codes, int? RadiusKm);
