namespace Matchmaking.Matching;

/// <summary>A municipality as the matching knows it.</summary>
/// <param name="Code">SCB code, four digits, as text.</param>
/// <param name="Name">Name without the word kommun.</param>
/// <param name="CountyCode">County (län), two digits.</param>
/// <param name="Latitude">WGS 84 latitude of the main town, degrees.</param>
/// <param name="Longitude">WGS 84 longitude of the main town, degrees.</param>
/// <param name="Population">Inhabitants.</param>
/// <param name="SkrGroup">Group in SKR's division of 2023, A1 to C9; tells how far people are used to travel.</param>
public sealed record MatchPlace(
    string Code, string Name, string CountyCode, double Latitude, double Longitude, int Population, string SkrGroup);

/// <summary>An open need.</summary>
/// <param name="Id">Identity of the need.</param>
/// <param name="MunicipalityCode">Where it is to be met.</param>
/// <param name="Title">What is needed, in the unit's own words.</param>
/// <param name="Description">The need at length.</param>
/// <param name="CpvCodes">CPV codes of eight digits, the main one first; may be empty.</param>
/// <param name="Kind">service, goods or works.</param>
/// <param name="ValueSek">Estimated total value, SEK excluding VAT; null when unknown.</param>
/// <param name="Months">Term in months, or null.</param>
/// <param name="TargetGroups">Target groups that the need wishes to reach.</param>
public sealed record MatchNeed(
    Guid Id, string MunicipalityCode, string Title, string Description, IReadOnlyList<string> CpvCodes, string Kind,
    decimal? ValueSek, int? Months, IReadOnlyList<string> TargetGroups)
{
    /// <summary>Last day of an answer, as days are counted in Sweden; null when there is none.</summary>
    public DateOnly? AnswerBy { get; init; }
}

/// <summary>What an enterprise offers.</summary>
/// <param name="Id">Identity of the offer.</param>
/// <param name="Title">The trade in everyday words.</param>
/// <param name="Description">The offer at length.</param>
/// <param name="CpvCodes">CPV codes of eight digits; may be empty.</param>
/// <param name="AreaKind">municipalities, counties, radius or national.</param>
/// <param name="AreaCodes">Municipality or county codes for those two kinds; otherwise empty.</param>
/// <param name="RadiusKm">Great-circle kilometres from the enterprise's home, for radius; otherwise null.</param>
/// <param name="MaxContractSek">Largest total contract value taken on alone, SEK; null when not stated.</param>
public sealed record MatchOffer(
    Guid Id, string Title, string Description, IReadOnlyList<string> CpvCodes, string AreaKind, IReadOnlyList<string> AreaCodes,
    int? RadiusKm, decimal? MaxContractSek);

/// <summary>A visible enterprise with its published offers.</summary>
/// <param name="Id">Identity of the enterprise.</param>
/// <param name="Name">Registered name.</param>
/// <param name="MunicipalityCode">Home municipality.</param>
/// <param name="Presentation">The enterprise in its own words.</param>
/// <param name="Kinds">Its own statement of kind, such as wise (ASF) or non-profit (idéburen).</param>
/// <param name="TargetGroups">Target groups that it employs.</param>
/// <param name="ConfirmedAt">When it last confirmed its profile (UTC).</param>
/// <param name="Offers">Published offers only.</param>
public sealed record MatchEnterprise(
    Guid Id, string Name, string MunicipalityCode, string Presentation, IReadOnlyList<string> Kinds,
    IReadOnlyList<string> TargetGroups, DateTimeOffset ConfirmedAt, IReadOnlyList<MatchOffer> Offers);
