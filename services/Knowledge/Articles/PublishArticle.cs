using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>Makes an article public. Only the network lead does, so that somebody else than its writer has read it.</summary>
internal static class PublishArticle
{
    public static async Task<Results<Ok<ArticleChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        await db.Change(id, user, ifMatch,
            article => user.HasRole(Roles.NetworkLead) ? article.Publish(Author.Of(user, clock)) : ArticleErrors.NotYours, stop);
}
