using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>One article, by its id or its slug.</summary>
internal static class GetArticle
{
    /// <summary>An article.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Slug">Name in addresses.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Summary">What the reader gets.</param>
    /// <param name="Body">The text in Markdown.</param>
    /// <param name="Topic">Part of the handbook.</param>
    /// <param name="Audiences">Who it is for.</param>
    /// <param name="Keywords">Words people search with.</param>
    /// <param name="Routes">Legal routes it explains.</param>
    /// <param name="Dimensions">Dimensions of the baseline it helps to raise.</param>
    /// <param name="CpvCodes">CPV codes or beginnings of them.</param>
    /// <param name="Related">Chapters to read next.</param>
    /// <param name="Models">Chapters that hold a model for it.</param>
    /// <param name="Cases">Cases that show it.</param>
    /// <param name="Sources">What it rests on.</param>
    /// <param name="Owner">The function that keeps it right.</param>
    /// <param name="OwnerOrg">skr, or a municipality's code.</param>
    /// <param name="ReviewBy">The last day it may stand without review.</param>
    /// <param name="Overdue">True when that day has passed: read with care.</param>
    /// <param name="Status">Where it is in its life.</param>
    /// <param name="PublishedAt">First publication (UTC).</param>
    /// <param name="ReviewedAt">When somebody last confirmed it (UTC).</param>
    /// <param name="ChangedAt">Last change (UTC).</param>
    /// <param name="Version">Version, also the ETag.</param>
    public sealed record Response(
        Guid Id, string Slug, string Title, string Summary, string Body, string Topic,
        IReadOnlyList<string> Audiences, IReadOnlyList<string> Keywords, IReadOnlyList<string> Routes, IReadOnlyList<string> Dimensions,
        IReadOnlyList<string> CpvCodes, IReadOnlyList<string> Related, IReadOnlyList<string> Models, IReadOnlyList<string> Cases, IReadOnlyList<string> Sources,
        string Owner, string OwnerOrg, DateOnly ReviewBy, bool Overdue, ArticleStatus Status,
        DateTimeOffset? PublishedAt, DateTimeOffset? ReviewedAt, DateTimeOffset ChangedAt, int Version) : IVersioned;

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string idOrSlug, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var today = clock.Today();
        var article = await db.Articles.AsNoTracking().Where(ArticleAccess.SeenBy(user)).Named(idOrSlug)
            .Select(a => new Response(
                a.Id, a.Slug, a.Title, a.Summary, a.Body, a.Topic, a.Audiences, a.Keywords, a.Routes, a.Dimensions,
                a.CpvCodes, a.Related, a.Models, a.Cases, a.Sources, a.Owner, a.OwnerOrg, a.ReviewBy,
                a.Status == ArticleStatus.Published && a.ReviewBy < today, a.Status, a.PublishedAt, a.ReviewedAt, a.ChangedAt, a.Version))
            .SingleOrDefaultAsync(stop);
        return article is null ? ArticleErrors.NotFound.Result() : TypedResults.Ok(article);
    }

    /// <summary>The text as an HTML fragment.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Html(
        string idOrSlug, CurrentUser user, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        var body = await db.Articles.AsNoTracking().Where(ArticleAccess.SeenBy(user)).Named(idOrSlug).Select(a => a.Body).SingleOrDefaultAsync(stop);
        return body is null ? ArticleErrors.NotFound.Result() : HtmlFragment.Of(body, response);
    }
}
