namespace Matchmaking.Routes;

/// <summary>What is known of an amount in SEK: somewhere from <paramref name="Low"/> to <paramref name="High"/>.</summary>
/// <param name="Low">The amount is at least this.</param>
/// <param name="High">The amount is at most this; null when nothing bounds it.</param>
public readonly record struct Money(decimal Low, decimal? High)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Money Unknown = new(0, null);

    /// <summary>A known amount.</summary>
    public static Money Exactly(decimal amount) => new(amount, amount);

    /// <summary>True when the amount is known.</summary>
    public bool IsExact => Low == High;

    internal Money AndUp => this with { High = null };

    internal Answer Below(decimal? limit) => limit is not { } l ? Answer.Unknown
        : High < l ? Answer.Yes
        : Low >= l ? Answer.No
        : Answer.Unknown;

    internal Answer Above(decimal? limit) => limit is not { } l ? Answer.Unknown
        : Low > l ? Answer.Yes
        : High <= l ? Answer.No
        : Answer.Unknown;

    /// <summary>This amount or the other: what holds for both.</summary>
    internal Money Or(Money other) => new(Math.Min(Low, other.Low), High is { } a && other.High is { } b ? Math.Max(a, b) : null);

    /// <summary>The greater of two amounts.</summary>
    internal Money Max(Money other) => new(Math.Max(Low, other.Low), High is { } a && other.High is { } b ? Math.Max(a, b) : null);

    /// <summary>The lesser of two amounts.</summary>
    internal Money Min(Money other) => new(Math.Min(Low, other.Low), High is null ? other.High : other.High is null ? High : Math.Min(High.Value, other.High.Value));

    /// <summary>The product with another range, such as a term in months.</summary>
    internal Money Times(Money other) => new(Low * other.Low, High * other.High);

    /// <summary>The sum.</summary>
    public static Money operator +(Money a, Money b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>So many times the amount.</summary>
    public static Money operator *(Money a, decimal times) => new(a.Low * times, a.High * times);
}
