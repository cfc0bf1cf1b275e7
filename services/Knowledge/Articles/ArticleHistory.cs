using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>What an article has said through its life. What stood before the first publication is shown to its writers only.</summary>
internal static class ArticleHistory
{
    /// <summary>A change.</summary>
    /// <param name="Version">The version it made.</param>
    /// <param name="Reason">drafted, published, revised, reviewed or withdrawn.</param>
    /// <param name="ChangedAt">When (UTC).</param>
    /// <param name="ChangedBy">Which organisation: skr, a municipality's code, or seed for the first edition.</param>
    /// <param name="Title">The title then.</param>
    /// <param name="ReviewBy">The review day then.</param>
    public sealed record Item(int Version, string Reason, DateTimeOffset ChangedAt, string ChangedBy, string Title, DateOnly ReviewBy);

    /// <summary>The article as it stood.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="Reason">Why it changed.</param>
    /// <param name="ChangedAt">When (UTC).</param>
    /// <param name="ChangedBy">Which organisation.</param>
    /// <param name="Title">The title then.</param>
    /// <param name="Summary">The summary then.</param>
    /// <param name="Body">The text then, in Markdown.</param>
    /// <param name="Sources">The sources then.</param>
    /// <param name="Owner">The owner then.</param>
    /// <param name="ReviewBy">The review day then.</param>
    public sealed record Response(
        int Version, string Reason, DateTimeOffset ChangedAt, string ChangedBy,
        string Title, string Summary, string Body, IReadOnlyList<string> Sources, string Owner, DateOnly ReviewBy);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> List(
        string idOrSlug, [AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (await Visible(idOrSlug, user, db, stop) is not { } revisions) return ArticleErrors.NotFound.Result();
        return TypedResults.Ok(await revisions
            .OrderByDescending(r => r.Version)
            .Select(r => new Item(r.Version, r.Reason, r.ChangedAt, r.ChangedBy, r.Title, r.ReviewBy))
            .ToPageAsync(paging, request, stop));
    }

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Get(
        string idOrSlug, int version, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (await Visible(idOrSlug, user, db, stop) is not { } revisions) return ArticleErrors.NotFound.Result();
        var found = await revisions.Where(r => r.Version == version)
            .Select(r => new Response(r.Version, r.Reason, r.ChangedAt, r.ChangedBy, r.Title, r.Summary, r.Body, r.Sources, r.Owner, r.ReviewBy))
            .SingleOrDefaultAsync(stop);
        return found is null ? ArticleErrors.NotFound.Result() : TypedResults.Ok(found);
    }

    private static async Task<IQueryable<ArticleRevision>?> Visible(string idOrSlug, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().Where(ArticleAccess.SeenBy(user)).Named(idOrSlug)
            .Select(a => new { a.Id, a.OwnerOrg }).SingleOrDefaultAsync(stop);
        if (article is null) return null;
        var all = user.HasRole(Roles.NetworkLead) || (user.HasRole(Roles.DevelopmentLead) && user.MunicipalityCode == article.OwnerOrg);
        return db.ArticleRevisions.AsNoTracking().Where(r => r.ArticleId == article.Id && (all || r.Public));
    }
}
