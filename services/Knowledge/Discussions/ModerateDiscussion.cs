using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Discussions;

/// <summary>Hides or restores a discussion or one of its replies, always with a reason that its writer can read.</summary>
internal static class ModerateDiscussion
{
    /// <summary>What is done.</summary>
    /// <param name="Action">hide or restore.</param>
    /// <param name="Reason">Why, in words that its writer will read.</param>
    /// <param name="ReplyId">The reply; null for the whole discussion.</param>
    public sealed record Request(
        [Required, AllowedValues("hide", "restore", ErrorMessage = "Ange hide eller restore.")] string Action,
        [Required(ErrorMessage = "Skälet saknas."), MinLength(5, ErrorMessage = "Skriv skälet."), MaxLength(500, ErrorMessage = "Högst 500 tecken.")] string Reason,
        Guid? ReplyId);

    public static Task<Results<Ok<DiscussionChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, async discussion =>
        {
            if (!user.MayModerate()) return DiscussionErrors.NotModerator;
            var hides = request.Action == "hide";
            if ((hides ? discussion.Hide(request.ReplyId, request.Reason) : discussion.Restore(request.ReplyId)) is { } error) return error;
            // Who has been told of a hidden discussion sees nothing of it while it is hidden.
            if (request.ReplyId is null)
                foreach (var notice in await db.Notices.Where(n => n.Kind == "discussion" && n.Thing == id).ToListAsync(stop)) notice.Withdrawn = hides;
            // Hidden is an answer to whoever reported it.
            if (hides)
                foreach (var report in await db.Set<Report>().Where(r => r.DiscussionId == id && r.HandledAt == null && (request.ReplyId == null || r.ReplyId == request.ReplyId)).ToListAsync(stop))
                    report.HandledAt = clock.Moment();
            db.Add(new Moderation
            {
                Id = Guid.CreateVersion7(),
                DiscussionId = id,
                ReplyId = request.ReplyId,
                Action = request.Action,
                Reason = request.Reason,
                Moderator = user.Subject,
                At = clock.Moment(),
            });
            return null;
        }, stop);
}

/// <summary>What moderators have done in a discussion, for the network lead and those whose words it was about.</summary>
internal static class ListModeration
{
    /// <summary>Something a moderator did.</summary>
    /// <param name="ReplyId">The reply; null for the whole discussion.</param>
    /// <param name="Action">hide or restore.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Moderator">The moderator's subject; null for others than the network lead.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Item(Guid? ReplyId, string Action, string Reason, string? Moderator, DateTimeOffset At);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var discussion = await db.Discussions.AsNoTracking().Where(DiscussionAccess.SeenBy(user)).Include(d => d.Replies).SingleOrDefaultAsync(d => d.Id == id, stop);
        if (discussion is null) return DiscussionErrors.NotFound.Result();
        var all = user.MayModerate();
        var own = discussion.Replies.Where(r => user.Wrote(r.Writer)).Select(r => r.Id).ToList();
        var asked = user.Wrote(discussion.Writer);
        var moderations = db.Set<Moderation>().AsNoTracking()
            .Where(m => m.DiscussionId == id && (all || (m.ReplyId == null && asked) || (m.ReplyId != null && own.Contains(m.ReplyId.Value))));
        return TypedResults.Ok(await moderations.OrderBy(m => m.At).ThenBy(m => m.Id)
            .Select(m => new Item(m.ReplyId, m.Action, m.Reason, all ? m.Moderator : null, m.At)).ToPageAsync(paging, request, stop));
    }
}
