using Contracts.Knowledge;
using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Meetings;

/// <summary>One meeting, and where the caller stands in it.</summary>
internal static class GetMeeting
{
    /// <summary>A meeting.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Agenda">Agenda in Markdown.</param>
    /// <param name="AgendaHtml">The same as a safe HTML fragment.</param>
    /// <param name="StartsAt">When it begins (UTC).</param>
    /// <param name="EndsAt">When it ends (UTC).</param>
    /// <param name="Place">Where.</param>
    /// <param name="JoinLink">Address to join online, for those who have a place and the organiser; otherwise null.</param>
    /// <param name="Capacity">Places.</param>
    /// <param name="Taken">Places that are taken.</param>
    /// <param name="Waiting">How many wait.</param>
    /// <param name="Attended">How many came, when the organiser has noted it.</param>
    /// <param name="Invited">SCB codes of those that it is first of all for; empty for others than the organiser.</param>
    /// <param name="Organises">True when the caller organises it.</param>
    /// <param name="OrganiserOrg">skr, or a municipality's code.</param>
    /// <param name="Status">Where it is in its life.</param>
    /// <param name="Minutes">What was said, in Markdown; null before.</param>
    /// <param name="MinutesHtml">The same as a safe HTML fragment.</param>
    /// <param name="FollowUps">What somebody will do, as the minutes say.</param>
    /// <param name="AdoptedAt">When the minutes were adopted (UTC), or null.</param>
    /// <param name="ArticleSlug">The article that the minutes became, or null.</param>
    /// <param name="HasPlace">The caller's own: true for a place, false for the waitlist, null when not registered.</param>
    /// <param name="Version">Version, also the ETag.</param>
    public sealed record Response(
        Guid Id, string Title, string Agenda, string AgendaHtml, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, int Capacity,
        int Taken, int Waiting, int Attended, IReadOnlyList<string> Invited, bool Organises, string OrganiserOrg, MeetingStatus Status, string? Minutes, string? MinutesHtml, IReadOnlyList<FollowUp> FollowUps, DateTimeOffset? AdoptedAt, string? ArticleSlug,
        bool? HasPlace, int Version);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        if (await Read(id, user, db, stop) is not { } meeting) return MeetingErrors.NotFound.Result();
        // Set here and not by the version alone: who comes changes without the meeting, so a cached answer would be old.
        response.Headers.ETag = ETags.Of(meeting.Version);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(meeting);
    }

    internal static async Task<Response?> Read(Guid id, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var (organiser, subject) = (MeetingAccess.Organiser(user), user.Subject);
        var meeting = await db.Meetings.AsNoTracking().Where(MeetingAccess.SeenBy(user)).Where(m => m.Id == id)
            .Select(m => new Response(
                m.Id, m.Title, m.Agenda, "", m.StartsAt, m.EndsAt, m.Place,
                m.OrganiserOrg == organiser || db.Registrations.Any(r => r.MeetingId == m.Id && r.Subject == subject && r.HasPlace) ? m.JoinLink : null,
                m.Capacity, db.Registrations.Count(r => r.MeetingId == m.Id && r.HasPlace), db.Registrations.Count(r => r.MeetingId == m.Id && !r.HasPlace), db.Registrations.Count(r => r.MeetingId == m.Id && r.Attended),
                m.Invited, m.OrganiserOrg == organiser, m.OrganiserOrg, m.Status, m.Minutes, null, m.FollowUps, m.AdoptedAt, m.ArticleSlug,
                db.Registrations.Where(r => r.MeetingId == m.Id && r.Subject == subject).Select(r => (bool?)r.HasPlace).SingleOrDefault(), m.Version))
            .SingleOrDefaultAsync(stop);
        return meeting is null ? null : meeting with
        {
            Invited = meeting.Organises ? meeting.Invited : [],
            AgendaHtml = SafeMarkdown.ToHtml(meeting.Agenda),
            MinutesHtml = meeting.Minutes is { } minutes ? SafeMarkdown.ToHtml(minutes) : null,
        };
    }
}
