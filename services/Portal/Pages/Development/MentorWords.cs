using Portal.Api;
using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Development;

/// <summary>How help between municipalities is said.</summary>
internal static class MentorWords
{
    /// <summary>What it led to.</summary>
    public static Option[] Outcomes => [new("helped", Text.Of("Development.Outcome.helped")), new("helped-in-part", Text.Of("Development.Outcome.helped-in-part")), new("did-not-help", Text.Of("Development.Outcome.did-not-help"))];

    /// <summary>Where it stands, and its colour.</summary>
    public static (string Text, string? Kind) Status(string status) => status switch
    {
        "requested" => (Text.Of("Development.Mentorship.State.requested"), "warm"), "accepted" => (Text.Of("Development.Mentorship.State.accepted"), "act"), "declined" => (Text.Of("Development.Mentorship.State.declined"), null), "withdrawn" => (Text.Of("Development.Mentorship.State.withdrawn"), null), _ => (Text.Of("Development.Mentorship.State.concluded"), "good"),
    };

    /// <summary>True when it is the municipality's turn: it is asked and has not answered.</summary>
    public static bool Waits(Mentorship one, string municipality) => one.Status == "requested" && one.MentorCode == municipality;
}
