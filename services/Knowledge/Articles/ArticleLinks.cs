using Knowledge.Cases;
using Knowledge.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>Where a chapter leads: the rules it explains, other chapters, models and cases, by title. What is no longer public is left out.</summary>
internal static class ArticleLinks
{
    private const int MostModels = 3;

    /// <summary>Where a chapter leads.</summary>
    /// <param name="Rules">Legal routes it explains; the codes are those of the route assessment.</param>
    /// <param name="Sources">Statutes with paragraph, guidance and reports.</param>
    /// <param name="Chapters">Chapters to read next, those that hold a template included.</param>
    /// <param name="Models">Models that municipalities share: those it names, and for a chapter about collaboration the most adopted.</param>
    /// <param name="Cases">Cases that show it in practice.</param>
    public sealed record Response(
        IReadOnlyList<Link> Rules, IReadOnlyList<string> Sources, IReadOnlyList<Link> Chapters, IReadOnlyList<Link> Models, IReadOnlyList<Link> Cases);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string idOrSlug, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().Where(ArticleAccess.SeenBy(user)).Named(idOrSlug)
            .Select(a => new { a.Topic, a.Routes, a.Sources, a.Related, a.Models, a.Cases }).SingleOrDefaultAsync(stop);
        if (article is null) return ArticleErrors.NotFound.Result();

        List<string> slugs = [.. article.Related, .. article.Models];
        var chapters = await db.Articles.AsNoTracking().Where(ArticleAccess.SeenBy(user)).Where(a => slugs.Contains(a.Slug) && a.Status == ArticleStatus.Published)
            .Select(a => new Link("article", a.Slug, a.Title)).ToListAsync(stop);
        var cases = await db.Cases.AsNoTracking().Where(c => article.Cases.Contains(c.Slug) && c.Status == CaseStatus.Published)
            .Select(c => new Link("case", c.Slug, c.Title)).ToListAsync(stop);
        var named = article.Models.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
        var shared = db.Collaborations.AsNoTracking().Where(c => c.IsModel && !c.Withdrawn);
        var models = await ListModels.Items(shared.Where(c => named.Contains(c.Id)), db).ToListAsync(stop);
        if (models.Count == 0 && article.Topic == "collaboration") models = await ListModels.Items(shared, db).Take(MostModels).ToListAsync(stop);
        return TypedResults.Ok(new Response(
            [.. article.Routes.Select(code => new Link("route", code, Vocabulary.RouteNames.GetValueOrDefault(code, code)))], article.Sources,
            [.. chapters.OrderBy(link => slugs.IndexOf(link.Slug))],
            [.. models.Select(model => new Link("model", model.Id.ToString(), $"{model.Title} ({model.Municipality})"))],
            [.. cases.OrderBy(link => article.Cases.IndexOf(link.Slug))]));
    }
}
