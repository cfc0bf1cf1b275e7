using System.Text;
using Knowledge.Follow;
using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Meetings;

/// <summary>Meetings as calendar files (RFC 5545): one, or all that lie ahead to subscribe to.</summary>
internal static class MeetingCalendar
{
    private const int Past = 31, Most = 500;

    /// <summary>One meeting; with the join link for those who have a place. Of a cancelled one the file takes it out of the calendar that it is opened in.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> One(
        Guid id, CurrentUser user, KnowledgeDb db, HttpRequest request, TimeProvider clock, CancellationToken stop)
    {
        if (await GetMeeting.Read(id, user, db, stop) is not { } m) return MeetingErrors.NotFound.Result();
        var entry = new Entry(m.Id, m.Version, m.Title, m.Agenda, m.StartsAt, m.EndsAt, m.Place, m.JoinLink, m.Status, m.HasPlace is not false);
        return File(Event(entry, request, clock), m.Status is MeetingStatus.Cancelled ? "CANCEL" : "PUBLISH");
    }

    /// <summary>All announced and cancelled meetings of the last month and from now on, to subscribe to.</summary>
    public static async Task<ContentHttpResult> Feed(KnowledgeDb db, HttpRequest request, TimeProvider clock, CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-Past);
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.Status != MeetingStatus.Planned && m.StartsAt >= since)
            .OrderBy(m => m.StartsAt).ThenBy(m => m.Id).Take(Most)
            .Select(m => new Entry(m.Id, m.Version, m.Title, m.Agenda, m.StartsAt, m.EndsAt, m.Place, null, m.Status, true)).ToListAsync(stop);
        return File([.. meetings.SelectMany(meeting => Event(meeting, request, clock))]);
    }

    /// <summary>The meetings that a person has registered for, with the join link where there is a place. Calendars cannot sign in: the address itself is the key.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Own(
        string token, KnowledgeDb db, HttpRequest request, HttpResponse response, TimeProvider clock, CancellationToken stop)
    {
        if (await FollowToken.Read(token, FollowToken.Feed, db, stop) is not { } follower) return FollowErrors.BadToken.Result();
        var (since, subject) = (clock.GetUtcNow().AddDays(-Past), follower.Subject);
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.Status != MeetingStatus.Planned && m.StartsAt >= since)
            .Join(db.Registrations.Where(r => r.Subject == subject), m => m.Id, r => r.MeetingId, (m, r) => new { m, r.HasPlace })
            .OrderBy(row => row.m.StartsAt).ThenBy(row => row.m.Id).Take(Most)
            .Select(row => new Entry(row.m.Id, row.m.Version, row.m.Title, row.m.Agenda, row.m.StartsAt, row.m.EndsAt, row.m.Place, row.HasPlace ? row.m.JoinLink : null, row.m.Status, row.HasPlace))
            .ToListAsync(stop);
        response.Headers.CacheControl = "private, max-age=300";
        return File([.. meetings.SelectMany(meeting => Event(meeting, request, clock))]);
    }

    private sealed record Entry(
        Guid Id, int Version, string Title, string Agenda, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, MeetingStatus Status, bool Certain);

    private static string[] Event(Entry meeting, HttpRequest request, TimeProvider clock)
    {
        var page = $"{request.Scheme}://{request.Host}/moten/{meeting.Id}";
        var description = SafeMarkdown.ToText(meeting.Agenda).Trim() + "\n\n" + page + (meeting.JoinLink is { } join ? $"\nAnslut: {join}" : "");
        return
        [
            "BEGIN:VEVENT",
            $"UID:{meeting.Id}@natverket",
            // Higher at each change, so that a calendar takes the newest whatever the order in which it sees them.
            $"SEQUENCE:{meeting.Version}",
            $"DTSTAMP:{Time(clock.GetUtcNow())}",
            $"DTSTART:{Time(meeting.StartsAt)}",
            $"DTEND:{Time(meeting.EndsAt)}",
            $"SUMMARY:{Escaped(meeting.Title)}",
            $"LOCATION:{Escaped(meeting.Place)}",
            $"DESCRIPTION:{Escaped(description)}",
            $"URL:{page}",
            // RFC 7986: calendars show it as a button.
            .. meeting.JoinLink is { } link ? [$"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{link}"] : Array.Empty<string>(),
            $"STATUS:{(meeting.Status == MeetingStatus.Cancelled ? "CANCELLED" : meeting.Status == MeetingStatus.Announced && meeting.Certain ? "CONFIRMED" : "TENTATIVE")}",
            "END:VEVENT",
        ];
    }

    private static ContentHttpResult File(string[] events, string method = "PUBLISH")
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Natverket//Kunskap//SV", $"METHOD:{method}", .. events, "END:VCALENDAR"]) Fold(text, line);
        return TypedResults.Content(text.ToString(), "text/calendar", Encoding.UTF8);
    }

    private static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines of at most 75 octets (section 3.1), never broken within a character.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
