using Knowledge.Seeding;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Knowledge.Clauses;

/// <summary>A text that can be taken into a tender document or a contract and filled in. It is an example and no legal advice.</summary>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Title">What it is for.</param>
/// <param name="Text">The text in Markdown; what is to be filled in stands in brackets.</param>
/// <param name="Note">What to think of before it is used.</param>
/// <param name="Routes">Legal routes in which it fits.</param>
/// <param name="Chapter">Slug of the chapter that explains it.</param>
/// <param name="Source">Statute with paragraph.</param>
/// <param name="ReviewBy">The last day it may stand without review.</param>
public sealed record Clause(
    string Slug, string Title, string Text, string Note, IReadOnlyList<string> Routes, string Chapter, string Source, DateOnly ReviewBy)
{
    /// <summary>All of them, in the order of their files. They are part of the build, as the first edition's texts are.</summary>
    public static IReadOnlyList<Clause> All { get; } =
    [
        .. SeedFile.All("clauses").Select(file => new Clause(
            file.One("slug"), file.One("title"), file.Body, file.One("note"), file.Many("routes"), file.One("chapter"), file.One("source"), file.Day("reviewBy"))),
    ];
}

/// <summary>Ready texts, those for a route when one is asked for.</summary>
internal static class ListClauses
{
    /// <summary>Filter.</summary>
    public sealed class Filter
    {
        /// <summary>Code of a legal route.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Routes))]
        public string? Route { get; init; }
    }

    public static Ok<Page<Clause>> Handle([AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request)
    {
        var clauses = Clause.All.Where(clause => filter.Route is null || clause.Routes.Contains(filter.Route)).ToList();
        var (limit, page) = (paging.Limit ?? 20, paging.Page ?? 1);
        return TypedResults.Ok(Pages.Of<Clause>([.. clauses.Skip((page - 1) * limit).Take(limit)], clauses.Count, paging, request));
    }
}

internal static class ClauseEndpoints
{
    public static void MapClauses(this RouteGroupBuilder api) => api
        .MapGet("/clauses", ListClauses.Handle).WithTags("clauses").WithName("ListClauses").WithSummary("Färdiga texter till underlag och avtal")
        .Fails(CommonErrors.Invalid);
}
