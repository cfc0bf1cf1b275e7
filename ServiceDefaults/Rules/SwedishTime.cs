using System.Globalization;

namespace ServiceDefaults.Rules;

/// <summary>Days as people in Sweden count them: "last day to answer" ends at midnight there, not in UTC.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>The day in Sweden at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>A day in a sentence: <c>3 mars 2027</c>. What a machine reads stays ISO.</summary>
    public static string Written(this DateOnly day) => day.ToString("d MMMM yyyy", Swedish);

    /// <summary>The present day in Sweden.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The moment when a day begins in Sweden (UTC).</summary>
    public static DateTimeOffset Midnight(DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone), TimeSpan.Zero);

    /// <summary>Now (UTC), to the microsecond that the database keeps: what an answer says must be what is read later.</summary>
    public static DateTimeOffset Moment(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
