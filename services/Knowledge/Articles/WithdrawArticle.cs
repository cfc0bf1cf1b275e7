using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>Takes an article back; its history stays with its writers.</summary>
internal static class WithdrawArticle
{
    public static Task<Results<Ok<ArticleChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, article => article.Withdraw(Author.Of(user, clock)), stop);
}
