using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Context;
using Municipalities.Journeys;
using Municipalities.Needs;
using Municipalities.Register;
using ServiceDefaults;

namespace Municipalities.Mentorships;

/// <summary>A municipality that could help.</summary>
/// <param name="MunicipalityCode">SCB code, four digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="SkrGroup">Group in SKR's division of 2023.</param>
/// <param name="Population">Inhabitants.</param>
/// <param name="Km">Kilometres between main towns in a straight line.</param>
/// <param name="Level">The level that it shares in the dimension.</param>
/// <param name="Reason">Why it is proposed, in Swedish.</param>
public sealed record MentorSuggestion(string MunicipalityCode, string Name, string SkrGroup, int Population, int Km, decimal Level, string Reason);

/// <summary>
/// Two like municipalities that are at least two levels higher in a dimension and willing to help, by what they share alone. Among
/// those the most alike come first – group, size, profile, distance – never the one with the highest level.
/// </summary>
internal static class FindMentors
{
    private const decimal Ahead = 2;
    private const int Most = 2;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>The suggestions.</summary>
    /// <param name="Dimension">Code of the dimension that they are for.</param>
    /// <param name="Name">Its name in Swedish.</param>
    /// <param name="Level">One's own level, or null when nobody answered.</param>
    /// <param name="Mentors">At most two, the most alike first.</param>
    public sealed record Response(string Dimension, string Name, decimal? Level, IReadOnlyList<MentorSuggestion> Mentors);

    /// <summary>What is asked for.</summary>
    public sealed record Query
    {
        /// <summary>Code of a dimension; the one that blocks when not given.</summary>
        [DimensionCode]
        public string? Dimension { get; init; }
    }

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string code, [AsParameters] Query query, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        if (user.Municipality() != code) return MunicipalityEndpoints.NotFound.Result("Ni ser bara förslag för er egen kommun.");
        if (await db.LatestBaseline(code, stop) is not { } latest) return MentorshipErrors.NoBaseline.Result();
        var dimension = query.Dimension ?? Blocking.Find(latest)?.Dimension.Code ?? Dimensions.All[^1].Code;
        var own = latest.MeanOf(dimension);
        return TypedResults.Ok(new Response(dimension, Dimensions.Of(dimension).Name, own, await Among(db, code, dimension, own, stop)));
    }

    public static async Task<IReadOnlyList<MentorSuggestion>> Among(MunicipalitiesDb db, string code, string dimension, decimal? own, CancellationToken stop)
    {
        var facts = await db.Municipalities.Where(row => row.Code == code).Select(row => row.Facts).SingleAsync(stop);
        var willing = await db.LatestShared(dimension).Where(row => row.WillingToMentor && row.MunicipalityCode != code).ToListAsync(stop);
        var codes = willing.Select(row => row.MunicipalityCode).ToList();
        var others = await db.Municipalities.Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Facts, stop);
        var found = from round in willing.DistinctBy(row => row.MunicipalityCode)
                    let level = round.MeanOf(dimension)
                    where level >= (own ?? 0) + Ahead
                    let other = others[round.MunicipalityCode]
                    let alike = Likeness(facts, other)
                    where alike is not null
                    orderby alike descending, Surroundings.Km(facts, other), other.Name
                    select new MentorSuggestion(round.MunicipalityCode, other.Name, other.SkrGroup, other.Population, Km(facts, other), level.Value, Reason(facts, other, dimension, own, level.Value));
        return [.. found.Take(Most)];
    }

    /// <summary>Each municipality's newest closed round, when it shares the dimension.</summary>
    public static IQueryable<Baseline> LatestShared(this MunicipalitiesDb db, string dimension) => db.Baselines.Where(row =>
        row.Status == BaselineStatus.Closed && row.Shared.Contains(dimension)
        && !db.Baselines.Any(later => later.MunicipalityCode == row.MunicipalityCode && later.Status == BaselineStatus.Closed && later.ClosedOn > row.ClosedOn));

    /// <summary>How alike two municipalities are, or null when neither group nor profile is the same: a big city's advice seldom helps a small municipality.</summary>
    internal static double? Likeness(Facts one, Facts other)
    {
        var (group, profile) = (one.SkrGroup == other.SkrGroup, Surroundings.ProfileOf(one) == Surroundings.ProfileOf(other));
        if (!group && !profile) return null;
        var size = (double)Math.Min(one.Population, other.Population) / Math.Max(one.Population, other.Population);
        return (group ? 3 : 0) + (profile ? 2 : 0) + 2 * size + Math.Max(0, 1 - Surroundings.Km(one, other) / 500);
    }

    private static int Km(Facts one, Facts other) => (int)Math.Round(Surroundings.Km(one, other));

    private static string Reason(Facts own, Facts other, string dimension, decimal? level, decimal theirs)
    {
        var alike = own.SkrGroup == other.SkrGroup ? $"Samma kommungrupp som ni ({other.SkrGroup})" : $"Också {Surroundings.ProfileOf(other).Name()}";
        return string.Create(Swedish, $"{alike}, {other.Population:N0} invånare mot era {own.Population:N0}, {Km(own, other):N0} km bort. Nivå {theirs:0.0} i {Dimensions.Of(dimension).Name.ToLower(Swedish)} mot er {Blocking.Shown(level)}, och vill gärna hjälpa till.");
    }
}
