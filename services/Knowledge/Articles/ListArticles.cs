using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Articles;

/// <summary>The handbook's table of contents, narrowed by what the reader asks for.</summary>
internal static class ListArticles
{
    /// <summary>Filters; each narrows the list further.</summary>
    public sealed class Filter
    {
        /// <summary>Part of the handbook.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Topics))]
        public string? Topic { get; init; }

        /// <summary>Reader's role.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Audiences))]
        public string? Audience { get; init; }

        /// <summary>Code of a legal route.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Routes))]
        public string? Route { get; init; }

        /// <summary>Dimension of the baseline.</summary>
        [OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Dimensions))]
        public string? Dimension { get; init; }

        /// <summary>draft, published or withdrawn; drafts only as far as the caller may see them.</summary>
        public Choice<ArticleStatus>? Status { get; init; }

        /// <summary>True: only those past their review day. False: only those that are not.</summary>
        public bool? Overdue { get; init; }
    }

    /// <summary>An article in the list.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Slug">Name in addresses.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Summary">What the reader gets.</param>
    /// <param name="Topic">Part of the handbook.</param>
    /// <param name="Audiences">Who it is for.</param>
    /// <param name="Owner">The function that keeps it right.</param>
    /// <param name="ReviewBy">The last day it may stand without review.</param>
    /// <param name="Overdue">True when that day has passed.</param>
    /// <param name="Status">Where it is in its life.</param>
    /// <param name="Version">Version.</param>
    public sealed record Item(
        Guid Id, string Slug, string Title, string Summary, string Topic, IReadOnlyList<string> Audiences,
        string Owner, DateOnly ReviewBy, bool Overdue, ArticleStatus Status, int Version);

    public static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var today = clock.Today();
        var articles = db.Articles.AsNoTracking().Where(ArticleAccess.SeenBy(user));
        if (filter.Topic is { } topic) articles = articles.Where(a => a.Topic == topic);
        if (filter.Audience is { } audience) articles = articles.Where(a => a.Audiences.Contains(audience));
        if (filter.Route is { } route) articles = articles.Where(a => a.Routes.Contains(route));
        if (filter.Dimension is { } dimension) articles = articles.Where(a => a.Dimensions.Contains(dimension));
        if (filter.Status is { Value: var status }) articles = articles.Where(a => a.Status == status);
        if (filter.Overdue is { } overdue) articles = articles.Where(a => (a.Status == ArticleStatus.Published && a.ReviewBy < today) == overdue);
        return TypedResults.Ok(await articles
            .OrderBy(a => EF.Functions.Collate(a.Title, Swedish.Collation)).ThenBy(a => a.Id)
            .Select(a => new Item(a.Id, a.Slug, a.Title, a.Summary, a.Topic, a.Audiences, a.Owner, a.ReviewBy,
                a.Status == ArticleStatus.Published && a.ReviewBy < today, a.Status, a.Version))
            .ToPageAsync(paging, request, stop));
    }
}
