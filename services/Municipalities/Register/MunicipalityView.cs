using System.Linq.Expressions;
using ServiceDefaults;

namespace Municipalities.Register;

/// <summary>A municipality as everybody sees it.</summary>
/// <param name="Code">SCB code, four digits.</param>
/// <param name="Version">Raised by one at each change; the ETag.</param>
/// <param name="Name">Name without the word kommun.</param>
/// <param name="CountyCode">SCB code of the county, two digits.</param>
/// <param name="CountyName">The county's name.</param>
/// <param name="Latitude">WGS 84 latitude of the main town, degrees.</param>
/// <param name="Longitude">WGS 84 longitude of the main town, degrees.</param>
/// <param name="Population">Inhabitants at the end of the year (SCB).</param>
/// <param name="PopulationYear">The year of the population.</param>
/// <param name="SkrGroup">Group in SKR's division of 2023, A1 to C9.</param>
/// <param name="Pilot">One of the twelve that started the network.</param>
public sealed record MunicipalityView(
    string Code,
    int Version,
    string Name,
    string CountyCode,
    string CountyName,
    double Latitude,
    double Longitude,
    int Population,
    int PopulationYear,
    string SkrGroup,
    bool Pilot) : IVersioned
{
    internal static readonly Expression<Func<Municipality, MunicipalityView>> From = row => new MunicipalityView(
        row.Code, row.Version, row.Facts.Name, row.Facts.CountyCode, row.Facts.CountyName, row.Facts.Latitude, row.Facts.Longitude,
        row.Facts.Population, row.Facts.PopulationYear, row.Facts.SkrGroup, row.Facts.Pilot);
}
