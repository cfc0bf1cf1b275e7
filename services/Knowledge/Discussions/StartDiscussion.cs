using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Discussions;

/// <summary>Asks the network something.</summary>
internal static class StartDiscussion
{
    /// <summary>The question.</summary>
    public sealed record Request : DiscussionText;

    public static async Task<Results<Created<DiscussionChangedView>, ProblemHttpResult>> Handle(
        Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await Writer.Of(user, db, stop) is not { } writer) return DiscussionErrors.NotMember.Result();
        var discussion = Discussion.Start(request, writer, clock.Moment());
        db.Add(discussion);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/knowledge/v1/discussions/{discussion.Id}",
            new DiscussionChangedView(discussion.Id, 0, null, false, discussion.Version));
    }
}

/// <summary>Puts the question better.</summary>
internal static class ReviseDiscussion
{
    /// <summary>The whole new question.</summary>
    public sealed record Request : DiscussionText;

    public static Task<Results<Ok<DiscussionChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, d => user.Wrote(d.Writer) ? d.Revise(request) : DiscussionErrors.NotYours, stop);
}
