using System.ComponentModel.DataAnnotations;
using Knowledge.Search;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults;

namespace Knowledge.Discussions;

/// <summary>What has been asked before, and what the handbook says, shown while a question is being written.</summary>
internal static class SimilarDiscussions
{
    // Of the words that count at least this share must be in a text, so that one common word does not make two questions alike.
    private const double Share = 0.45;
    private const int Most = 5;

    /// <summary>What is being written.</summary>
    public sealed class Draft
    {
        /// <summary>The question as far as it is written; its first twelve telling words count.</summary>
        [Required(ErrorMessage = "Skriv din fråga."), MinLength(3, ErrorMessage = "Minst tre tecken."), MaxLength(1_000, ErrorMessage = "Högst 1 000 tecken.")]
        public string Text { get; init; } = "";
    }

    /// <summary>Something like it.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Slug">Name in addresses.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Passage">The best passage as HTML: text is escaped, found words stand in mark elements.</param>
    public sealed record Item(Guid Id, string Slug, string Title, string Passage);

    /// <summary>What is like it.</summary>
    /// <param name="Discussions">Discussions, the most alike first.</param>
    /// <param name="Chapters">Chapters that may already say it.</param>
    public sealed record Response(IReadOnlyList<Item> Discussions, IReadOnlyList<Item> Chapters);

    public static async Task<Ok<Response>> Handle([AsParameters] Draft draft, CurrentUser user, NpgsqlDataSource database, CancellationToken stop)
    {
        var query = SearchQuery.Of(draft.Text);
        if (query.Words.Count == 0) return TypedResults.Ok(new Response([], []));
        var marked = query.Marked;
        // As written: a guess at what a rare word was meant to be would make strangers alike.
        await using var connection = await database.OpenConnectionAsync(stop);
        return TypedResults.Ok(new Response(await Of("discussion"), await Of("article")));

        async Task<IReadOnlyList<Item>> Of(string kind)
        {
            var found = await FoundTexts.Read(connection, query.Any, query, new SearchKnowledge.Filter { Kind = kind }, Reader.Of(user), new Paging { Limit = Most }, stop);
            return [.. found.Texts.Where(text => text.Score >= Share * query.Words.Count)
                .Select(text => new Item(text.Id, text.Slug, text.Title, Passage.Best(text.Body, text.Summary, marked)))];
        }
    }
}
