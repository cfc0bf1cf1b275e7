using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Discussions;

/// <summary>A discussion with all its replies, in the order in which they came.</summary>
internal static class GetDiscussion
{
    /// <summary>A discussion.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Title">The question.</param>
    /// <param name="Body">The question in Markdown.</param>
    /// <param name="Html">The same as a safe HTML fragment.</param>
    /// <param name="Topic">Part of the handbook.</param>
    /// <param name="Group">Municipalities that it is for; null for all.</param>
    /// <param name="ModelId">The model that it is about, or null.</param>
    /// <param name="Writer">Function and municipality of who asks.</param>
    /// <param name="WriterName">The person's name, for members; otherwise null.</param>
    /// <param name="Own">True when the caller asked.</param>
    /// <param name="StartedAt">When it was asked (UTC).</param>
    /// <param name="LastActivityAt">When something was last said (UTC).</param>
    /// <param name="AnswerId">The reply that answers it, or null.</param>
    /// <param name="HiddenReason">Why it is hidden, for its writer and the network lead; otherwise null.</param>
    /// <param name="Fictional">True for a made-up example: it must be shown as one.</param>
    /// <param name="Replies">What others say.</param>
    /// <param name="Version">Version, also the ETag.</param>
    public sealed record Response(
        Guid Id, string Title, string Body, string Html, string Topic, string? Group, Guid? ModelId, string Writer, string? WriterName, bool Own,
        DateTimeOffset StartedAt, DateTimeOffset LastActivityAt, Guid? AnswerId, string? HiddenReason, bool Fictional, IReadOnlyList<ReplyView> Replies, int Version) : IVersioned;

    /// <summary>A reply.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Body">Markdown; empty when hidden from the caller.</param>
    /// <param name="Html">The same as a safe HTML fragment.</param>
    /// <param name="Writer">Function and municipality.</param>
    /// <param name="WriterName">The person's name, for members; otherwise null.</param>
    /// <param name="Own">True when the caller wrote it.</param>
    /// <param name="WrittenAt">When (UTC).</param>
    /// <param name="RewrittenAt">When it was last changed (UTC), or null.</param>
    /// <param name="Accepted">True for the answer.</param>
    /// <param name="Hidden">True when a moderator has hidden it: a line stands in its place.</param>
    /// <param name="HiddenReason">Why, for its writer and the network lead; otherwise null.</param>
    public sealed record ReplyView(
        Guid Id, string Body, string Html, string Writer, string? WriterName, bool Own, DateTimeOffset WrittenAt, DateTimeOffset? RewrittenAt,
        bool Accepted, bool Hidden, string? HiddenReason);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var d = await db.Discussions.AsNoTracking().Where(DiscussionAccess.SeenBy(user)).Include(d => d.Replies).SingleOrDefaultAsync(d => d.Id == id, stop);
        if (d is null) return DiscussionErrors.NotFound.Result();
        var member = Writer.IsMember(user);
        return TypedResults.Ok(new Response(
            d.Id, d.Title, d.Body, SafeMarkdown.ToHtml(d.Body), d.Topic, d.Group, d.ModelId, d.Writer.Label, member ? d.Writer.Name : null, user.Wrote(d.Writer),
            d.StartedAt, d.LastActivityAt, d.AnswerId, d.HiddenReason, d.Fictional, [.. d.Replies.OrderBy(r => r.Number).Select(View)], d.Version));

        ReplyView View(Reply r)
        {
            var shown = r.HiddenReason is null || user.MayModerate() || user.Wrote(r.Writer);
            var body = shown ? r.Body : "";
            return new ReplyView(r.Id, body, SafeMarkdown.ToHtml(body), r.Writer.Label, member ? r.Writer.Name : null, user.Wrote(r.Writer), r.WrittenAt, r.RewrittenAt,
                r.Id == d.AnswerId, r.HiddenReason is not null, shown ? r.HiddenReason : null);
        }
    }
}
