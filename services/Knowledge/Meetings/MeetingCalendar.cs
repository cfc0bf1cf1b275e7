using System.Text;
using Knowledge.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Meetings;

/// <summary>Meetings as calendar files (RFC 5545): one, or all that lie ahead to subscribe to.</summary>
internal static class MeetingCalendar
{
    /// <summary>One meeting; with the join link for those who have a place.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> One(
        Guid id, CurrentUser user, KnowledgeDb db, HttpRequest request, TimeProvider clock, CancellationToken stop)
    {
        if (await GetMeeting.Read(id, user, db, stop) is not { } m) return MeetingErrors.NotFound.Result();
        return File(Event(new(m.Id, m.Version, m.Title, m.Agenda, m.StartsAt, m.EndsAt, m.Place, m.JoinLink, m.Status), request, clock));
    }

    /// <summary>All announced and cancelled meetings of the last month and from now on, to subscribe to.</summary>
    public static async Task<ContentHttpResult> Feed(KnowledgeDb db, HttpRequest request, TimeProvider clock, CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-31);
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.Status != MeetingStatus.Planned && m.StartsAt >= since)
            .OrderBy(m => m.StartsAt).ThenBy(m => m.Id).Take(500)
            .Select(m => new Entry(m.Id, m.Version, m.Title, m.Agenda, m.StartsAt, m.EndsAt, m.Place, null, m.Status)).ToListAsync(stop);
        return File([.. meetings.SelectMany(meeting => Event(meeting, request, clock))]);
    }

    private sealed record Entry(
        Guid Id, int Version, string Title, string Agenda, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, MeetingStatus Status);

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
            $"STATUS:{(meeting.Status == MeetingStatus.Cancelled ? "CANCELLED" : meeting.Status == MeetingStatus.Announced ? "CONFIRMED" : "TENTATIVE")}",
            "END:VEVENT",
        ];
    }

    private static ContentHttpResult File(string[] events)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Natverket//Kunskap//SV", "METHOD:PUBLISH", .. events, "END:VCALENDAR"]) Fold(text, line);
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
