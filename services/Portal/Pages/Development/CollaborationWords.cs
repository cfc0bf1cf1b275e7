using Portal.Api;
using Portal.Texts;

namespace Portal.Pages.Development;

/// <summary>How a collaboration is said.</summary>
internal static class CollaborationWords
{
    /// <summary>Whether it is sustainable, and its colour.</summary>
    public static (string Text, string? Kind) Verdict(string answer) => answer switch { "yes" => (Text.Of("Development.Verdict.yes"), "good"), "no" => (Text.Of("Development.Verdict.no"), "warm"), _ => (Text.Of("Development.Verdict.unknown"), null) };

    /// <summary>Why a check was made.</summary>
    public static string Check(string kind) => kind switch { "at-twelve-months" => Text.Of("Development.Check.12"), "at-twenty-four-months" => Text.Of("Development.Check.24"), _ => Text.Of("Development.Check.asked") };

    /// <summary>How often.</summary>
    public static string Every(int months) => months switch { 1 => Text.Of("Development.Every.1"), 2 => Text.Of("Development.Every.2"), 6 => Text.Of("Development.Every.6"), 12 => Text.Of("Development.Every.12"), 24 => Text.Of("Development.Every.24"), _ => Text.Of("Development.Every.Other", months) };

    /// <summary>The two checks after the project's end: when, and the answer when one has been given.</summary>
    public static IEnumerable<(string Name, DateOnly On, string? Answer)> Planned(CollaborationContent content, IReadOnlyList<SustainabilityCheck> checks) =>
        content.ProjectEndsOn is not { } end ? [] : new[] { ("at-twelve-months", 12), ("at-twenty-four-months", 24) }.Select(one =>
            (Check(one.Item1), end.AddMonths(one.Item2), checks.LastOrDefault(check => check.Kind == one.Item1 && check.Answer != "unknown")?.Answer));

    /// <summary>Lines of a text area as a list.</summary>
    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What can be described and is not yet, so that the page can say how far it has come.</summary>
    public static IReadOnlyList<string> Undescribed(CollaborationContent it) =>
    [
        .. new (string Name, bool Here)[]
        {
            (Text.Of("Development.Undescribed.Board"), it.Board is not null), (Text.Of("Development.Undescribed.Decisions"), it.Decisions.Count > 0), (Text.Of("Development.Undescribed.Coordinator"), it.Coordinator is not null), (Text.Of("Development.Undescribed.Roles"), it.Roles.Count > 0), (Text.Of("Development.Undescribed.Network"), it.Network.Count > 0),
            (Text.Of("Development.Undescribed.Documents"), it.SteeringDocuments.Count > 0), (Text.Of("Development.Undescribed.Forum"), it.DialogueForum is not null), (Text.Of("Development.Undescribed.Purchasing"), it.Purchasing is not null), (Text.Of("Development.Undescribed.FollowUp"), it.FollowUp is not null),
            (Text.Of("Development.Undescribed.Ends"), it.ProjectEndsOn is not null),
        }.Where(one => !one.Here).Select(one => one.Name),
    ];
}
