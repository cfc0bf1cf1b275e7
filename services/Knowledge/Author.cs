using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Knowledge;

/// <summary>On whose behalf something is written, and when.</summary>
/// <param name="Org">Organisation: <c>skr</c>, a municipality's code, or <c>seed</c>.</param>
/// <param name="At">The moment (UTC).</param>
internal sealed record Author(string Org, DateTimeOffset At)
{
    /// <summary>The network's own organisation in the <c>org</c> claim.</summary>
    public const string Skr = "skr";

    /// <summary>The platform's own first edition.</summary>
    public const string Seed = "seed";

    /// <summary>The day in Sweden, which is what a review date means.</summary>
    public DateOnly Today => SwedishTime.DayOf(At);

    public static Author Of(CurrentUser user, TimeProvider clock) => new(user.Org ?? "", clock.GetUtcNow());
}

/// <summary>Letters as people in Sweden order them.</summary>
internal static class Swedish
{
    /// <summary>PostgreSQL's name of the order in which Å, Ä and Ö come last.</summary>
    public const string Collation = "sv-SE-x-icu";
}
