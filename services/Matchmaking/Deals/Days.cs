namespace Matchmaking.Deals;

/// <summary>Days of a deal. What is written from now on is plausible; what was written before may be any day, and must not stop a sum over all deals.</summary>
internal static class Days
{
    private const int MonthsAtEnd = 9999 * 12 + 12;

    /// <summary>The first day that a deal can speak of.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>The last day that a deal can speak of.</summary>
    public static readonly DateOnly Last = new(2100, 12, 31);

    /// <summary>True when a deal can speak of the day.</summary>
    public static bool IsPlausible(this DateOnly day) => day >= First && day <= Last;

    /// <summary>So many months later, or earlier when negative; the calendar's first or last day where it ends.</summary>
    public static DateOnly PlusMonths(this DateOnly day, int months) => (day.Year * 12 + day.Month - 1 + months) switch
    {
        < 12 => DateOnly.MinValue,
        >= MonthsAtEnd => DateOnly.MaxValue,
        _ => day.AddMonths(months),
    };

    /// <summary>So many days later, or earlier when negative; the calendar's first or last day where it ends.</summary>
    public static DateOnly PlusDays(this DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));
}
