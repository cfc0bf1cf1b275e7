namespace Enterprises.Register;

/// <summary>How new an enterprise's own word for its profile is.</summary>
public enum FreshnessState
{
    /// <summary>Confirmed within the last eleven months.</summary>
    Fresh,

    /// <summary>The twelfth month: to be confirmed soon.</summary>
    DueSoon,

    /// <summary>Not confirmed for twelve months: loses rank.</summary>
    Overdue,

    /// <summary>Not confirmed for fifteen months: out of sight until it is.</summary>
    Hidden,
}

/// <summary>The calendar of freshness. Registers of this kind have died of texts that nobody kept up.</summary>
internal static class Freshness
{
    public const int DueSoonMonths = 11;
    public const int OverdueMonths = 12;
    public const int HiddenMonths = 15;

    public static FreshnessState Of(DateTimeOffset confirmedAt, DateTimeOffset now) =>
        now >= confirmedAt.AddMonths(HiddenMonths) ? FreshnessState.Hidden
        : now >= confirmedAt.AddMonths(OverdueMonths) ? FreshnessState.Overdue
        : now >= confirmedAt.AddMonths(DueSoonMonths) ? FreshnessState.DueSoon
        : FreshnessState.Fresh;

    /// <summary>What was confirmed before this is hidden.</summary>
    public static DateTimeOffset HiddenBefore(DateTimeOffset now) => now.AddMonths(-HiddenMonths);
}
