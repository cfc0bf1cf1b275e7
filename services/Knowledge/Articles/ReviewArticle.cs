using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Articles;

/// <summary>Confirms that an article still holds and says when it must be read again.</summary>
internal static class ReviewArticle
{
    /// <summary>The confirmation.</summary>
    /// <param name="ReviewBy">The next review day.</param>
    public sealed record Request([Day] DateOnly ReviewBy);

    public static Task<Results<Ok<ArticleChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, article => article.Review(request.ReviewBy, Author.Of(user, clock)), stop);
}
