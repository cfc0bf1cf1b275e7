namespace Portal.Api;

/// <summary>Indicators of a group: a year, a route, a county. What is few is left out by the service and comes as null.</summary>
public sealed record IndicatorRow(
    string? Code, string Name, int Deals, double AgreedValueSek, double InvoicedSek, int NewSuppliers, double? NewSupplierShare, double? MedianDaysToDeal,
    int? NeedsPublished, int? NeedsAnswered, int? NeedsWithDeal, double ExpectedJobs, double? Jobs, int? Persons, int? ToWork, int? ToStudies,
    IReadOnlyList<NoDealCount> NoDeals);

/// <summary>How many interests came to nothing for a reason that both sides confirmed; null when the number is too small to show.</summary>
public sealed record NoDealCount(string Reason, int? Count);

/// <summary>Indicators by group, and in all.</summary>
public sealed record IndicatorTable(string By, int? Year, string? MunicipalityCode, IReadOnlyList<IndicatorRow> Items, IndicatorRow Total, string Note);

/// <summary>Deals by a route.</summary>
public sealed record RouteCount(string Route, int Deals);

/// <summary>A municipality's needs and deals.</summary>
public sealed record MunicipalityFigures(
    string MunicipalityCode, string MunicipalityName, string CountyCode, string SkrGroup, int NeedsPublished, int NeedsOpen, int? NeedsAnswered,
    int NeedsWithDeal, int Deals, double AgreedValueSek, double ExpectedJobs, IReadOnlyList<RouteCount> Routes, IReadOnlyList<string> Suppressed);

/// <summary>The figures of Matchmaking.</summary>
public static class Figures
{
    private const string Root = "/matchmaking/v1";

    /// <summary>The address of the indicators as a file.</summary>
    public static string CsvAddress(string by, int? year = null, string? municipality = null) =>
        Query.Of($"{Root}/indicators.csv", ("by", by), ("year", year), ("municipality", municipality));

    /// <summary>Indicators.</summary>
    /// <param name="api">The services.</param>
    /// <param name="by">municipality, county, skr-group, route, cpv-division or year.</param>
    /// <param name="year">Deals signed that year; all when null.</param>
    /// <param name="municipality">Of one municipality; of all when null.</param>
    public static Task<Part<IndicatorTable>> Indicators(this ApiClient api, string by, int? year = null, string? municipality = null) =>
        api.Get<IndicatorTable>(Query.Of($"{Root}/indicators", ("by", by), ("year", year), ("municipality", municipality)));

    /// <summary>Every municipality that has published a need or signed a deal; at most the first hundred.</summary>
    public static Task<Part<PageOf<MunicipalityFigures>>> MunicipalityFigures(this ApiClient api) =>
        api.Get<PageOf<MunicipalityFigures>>($"{Root}/statistics/municipalities?limit=100");
}
