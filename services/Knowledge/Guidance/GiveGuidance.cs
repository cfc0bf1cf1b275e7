using System.ComponentModel.DataAnnotations;
using Contracts;
using Knowledge.Articles;
using Knowledge.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Guidance;

/// <summary>
/// What to read next, in the middle of the work: for a need (its CPV codes), a gap in the baseline (a dimension) or a legal
/// route. Most members publish a few needs a year; nobody opens a handbook for that, so it comes to them, with the reason.
/// </summary>
internal static class GiveGuidance
{
    /// <summary>Where the reader is. At least one of the first three.</summary>
    public sealed class Situation
    {
        /// <summary>CPV codes of the need, eight digits.</summary>
        [MaxLength(10)]
        public string[]? Cpv { get; init; }

        /// <summary>Codes of legal routes that are open or asked about.</summary>
        [MaxLength(16), OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Routes))]
        public string[]? Route { get; init; }

        /// <summary>Dimension of the baseline that holds the others back.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Dimensions))]
        public string? Dimension { get; init; }

        /// <summary>The reader's role; texts for it come first.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Audiences))]
        public string? Audience { get; init; }

        /// <summary>The most chapters, and the most cases.</summary>
        [Range(1, 10, ErrorMessage = "Ska vara mellan 1 och 10.")]
        public int? Limit { get; init; }
    }

    /// <summary>Something to read.</summary>
    /// <param name="Slug">Name in addresses.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Summary">What the reader gets.</param>
    /// <param name="Reason">Why this, in Swedish.</param>
    /// <param name="Contact">Whom to ask: the chapter's owner, or the function at the municipality of the case.</param>
    /// <param name="Fictional">True for a made-up example.</param>
    public sealed record Advice(string Slug, string Title, string Summary, string Reason, string Contact, bool Fictional);

    /// <summary>What to read next.</summary>
    /// <param name="Chapters">Chapters of the handbook, best first.</param>
    /// <param name="Cases">How others have done, best first.</param>
    /// <param name="Clauses">Ready texts for the asked routes.</param>
    /// <param name="Models">Models to start from, when a dimension is asked for.</param>
    /// <param name="People">Whom to call: functions at municipalities that have done it, mentors first.</param>
    public sealed record Response(
        IReadOnlyList<Advice> Chapters, IReadOnlyList<Advice> Cases, IReadOnlyList<ClauseAdvice> Clauses, IReadOnlyList<ModelAdvice> Models, IReadOnlyList<PersonAdvice> People);

    /// <summary>A ready text.</summary>
    /// <param name="Slug">Name in <c>/clauses</c>.</param>
    /// <param name="Title">What it is for.</param>
    /// <param name="Chapter">Slug of the chapter that explains it.</param>
    /// <param name="Reason">Why this, in Swedish.</param>
    public sealed record ClauseAdvice(string Slug, string Title, string Chapter, string Reason);

    /// <summary>A model.</summary>
    /// <param name="Id">Identity in <c>/models</c>.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Municipality">Whose it is.</param>
    /// <param name="Reason">Why this, in Swedish.</param>
    public sealed record ModelAdvice(Guid Id, string Title, string Municipality, string Reason);

    /// <summary>Somebody to call. A function and not a name: people change places.</summary>
    /// <param name="Function">Function at the municipality.</param>
    /// <param name="Municipality">The municipality's name.</param>
    /// <param name="MunicipalityCode">Its SCB code, or null.</param>
    /// <param name="Reason">Why, in Swedish.</param>
    public sealed record PersonAdvice(string Function, string Municipality, string? MunicipalityCode, string Reason);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [AsParameters] Situation situation, KnowledgeDb db, CancellationToken stop)
    {
        var (cpv, routes, dimension) = (situation.Cpv ?? [], situation.Route ?? [], situation.Dimension);
        if (cpv.FirstOrDefault(code => !Cpv.IsCode(code)) is { } unknown)
            return CommonErrors.Invalid.Result(null, new InvalidParameter("cpv", $"\"{unknown}\" är inte en CPV-kod med åtta siffror."));
        if (cpv.Length + routes.Length == 0 && dimension is null)
            return CommonErrors.Invalid.Result("Ange cpv, route eller dimension.", new InvalidParameter("route", "Något av cpv, route och dimension behövs."));

        var divisions = cpv.Select(code => code[..2]).Distinct().ToArray();
        var chapters = await db.Articles.AsNoTracking()
            .Where(a => a.Status == ArticleStatus.Published)
            .Where(a => a.Routes.Any(route => routes.Contains(route)) || (dimension != null && a.Dimensions.Contains(dimension))
                || a.CpvCodes.Any(code => divisions.Contains(code.Substring(0, 2))))
            .Select(a => new Candidate(a.Slug, a.Title, a.Summary, a.Topic, a.Owner, false, a.Routes, a.Dimensions, a.CpvCodes, a.Audiences))
            .ToListAsync(stop);
        var cases = await db.Cases.AsNoTracking()
            .Where(c => c.Status == CaseStatus.Published)
            .Where(c => c.Routes.Any(route => routes.Contains(route)) || (dimension != null && c.Dimensions.Contains(dimension))
                || c.CpvCodes.Any(code => divisions.Contains(code.Substring(0, 2))))
            .Select(c => new Candidate(c.Slug, c.Title, c.Summary, c.Topic, c.BuyerContact + ", " + c.Municipality, c.Fictional, c.Routes, c.Dimensions, c.CpvCodes, new List<string>()))
            .ToListAsync(stop);
        var asked = new Asked(cpv, routes, dimension, situation.Audience);
        var limit = situation.Limit ?? 3;
        var best = asked.Best(cases, limit);
        return TypedResults.Ok(new Response(
            asked.Best(chapters, limit), best, FurtherReading.Clauses(routes, limit), await FurtherReading.Models(dimension, db, limit, stop),
            await FurtherReading.People(dimension, best, db, limit, stop)));
    }
}
