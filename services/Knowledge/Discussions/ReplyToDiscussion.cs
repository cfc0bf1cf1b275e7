using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Discussions;

/// <summary>Says something in a discussion. Needs no If-Match: a reply overwrites nothing that others have written.</summary>
internal static class ReplyToDiscussion
{
    /// <summary>The reply.</summary>
    /// <param name="Body">Markdown; mentions as in a question.</param>
    public sealed record Request([Required(ErrorMessage = "Texten saknas."), MaxLength(20_000, ErrorMessage = "Högst 20 000 tecken."), NoPersonalNumber] string Body);

    /// <summary>The reply that was added.</summary>
    /// <param name="Id">Identity of the reply.</param>
    /// <param name="Version">The discussion's new version.</param>
    public sealed record Response(Guid Id, int Version);

    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await Writer.Of(user, db, stop) is not { } writer) return DiscussionErrors.NotMember.Result();
        Reply? reply = null;
        var changed = await db.Change(id, user, IfMatch.Any, discussion =>
        {
            if (discussion.HiddenReason is not null) return DiscussionErrors.AlreadyHidden;
            reply = discussion.Add(request.Body, writer, clock.Moment());
            return reply is null ? DiscussionErrors.Full : null;
        }, stop);
        if (changed.Result is not Ok<DiscussionChangedView> { Value: { } view }) return (ProblemHttpResult)changed.Result;
        return TypedResults.Created($"/knowledge/v1/discussions/{id}", new Response(reply!.Id, view.Version));
    }
}

/// <summary>Puts a reply better; readers see that it has been changed.</summary>
internal static class ReviseReply
{
    /// <summary>The whole new reply.</summary>
    /// <param name="Body">Markdown.</param>
    public sealed record Request([Required(ErrorMessage = "Texten saknas."), MaxLength(20_000, ErrorMessage = "Högst 20 000 tecken."), NoPersonalNumber] string Body);

    public static Task<Results<Ok<DiscussionChangedView>, ProblemHttpResult>> Handle(
        Guid id, Guid replyId, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, discussion =>
        {
            if (discussion.Replies.SingleOrDefault(r => r.Id == replyId) is not { } reply) return DiscussionErrors.NoSuchReply;
            if (!user.Wrote(reply.Writer)) return DiscussionErrors.NotYours;
            if (reply.HiddenReason is not null) return DiscussionErrors.AlreadyHidden;
            discussion.Rewrite(reply, request.Body, clock.Moment());
            return null;
        }, stop);
}

/// <summary>Says which reply answered the question. Who asked does, or the network lead.</summary>
internal static class AcceptAnswer
{
    /// <summary>The answer.</summary>
    /// <param name="ReplyId">The reply; null when none answers after all.</param>
    public sealed record Request(Guid? ReplyId);

    public static Task<Results<Ok<DiscussionChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, d => user.Wrote(d.Writer) || user.MayModerate() ? d.Accept(request.ReplyId) : DiscussionErrors.NotYours, stop);
}
