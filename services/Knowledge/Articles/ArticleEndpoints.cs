using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Knowledge.Articles;

internal static class ArticleEndpoints
{
    public static void MapArticles(this RouteGroupBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("articles");
        articles.MapGet("/", ListArticles.Handle).WithName("ListArticles").WithSummary("Handbokens kapitel");
        articles.MapGet("/{idOrSlug}", GetArticle.Handle).WithName("GetArticle").WithSummary("Ett kapitel").Fails(ArticleErrors.NotFound);
        articles.MapGet("/{idOrSlug}/html", GetArticle.Html).WithName("GetArticleHtml").WithSummary("Kapitlet som HTML")
            .Produces<string>(StatusCodes.Status200OK, "text/html").Fails(ArticleErrors.NotFound);
        articles.MapGet("/{idOrSlug}/links", ArticleLinks.Handle).WithName("GetArticleLinks").WithSummary("Regler, modeller och exempel som kapitlet talar om")
            .Fails(ArticleErrors.NotFound);
        articles.MapGet("/{idOrSlug}/history", ArticleHistory.List).WithName("ListArticleHistory").WithSummary("Kapitlets versioner")
            .Fails(ArticleErrors.NotFound);
        articles.MapGet("/{idOrSlug}/history/{version:int}", ArticleHistory.Get).WithName("GetArticleVersion").WithSummary("Kapitlet som det var")
            .Fails(ArticleErrors.NotFound);

        articles.MapPost("/", CreateArticle.Handle).WithName("CreateArticle").WithSummary("Börja ett utkast").Idempotent<KnowledgeDb>()
            .Fails(ArticleErrors.NotYours, ArticleErrors.SlugTaken);
        articles.MapPut("/{id:guid}", ReviseArticle.Handle).WithName("ReviseArticle").WithSummary("Skriv om")
            .Changes(ArticleErrors.Withdrawn, ArticleErrors.NoSources, ArticleErrors.ReviewDatePassed);
        articles.MapPost("/{id:guid}/publication", PublishArticle.Handle).WithName("PublishArticle").WithSummary("Publicera")
            .Changes(ArticleErrors.AlreadyPublished, ArticleErrors.NoSources, ArticleErrors.ReviewDatePassed);
        articles.MapPost("/{id:guid}/review", ReviewArticle.Handle).WithName("ReviewArticle").WithSummary("Bekräfta att kapitlet stämmer")
            .Changes(ArticleErrors.NotPublished, ArticleErrors.ReviewDatePassed);
        articles.MapPost("/{id:guid}/withdrawal", WithdrawArticle.Handle).WithName("WithdrawArticle").WithSummary("Ta tillbaka")
            .Changes(ArticleErrors.Withdrawn);
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [ArticleErrors.NotFound, ArticleErrors.NotYours, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race, .. errors]);
}
