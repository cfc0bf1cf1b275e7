using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>Begins an article as a draft that its writers alone can see.</summary>
internal static class CreateArticle
{
    /// <summary>The draft.</summary>
    public sealed record Request : ArticleText
    {
        /// <summary>Name in addresses: lower-case a–z, digits and hyphens. It never changes.</summary>
        [Required(ErrorMessage = "Adressen saknas."), RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$", ErrorMessage = "Bara a–z, siffror och bindestreck."), MaxLength(100)]
        public required string Slug { get; init; }
    }

    public static async Task<Results<Created<ArticleChangedView>, ProblemHttpResult>> Handle(
        Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!user.MayWrite()) return ArticleErrors.NotYours.Result("Kommunens utvecklingsledare och SKR:s processledare skriver i handboken.");
        if (Guid.TryParse(request.Slug, out _) || await db.Articles.AnyAsync(a => a.Slug == request.Slug, stop)) return ArticleErrors.SlugTaken.Result();

        var org = user.HasRole(Roles.NetworkLead) ? Author.Skr : user.MunicipalityCode!;
        var article = Article.Draft(request.Slug, org, request, Author.Of(user, clock));
        db.Add(article);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return ArticleErrors.SlugTaken.Result();
        }
        return TypedResults.Created($"/knowledge/v1/articles/{article.Slug}",
            new ArticleChangedView(article.Id, article.Slug, article.Status, article.ReviewBy, article.Version));
    }
}
