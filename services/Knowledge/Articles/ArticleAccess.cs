using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>
/// Who sees and changes an article. The network lead at SKR sees and changes all; a municipality's development lead sees what
/// the municipality has written and changes it while it is a draft; everybody sees what is published. An article that the
/// caller may not see is answered as one that does not exist.
/// </summary>
internal static class ArticleAccess
{
    public static Expression<Func<Article, bool>> SeenBy(CurrentUser user)
    {
        if (user.HasRole(Roles.NetworkLead)) return article => true;
        if (!user.HasRole(Roles.DevelopmentLead) || user.MunicipalityCode is not { } code) return article => article.Status == ArticleStatus.Published;
        return article => article.Status == ArticleStatus.Published || article.OwnerOrg == code;
    }

    public static bool MayWrite(this CurrentUser user) =>
        user.HasRole(Roles.NetworkLead) || (user.HasRole(Roles.DevelopmentLead) && user.MunicipalityCode is not null);

    public static bool MayChange(this CurrentUser user, Article article) =>
        user.HasRole(Roles.NetworkLead)
        || (user.HasRole(Roles.DevelopmentLead) && user.MunicipalityCode == article.OwnerOrg && article.Status == ArticleStatus.Draft);

    /// <summary>Narrows to one article by its id or its slug.</summary>
    public static IQueryable<Article> Named(this IQueryable<Article> articles, string idOrSlug) =>
        Guid.TryParse(idOrSlug, out var id) ? articles.Where(a => a.Id == id) : articles.Where(a => a.Slug == idOrSlug);

    /// <summary>
    /// Loads an article to change it: 404 when the caller may not see it, 403 when he may not change it, 428 or 412 by If-Match,
    /// and then the rule's own error.
    /// </summary>
    public static async Task<Results<Ok<ArticleChangedView>, ProblemHttpResult>> Change(
        this KnowledgeDb db, Guid id, CurrentUser user, IfMatch ifMatch, Func<Article, Error?> rule, CancellationToken stop)
    {
        var article = await db.Articles.Where(SeenBy(user)).SingleOrDefaultAsync(a => a.Id == id, stop);
        if (article is null) return ArticleErrors.NotFound.Result();
        if (!user.MayChange(article)) return ArticleErrors.NotYours.Result("Be nätverkets processledare på SKR om hjälp.");
        if (ifMatch.Refuses(article.Version) is { } refused) return refused;
        if (rule(article) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(new ArticleChangedView(article.Id, article.Slug, article.Status, article.ReviewBy, article.Version));
    }
}

/// <summary>What a change answers with; the version is the next change's If-Match.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="ReviewBy">The last day it may stand without review.</param>
/// <param name="Version">The new version.</param>
public sealed record ArticleChangedView(Guid Id, string Slug, ArticleStatus Status, DateOnly ReviewBy, int Version) : IVersioned;
