using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>Writes an article anew; the text before stays in the history.</summary>
internal static class ReviseArticle
{
    /// <summary>The whole new text.</summary>
    public sealed record Request : ArticleText;

    public static Task<Results<Ok<ArticleChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, article => article.Revise(request, Author.Of(user, clock)), stop);
}
