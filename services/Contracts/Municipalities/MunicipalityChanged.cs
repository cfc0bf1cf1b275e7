namespace Contracts.Municipalities;

/// <summary>A municipality in the register of all 290.</summary>
/// <param name="Code">SCB code, four digits, as text (Tierp is 0360).</param>
/// <param name="Version">The entry's version.</param>
/// <param name="Reason">registered or revised.</param>
/// <param name="Withdrawn">True when the municipality has ceased to exist.</param>
/// <param name="Name">Name without the word kommun.</param>
/// <param name="CountyCode">County (län), two digits.</param>
/// <param name="CountyName">The county's name.</param>
/// <param name="Latitude">WGS 84 latitude of the main town, degrees.</param>
/// <param name="Longitude">WGS 84 longitude of the main town, degrees.</param>
/// <param name="Population">Inhabitants at the end of <paramref name="PopulationYear"/> (SCB).</param>
/// <param name="PopulationYear">The year the population belongs to.</param>
/// <param name="SkrGroup">Group in SKR's division of 2023, A1 to C9.</param>
/// <param name="Pilot">True for the twelve municipalities that started the network.</param>
[EventName("municipalities.municipality-changed")]
public sealed record MunicipalityChanged(
    string Code,
    int Version,
    string Reason,
    bool Withdrawn,
    string Name,
    string CountyCode,
    string CountyName,
    double Latitude,
    double Longitude,
    int Population,
    int PopulationYear,
    string SkrGroup,
    bool Pilot) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Code;
}
