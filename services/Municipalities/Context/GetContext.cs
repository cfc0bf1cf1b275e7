using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Register;

namespace Municipalities.Context;

/// <summary>Figures about a municipality that its assessment is to be read with.</summary>
internal static class GetContext
{
    /// <summary>The context. Public, since every figure in it is.</summary>
    /// <param name="MunicipalityCode">SCB code, four digits.</param>
    /// <param name="Name">Name without the word kommun.</param>
    /// <param name="Population">Inhabitants.</param>
    /// <param name="PopulationYear">The year of the population.</param>
    /// <param name="SkrGroup">Group in SKR's division of 2023, A1 to C9.</param>
    /// <param name="Profile">large-city, mid-size or rural; the network's own split.</param>
    /// <param name="NearestMunicipality">Name of the municipality whose main town is nearest.</param>
    /// <param name="NearestKm">Kilometres there in a straight line between main towns.</param>
    /// <param name="NearestCity">Name of the nearest other municipality in group A1 or B3.</param>
    /// <param name="NearestCityKm">Kilometres there in a straight line between main towns.</param>
    /// <param name="Series">Yearly series that have been imported.</param>
    public sealed record Response(
        string MunicipalityCode, string Name, int Population, int PopulationYear, string SkrGroup, Profile Profile,
        string NearestMunicipality, int NearestKm, string NearestCity, int NearestCityKm, IReadOnlyList<Series> Series);

    /// <summary>A yearly series.</summary>
    /// <param name="Indicator">Its code.</param>
    /// <param name="Name">Its name in Swedish; the code when the platform does not know it.</param>
    /// <param name="Unit">Unit in Swedish, or null.</param>
    /// <param name="Source">Where the newest figure came from.</param>
    /// <param name="Points">The oldest first.</param>
    public sealed record Series(string Indicator, string Name, string? Unit, string Source, IReadOnlyList<Point> Points);

    /// <summary>A figure.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Value">The value in the series' unit.</param>
    public sealed record Point(int Year, decimal Value);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string code, MunicipalitiesDb db, CancellationToken stop) =>
        await Of(db, code, stop) is { } found ? TypedResults.Ok(found) : MunicipalityEndpoints.NotFound.Result();

    public static async Task<Response?> Of(MunicipalitiesDb db, string code, CancellationToken stop)
    {
        var all = await db.Municipalities.ToDictionaryAsync(row => row.Code, row => row.Facts, stop);
        if (!all.TryGetValue(code, out var facts)) return null;
        var others = all.Where(row => row.Key != code).Select(row => (Facts: row.Value, Km: Surroundings.Km(facts, row.Value))).OrderBy(row => row.Km).ToList();
        var (near, city) = (others[0], others.First(row => row.Facts.SkrGroup is "A1" or "B3"));
        var figures = await db.ContextFigures.Where(row => row.MunicipalityCode == code).OrderBy(row => row.Year).ToListAsync(stop);
        var series = from figure in figures
                     group figure by figure.Indicator into one
                     orderby one.Key
                     let known = Indicators.Find(one.Key)
                     select new Series(one.Key, known?.Name ?? one.Key, known?.Unit, one.Last().Source, [.. one.Select(row => new Point(row.Year, row.Value))]);
        return new Response(code, facts.Name, facts.Population, facts.PopulationYear, facts.SkrGroup, Surroundings.ProfileOf(facts),
            near.Facts.Name, (int)Math.Round(near.Km), city.Facts.Name, (int)Math.Round(city.Km), [.. series]);
    }
}
