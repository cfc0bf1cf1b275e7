using System.Globalization;

namespace Municipalities.Collaborations;

/// <summary>A field of a collaboration, as a comparison shows it and takes it.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Label">Its name in Swedish.</param>
/// <param name="Lines">What stands in it, a line each.</param>
/// <param name="Take">The first content with the second's value of the field.</param>
internal sealed record CollaborationField(
    string Name, string Label, Func<CollaborationContent, IReadOnlyList<string>> Lines, Func<CollaborationContent, CollaborationContent, CollaborationContent> Take);

/// <summary>The fields that another municipality can learn from, in the order of the model. What is a municipality's alone is not compared.</summary>
internal static class CollaborationFields
{
    public static readonly IReadOnlyList<CollaborationField> All =
    [
        new("summary", "Så fungerar det", content => [content.Summary], (own, origin) => own with { Summary = origin.Summary }),
        new("coordinator", "Samordnare", content => content.Coordinator is { } it ? [it.Post, .. Given(it.Placement), .. Given(it.Percent is { } part ? $"{part} procent av en tjänst" : null)] : [],
            (own, origin) => own with { Coordinator = origin.Coordinator }),
        new("roles", "Roller", content => [.. content.Roles.Select(it => $"{it.Role}: {it.Holder}")], (own, origin) => own with { Roles = origin.Roles }),
        new("network", "Internt nätverk", content => content.Network, (own, origin) => own with { Network = origin.Network }),
        new("steeringGroup", "Styrgrupp", content => [.. Given(content.SteeringGroup)], (own, origin) => own with { SteeringGroup = origin.SteeringGroup }),
        new("steeringDocuments", "Styrdokument", content => [.. content.SteeringDocuments.Select(it => it.Title)],
            (own, origin) => own with { SteeringDocuments = [.. origin.SteeringDocuments.Select(Undated)] }),
        new("dialogueForum", "Dialogforum", content => content.DialogueForum is { } it ? [it.Form, Every(it.EveryMonths)] : [],
            (own, origin) => own with { DialogueForum = Undated(origin.DialogueForum) }),
        new("purchasing", "Inköpsrutin", content => content.Purchasing is { } it ? [it.Routine, .. Given(Mentions(it.GuidelinesMentionSocialEnterprises))] : [],
            (own, origin) => own with { Purchasing = origin.Purchasing }),
        new("supportActors", "Stödaktörer", content => content.SupportActors, (own, origin) => own with { SupportActors = origin.SupportActors }),
        new("followUp", "Uppföljning", content => content.FollowUp is { } it ? [.. it.Indicators, Every(it.EveryMonths)] : [],
            (own, origin) => own with { FollowUp = Undated(origin.FollowUp) }),
    ];

    public static CollaborationField? Find(string name) => All.SingleOrDefault(field => field.Name == name);

    /// <summary>A model as another municipality's start: without the board, the decisions, the dates and the experiences that are the origin's alone.</summary>
    public static CollaborationContent WithoutTheirOwn(CollaborationContent origin) => origin with
    {
        Board = null,
        Decisions = [],
        Experiences = null,
        ProjectEndsOn = null,
        SteeringDocuments = [.. origin.SteeringDocuments.Select(Undated)],
        DialogueForum = Undated(origin.DialogueForum),
        FollowUp = Undated(origin.FollowUp),
    };

    private static SteeringDocument Undated(SteeringDocument document) => document with { ValidUntil = null };

    private static DialogueForum? Undated(DialogueForum? forum) => forum is null ? null : forum with { NextOn = null };

    private static FollowUpPlan? Undated(FollowUpPlan? plan) => plan is null ? null : plan with { NextOn = null };

    private static IEnumerable<string> Given(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [text];

    private static string Every(int months) => months switch { 1 => "varje månad", 2 => "varannan månad", 12 => "varje år", _ => string.Create(CultureInfo.InvariantCulture, $"var {months}:e månad") };

    private static string? Mentions(bool? mention) => mention switch
    {
        true => "Riktlinjerna nämner sociala företag",
        false => "Riktlinjerna nämner inte sociala företag",
        null => null,
    };
}
