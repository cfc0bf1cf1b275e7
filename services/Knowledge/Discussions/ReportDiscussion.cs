using System.ComponentModel.DataAnnotations;
using Knowledge.Follow;
using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Discussions;

/// <summary>Tells the moderator of something. Said again by the same person it changes nothing.</summary>
internal static class ReportDiscussion
{
    /// <summary>What is reported.</summary>
    /// <param name="Reason">Why, in words for the moderator.</param>
    /// <param name="ReplyId">The reply; null for the whole discussion.</param>
    public sealed record Request([Required(ErrorMessage = "Skriv vad som är fel."), MinLength(5, ErrorMessage = "Skriv vad som är fel."), MaxLength(500, ErrorMessage = "Högst 500 tecken.")] string Reason, Guid? ReplyId);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!Writer.IsMember(user)) return DiscussionErrors.NotMember.Result();
        var title = await db.Discussions.Where(DiscussionAccess.SeenBy(user)).Where(d => d.Id == id).Select(d => d.Title).SingleOrDefaultAsync(stop);
        if (title is null) return DiscussionErrors.NotFound.Result();
        if (request.ReplyId is { } reply && !await db.Set<Reply>().AnyAsync(r => r.Id == reply && r.DiscussionId == id && r.HiddenReason == null, stop)) return DiscussionErrors.NoSuchReply.Result();
        var (report, now) = (Guid.CreateVersion7(), clock.Moment());
        await using var together = await db.Database.BeginTransactionAsync(stop);
        var added = await db.Database.ExecuteSqlAsync($"""
            insert into report (id, discussion_id, reply_id, reason, reporter, at)
            values ({report}, {id}, {request.ReplyId ?? Guid.Empty}, {request.Reason.Trim()}, {user.Subject}, {now})
            on conflict (discussion_id, reply_id, reporter) do nothing
            """, stop);
        if (added == 0) return TypedResults.NoContent();
        db.Add(new Notice
        {
            Id = Guid.CreateVersion7(),
            Kind = "discussion",
            Thing = report,
            Version = 1,
            What = "Någon har anmält ett inlägg",
            Title = title,
            Path = "/diskussioner/moderering",
            Actor = user.Subject,
            Orgs = [Author.Skr],
            OccurredAt = now,
        });
        await db.SaveChangesAsync(stop);
        await together.CommitAsync(stop);
        return TypedResults.NoContent();
    }
}

/// <summary>What waits for the moderator, the oldest first.</summary>
internal static class ListReports
{
    /// <summary>Something reported. Who reported it is not told.</summary>
    /// <param name="Id">Identity of the report.</param>
    /// <param name="DiscussionId">The discussion.</param>
    /// <param name="ReplyId">The reply; null for the whole discussion.</param>
    /// <param name="Title">The discussion's title.</param>
    /// <param name="Passage">What is reported, as text.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">When (UTC).</param>
    /// <param name="Version">The discussion's version, for the moderation's If-Match.</param>
    public sealed record Item(Guid Id, Guid DiscussionId, Guid? ReplyId, string Title, string Passage, string Reason, DateTimeOffset At, int Version);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (!user.MayModerate()) return DiscussionErrors.NotModerator.Result();
        var page = await db.Set<Report>().AsNoTracking().Where(r => r.HandledAt == null).OrderBy(r => r.At).ThenBy(r => r.Id)
            .Join(db.Discussions, r => r.DiscussionId, d => d.Id, (r, d) => new { r, d.Title, d.Version, Body = r.ReplyId == Guid.Empty ? d.Body : d.Replies.Where(x => x.Id == r.ReplyId).Select(x => x.Body).Single() })
            .ToPageAsync(paging, request, stop);
        return TypedResults.Ok(new Page<Item>(
            [.. page.Items.Select(row => new Item(row.r.Id, row.r.DiscussionId, row.r.ReplyId == Guid.Empty ? null : row.r.ReplyId, row.Title, SafeMarkdown.ToText(row.Body).Trim(), row.r.Reason, row.r.At, row.Version))],
            page.Meta, page.Links));
    }
}

/// <summary>Leaves what was reported standing. Hiding it settles the report by itself.</summary>
internal static class DismissReport
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!user.MayModerate()) return DiscussionErrors.NotModerator.Result();
        var now = clock.GetUtcNow();
        var found = await db.Set<Report>().Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.HandledAt, r => r.HandledAt ?? now), stop);
        return found == 1 ? TypedResults.NoContent() : DiscussionErrors.NoSuchReport.Result();
    }
}

/// <summary>What moderators have done, the latest first.</summary>
internal static class ListModerations
{
    /// <summary>Something a moderator did.</summary>
    /// <param name="DiscussionId">The discussion.</param>
    /// <param name="ReplyId">The reply; null for the whole discussion.</param>
    /// <param name="Title">The discussion's title.</param>
    /// <param name="Action">hide or restore.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">When (UTC).</param>
    /// <param name="StillHidden">True while it is hidden.</param>
    public sealed record Item(Guid DiscussionId, Guid? ReplyId, string Title, string Action, string Reason, DateTimeOffset At, bool StillHidden);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle([AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (!user.MayModerate()) return DiscussionErrors.NotModerator.Result();
        return TypedResults.Ok(await db.Set<Moderation>().AsNoTracking().OrderByDescending(m => m.At).ThenBy(m => m.Id)
            .Join(db.Discussions, m => m.DiscussionId, d => d.Id, (m, d) => new Item(d.Id, m.ReplyId, d.Title, m.Action, m.Reason, m.At,
                m.ReplyId == null ? d.HiddenReason != null : d.Replies.Any(r => r.Id == m.ReplyId && r.HiddenReason != null)))
            .ToPageAsync(paging, request, stop));
    }
}
