namespace Matchmaking.Matching;

/// <summary>A need and the offer of one enterprise that fits it best.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="OfferId">That of its offers which fits best.</param>
/// <param name="Score">0 to 1; the same whichever side is asked for.</param>
/// <param name="Parts">What the score is made of, by the names in <see cref="MatchParts"/>; they add up to it.</param>
/// <param name="Reasons">Why, for people, the weightiest first.</param>
/// <param name="Asked">Key of the trade that the need asks for most, or null when none could be read.</param>
/// <param name="Offered">Key of the trade that the offer speaks for most, or null when none could be read.</param>
/// <param name="Version">Weights, vocabulary and text analysis that gave the score.</param>
public sealed record Match(
    Guid NeedId, Guid EnterpriseId, Guid OfferId, double Score, IReadOnlyDictionary<string, double> Parts,
    IReadOnlyList<Reason> Reasons, string? Asked, string? Offered, string Version);

/// <summary>Which matches are asked for.</summary>
/// <param name="Top">How many are ranked.</param>
/// <param name="Least">The score that a match must have.</param>
/// <param name="Skip">How many of them are passed over.</param>
/// <param name="Take">How many are told, with reasons.</param>
public readonly record struct Window(int Top, double Least, int Skip, int Take);

/// <summary>Some of the best matches.</summary>
/// <param name="Items">Those asked for, best first.</param>
/// <param name="Total">How many were ranked.</param>
public sealed record MatchPage(IReadOnlyList<Match> Items, int Total);

/// <summary>Names of the parts of a score.</summary>
public static class MatchParts
{
    /// <summary>The trades of the two, by what the texts say and the codes.</summary>
    public const string Trade = "trade";

    /// <summary>CPV codes that the two share, by length of the common prefix.</summary>
    public const string Cpv = "cpv";

    /// <summary>Words that the two share beyond their trades.</summary>
    public const string Words = "words";

    /// <summary>Zero within the service area, else what the distance takes away.</summary>
    public const string Area = "area";

    /// <summary>Zero when the enterprise can take on the whole value, else what is taken away.</summary>
    public const string Size = "size";

    /// <summary>Target groups in common.</summary>
    public const string Groups = "groups";

    /// <summary>What an old confirmation takes away.</summary>
    public const string Freshness = "freshness";

    /// <summary>Zero, or what is taken away since both sides of an earlier interest have confirmed why it led to no deal (<see cref="Lesson"/>).</summary>
    public const string Experience = "experience";
}
