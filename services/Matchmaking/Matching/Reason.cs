namespace Matchmaking.Matching;

/// <summary>Which way a reason points.</summary>
public enum ReasonEffect
{
    /// <summary>It speaks for the match.</summary>
    For,

    /// <summary>It speaks against it.</summary>
    Against,

    /// <summary>It tells how things are.</summary>
    Neutral,
}

/// <summary>One reason for a match or against it.</summary>
/// <param name="Kind">The part of the score that it explains: trade, cpv, area, size, groups, freshness or experience.</param>
/// <param name="Effect">for, against or neutral.</param>
/// <param name="Text">A sentence in Swedish.</param>
public sealed record Reason(string Kind, ReasonEffect Effect, string Text);
