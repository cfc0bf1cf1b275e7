using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Discussions;

/// <summary>
/// Everybody reads what is not hidden; members write; who has written may change it; the network lead moderates. A hidden
/// discussion is to others one that does not exist; its writer still sees it, and why it is hidden.
/// </summary>
internal static class DiscussionAccess
{
    public static Expression<Func<Discussion, bool>> SeenBy(CurrentUser user)
    {
        if (user.HasRole(Roles.NetworkLead)) return d => true;
        var subject = user.Subject;
        return d => d.HiddenReason == null || (subject != "" && d.Writer.Subject == subject);
    }

    public static bool MayModerate(this CurrentUser user) => user.HasRole(Roles.NetworkLead);

    public static bool Wrote(this CurrentUser user, Writer writer) => user.Subject.Length > 0 && writer.Subject == user.Subject;

    /// <summary>
    /// Loads a discussion with its replies and holds it until the save, so that two who reply at once both are heard.
    /// Must run within a transaction.
    /// </summary>
    public static async Task<Discussion?> Held(this KnowledgeDb db, Guid id, CurrentUser user, CancellationToken stop)
    {
        // Apart from the reading: a query over raw SQL does not know the columns of the writer.
        await db.Database.ExecuteSqlAsync($"select from discussion where id = {id} for update", stop);
        var discussion = await db.Discussions.Where(SeenBy(user)).Include(d => d.Replies).SingleOrDefaultAsync(d => d.Id == id, stop);
        return discussion;
    }

    /// <summary>Changes a held discussion; the rule is asked only for those who may.</summary>
    public static Task<Results<Ok<DiscussionChangedView>, ProblemHttpResult>> Change(
        this KnowledgeDb db, Guid id, CurrentUser user, IfMatch ifMatch, Func<Discussion, Error?> rule, CancellationToken stop) =>
        db.Change(id, user, ifMatch, discussion => Task.FromResult(rule(discussion)), stop);

    /// <summary>Changes a held discussion by a rule that reads more.</summary>
    public static async Task<Results<Ok<DiscussionChangedView>, ProblemHttpResult>> Change(
        this KnowledgeDb db, Guid id, CurrentUser user, IfMatch ifMatch, Func<Discussion, Task<Error?>> rule, CancellationToken stop)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        if (await db.Held(id, user, stop) is not { } discussion) return DiscussionErrors.NotFound.Result();
        if (ifMatch.Refuses(discussion.Version) is { } refused) return refused;
        if (await rule(discussion) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        if (transaction is not null) await transaction.CommitAsync(stop);
        return TypedResults.Ok(new DiscussionChangedView(discussion.Id, discussion.ReplyCount, discussion.AnswerId, discussion.HiddenReason is not null, discussion.Version));
    }
}

/// <summary>What a change answers with; the version is the next change's If-Match.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Replies">Replies that can be read.</param>
/// <param name="AnswerId">The reply that answers the question, or null.</param>
/// <param name="Hidden">True while a moderator has hidden it.</param>
/// <param name="Version">The new version.</param>
public sealed record DiscussionChangedView(Guid Id, int Replies, Guid? AnswerId, bool Hidden, int Version) : IVersioned;
