using System.Globalization;
using Portal.Components;

namespace Portal.Pages.Meetings;

/// <summary>Days and times as a form has them, in Sweden.</summary>
public static class MeetingTime
{
    /// <summary>A moment from a day and a time; at the switch to summer time the hour that does not exist is the one after.</summary>
    public static DateTimeOffset Of(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (Show.Sweden.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, Show.Sweden.GetUtcOffset(local));
    }

    /// <summary>A time as people write it: <c>13:00</c>, <c>13.00</c>, <c>9</c>; null when it is none.</summary>
    public static TimeOnly? Read(string text) =>
        TimeOnly.TryParseExact(text.Trim().Replace('.', ':'), ["HH:mm", "H:mm", "HH:mm:ss", "HH", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Three weeks ahead, on a day of work: time enough to read the chapter and to find somebody who can come.</summary>
    public static DateOnly Suggested(DateOnly today)
    {
        var day = today.AddDays(21);
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(3), DayOfWeek.Sunday => day.AddDays(2), _ => day };
    }
}
