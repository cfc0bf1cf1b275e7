using ServiceDefaults.Rules;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults;

namespace Knowledge.Search;

/// <summary>
/// The search box: everything the caller may see that speaks of the words, best first, with the passages and with how many
/// there are of each sort.
/// </summary>
internal static class SearchKnowledge
{
    /// <summary>What is asked.</summary>
    public sealed class Filter
    {
        /// <summary>Words in everyday Swedish. Inflection, compounds, synonyms and misspellings are seen through.</summary>
        [Required(ErrorMessage = "Skriv vad du söker."), MinLength(2, ErrorMessage = "Minst två tecken."), MaxLength(200, ErrorMessage = "Högst 200 tecken.")]
        public string Q { get; init; } = "";

        /// <summary>article, case, discussion, meeting or model.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.SearchKinds))]
        public string? Kind { get; init; }

        /// <summary>Part of the handbook.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Topics))]
        public string? Topic { get; init; }

        /// <summary>Reader's role.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Audiences))]
        public string? Audience { get; init; }

        /// <summary>Code of a legal route.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Routes))]
        public string? Route { get; init; }
    }

    /// <summary>A hit.</summary>
    /// <param name="Kind">article, case, discussion, meeting or model.</param>
    /// <param name="Id">Identity.</param>
    /// <param name="Slug">Name in addresses.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Summary">What the reader gets.</param>
    /// <param name="Passage">The best passage as HTML: text is escaped, found words stand in mark elements.</param>
    /// <param name="Topic">Part of the handbook.</param>
    /// <param name="Overdue">True when its review day has passed.</param>
    /// <param name="Public">False for a draft that only its writers see.</param>
    /// <param name="Score">For ordering alone; not comparable between questions.</param>
    public sealed record Hit(
        string Kind, Guid Id, string Slug, string Title, string Summary, string Passage, string Topic, bool Overdue, bool Public, double Score);

    /// <summary>How many hits there are of a sort.</summary>
    /// <param name="Name">kind, topic or audience.</param>
    /// <param name="Value">The code.</param>
    /// <param name="Count">Hits.</param>
    public sealed record Facet(string Name, string Value, long Count);

    /// <summary>The answer.</summary>
    /// <param name="Page">The hits; at most the best 100 can be paged through.</param>
    /// <param name="Matched">All hits.</param>
    /// <param name="EveryWord">False when no text has all words, and those with some are shown.</param>
    /// <param name="Meant">Unknown words and what was searched beside them.</param>
    /// <param name="Facets">Hits by sort.</param>
    public sealed record Response(
        Page<Hit> Page, long Matched, bool EveryWord, IReadOnlyDictionary<string, string> Meant, IReadOnlyList<Facet> Facets);

    public static async Task<Ok<Response>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, CurrentUser user,
        NpgsqlDataSource database, TimeProvider clock, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var query = SearchQuery.Of(filter.Q);
        var meant = await Corrections.Of(query, connection, stop);
        query = query.With(meant);
        var reader = Reader.Of(user);
        var found = query.Words.Count == 0 ? Found.Nothing : await FoundTexts.Read(connection, query.All, query, filter, reader, paging, stop);
        var everyWord = found.Matched > 0 || query.Words.Count < 2;
        if (!everyWord) found = await FoundTexts.Read(connection, query.Any, query, filter, reader, paging, stop);

        var today = clock.Today();
        var marked = query.Marked;
        Hit[] hits = [.. found.Texts.Select(text => new Hit(
            text.Kind, text.Id, text.Slug, text.Title, text.Summary, Passage.Best(text.Body, text.Summary, marked),
            text.Topic, text.ReviewBy < today, text.Public, Math.Round(text.Score, 4)))];
        var reachable = (int)Math.Min(found.Matched, FoundTexts.Reach);
        return TypedResults.Ok(new Response(Pages.Of<Hit>(hits, reachable, paging, request), found.Matched, everyWord, meant, found.Facets));
    }
}
