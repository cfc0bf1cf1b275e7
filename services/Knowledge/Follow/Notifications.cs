using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Follow;

/// <summary>What has happened that the caller wants to know, newest first: the page.</summary>
internal static class ListNotifications
{
    /// <summary>Filter.</summary>
    public sealed class Filter
    {
        /// <summary>Only those that have been read, or have not.</summary>
        public bool? Read { get; init; }
    }

    /// <summary>Something that has happened.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Kind">article, case, model, meeting, discussion, match, rules, reminder or mention.</param>
    /// <param name="Thing">Identity of the thing.</param>
    /// <param name="What">What has happened, a Swedish line.</param>
    /// <param name="Title">The thing's title.</param>
    /// <param name="Path">Address of its page, from the root.</param>
    /// <param name="OccurredAt">When (UTC).</param>
    /// <param name="Read">True when the caller has read it.</param>
    /// <param name="Digest">Which mail it goes with: immediate, daily, weekly or off.</param>
    /// <param name="Mailed">True when that mail has been sent.</param>
    public sealed record Item(Guid Id, string Kind, Guid Thing, string What, string Title, string Path, DateTimeOffset OccurredAt, bool Read, string Digest, bool Mailed);

    public static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, HttpResponse response, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        // Whoever looks wants to be told from now on.
        if (Discussions.Writer.IsMember(user)) await Follower.Of(user, db, stop);
        var own = ReadNotifications.Own(db, user);
        if (filter.Read is { } read) own = own.Where(n => (n.ReadAt != null) == read);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await Items(db, own).ToPageAsync(paging, request, stop));
    }

    /// <summary>Newest first, without those whose thing is hidden.</summary>
    internal static IQueryable<Item> Items(KnowledgeDb db, IQueryable<Notification> notifications) => notifications
        .Join(db.Notices.Where(notice => !notice.Withdrawn), n => n.NoticeId, notice => notice.Id, (n, notice) => new { n, notice })
        .OrderByDescending(row => row.n.OccurredAt).ThenBy(row => row.n.Id)
        .Select(row => new Item(
            row.n.Id, row.n.Kind, row.notice.Thing, row.notice.What, row.notice.Title, row.notice.Path, row.n.OccurredAt, row.n.ReadAt != null, row.n.Digest,
            db.Mails.Any(m => m.Id == row.n.MailId && m.SentAt != null)));
}

/// <summary>Notes that something has been read.</summary>
internal static class ReadNotifications
{
    /// <summary>Everything up to a moment.</summary>
    /// <param name="Until">What happened later stays unread, also when it came while the page was open.</param>
    public sealed record Request([Day] DateTimeOffset Until);

    public static async Task<Results<NoContent, ProblemHttpResult>> One(Guid id, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var read = await Own(db, user).Where(n => n.Id == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, n => n.ReadAt ?? now), stop);
        return read == 0 ? FollowErrors.NoSuchNotification.Result() : TypedResults.NoContent();
    }

    public static async Task<NoContent> Handle(Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"""
            with unread as materialized (
              select n.id from notification n join follower f on f.id = n.follower_id
              where f.subject = {user.Subject} and n.read_at is null and n.occurred_at <= {request.Until.ToUniversalTime()}
              order by n.id for update of n)
            update notification n set read_at = {clock.GetUtcNow()} from unread where n.id = unread.id
            """, stop);
        return TypedResults.NoContent();
    }

    internal static IQueryable<Notification> Own(KnowledgeDb db, CurrentUser user)
    {
        var subject = user.Subject;
        return db.Notifications.Where(n => db.Followers.Any(f => f.Id == n.FollowerId && f.Subject == subject));
    }
}

/// <summary>Mails to the caller: written, sent or given up. Without a mail server they stay here.</summary>
internal static class ListMails
{
    /// <summary>A mail.</summary>
    /// <param name="Id">Identity, also the first part of its Message-ID.</param>
    /// <param name="Period">What it covers, such as daily:2026-03-29.</param>
    /// <param name="Events">How many events are in it.</param>
    /// <param name="CreatedAt">When it was written down (UTC).</param>
    /// <param name="SentAt">When the mail server took it (UTC), or null.</param>
    /// <param name="DroppedAt">When it was given up (UTC), or null.</param>
    /// <param name="Problem">What went wrong at the last try, or null.</param>
    public sealed record Item(Guid Id, string Period, int Events, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset? DroppedAt, string? Problem);

    public static async Task<Ok<Page<Item>>> Handle([AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var subject = user.Subject;
        return TypedResults.Ok(await db.Mails.AsNoTracking().Where(m => db.Followers.Any(f => f.Id == m.FollowerId && f.Subject == subject))
            .OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => new Item(m.Id, m.Period, db.Notifications.Count(n => n.MailId == m.Id), m.CreatedAt, m.SentAt, m.DroppedAt, m.Problem))
            .ToPageAsync(paging, request, stop));
    }
}
