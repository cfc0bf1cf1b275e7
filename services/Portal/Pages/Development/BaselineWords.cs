using Portal.Api;
using Portal.Components;
using Portal.Pictures.Charts;
using Portal.Texts;

namespace Portal.Pages.Development;

/// <summary>How a baseline is said.</summary>
internal static class BaselineWords
{
    /// <summary>The level that holds without a project.</summary>
    public const double Lasting = 3;

    private static string[] Ladder => [Text.Of("Development.Level.0"), Text.Of("Development.Level.1"), Text.Of("Development.Level.2"), Text.Of("Development.Level.3"), Text.Of("Development.Level.4"), Text.Of("Development.Level.5")];

    /// <summary>What evidence is.</summary>
    public static Option[] Kinds => [new("decision", Text.Of("Development.Evidence.decision")), new("document", Text.Of("Development.Evidence.document")), new("practice", Text.Of("Development.Evidence.practice"))];

    /// <summary>Kinds of support.</summary>
    public static Option[] Support => [new("knowledge", Text.Of("Development.Support.knowledge")), new("competence", Text.Of("Development.Support.competence")), new("exchange", Text.Of("Development.Support.exchange")), new("dialogue", Text.Of("Development.Support.dialogue"))];

    /// <summary><c>3 – används</c>.</summary>
    public static string Level(int level) => $"{level} – {Ladder[level]}";

    /// <summary>The levels of a dimension to choose among, the last of them no answer.</summary>
    public static IEnumerable<Option> Levels(Dimension dimension, string unknown) => dimension.Levels.Select((text, level) => new Option($"{level}", Level(level), text)).Append(new("", unknown));

    /// <summary>Closed rounds, the newest first.</summary>
    public static List<Baseline> Closed(IEnumerable<Baseline> rounds) => [.. rounds.Where(round => round.Status == "closed").OrderByDescending(round => round.ClosedOn).ThenByDescending(round => round.Id)];

    /// <summary>The newest round beside the one before.</summary>
    public static IReadOnlyList<DimensionLevel> Profile(IReadOnlyList<Baseline> closed) => [.. closed[0].Dimensions.Select(now => new DimensionLevel(now.Name, now.Mean,
        closed.Count > 1 ? closed[1].Dimensions.FirstOrDefault(then => then.Code == now.Code)?.Mean : null))];

    /// <summary>Where those who answered see it differently.</summary>
    public static IEnumerable<DimensionMean> Apart(Baseline round) => round.Dimensions.Where(one => one.Highest - one.Lowest >= 2);

    /// <summary>What kind of municipality it is.</summary>
    public static string Profile(string profile) => profile switch { "large-city" => Text.Of("Development.Profile.large-city"), "mid-size" => Text.Of("Development.Profile.mid-size"), _ => Text.Of("Development.Profile.rural") };
}
