using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Development;

/// <summary>How a journey is said.</summary>
internal static class JourneyWords
{
    /// <summary>Where an action stands.</summary>
    public static Option[] Statuses =>
    [
        new("planned", Text.Of("Development.Status.planned"), Text.Of("Development.Status.planned.More")), new("ongoing", Text.Of("Development.Status.ongoing"), Text.Of("Development.Status.ongoing.More")),
        new("done", Text.Of("Development.Status.done"), Text.Of("Development.Status.done.More")), new("dropped", Text.Of("Development.Status.dropped"), Text.Of("Development.Status.dropped.More")),
    ];

    /// <summary>Where an action stands, and its colour.</summary>
    public static (string Text, string? Kind) Status(string status) =>
        (Words.Of(Statuses, status), status switch { "planned" => "calm", "ongoing" => "act", "done" => "good", _ => null });
}
