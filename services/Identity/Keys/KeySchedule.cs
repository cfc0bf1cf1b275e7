namespace Identity.Keys;

/// <summary>When keys come and go. The times are the database's only; every replica reaches the same answer.</summary>
internal static class KeySchedule
{
    /// <summary>A key is used for so long.</summary>
    public static readonly TimeSpan Used = TimeSpan.FromDays(30);

    /// <summary>The next key is published so long before it is used: longer than anybody keeps our key set.</summary>
    public static readonly TimeSpan Announced = TimeSpan.FromDays(2);

    /// <summary>A key is kept so long after its successor took over: longer than anything that it signed or encrypted lives.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>When the key that is missing now shall come into use, or null when none is missing.</summary>
    public static DateTimeOffset? Missing(IEnumerable<DateTimeOffset> activeFrom, DateTimeOffset now)
    {
        var newest = activeFrom.Order().LastOrDefault();
        if (newest == default) return now;
        if (newest + Used - Announced > now) return null;
        // After a long standstill the old key goes on until the new one is known.
        return newest + Used > now + Announced ? newest + Used : now + Announced;
    }

    /// <summary>The keys that hold now, the one to use first.</summary>
    public static IReadOnlyList<T> InOrderOfUse<T>(IEnumerable<T> keys, Func<T, DateTimeOffset> activeFrom, DateTimeOffset now) =>
        [.. keys.OrderByDescending(key => activeFrom(key) <= now).ThenByDescending(key => activeFrom(key) <= now ? activeFrom(key) : DateTimeOffset.MinValue)];

    /// <summary>Whether a key's successor took over so long ago that the key can go.</summary>
    public static bool IsPast(DateTimeOffset activeFrom, IEnumerable<DateTimeOffset> all, DateTimeOffset now) =>
        all.Where(other => other > activeFrom).Order().FirstOrDefault() is var successor && successor != default && successor + Kept <= now;
}
