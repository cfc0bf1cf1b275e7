using ServiceDefaults;

namespace Municipalities.Collaborations;

/// <summary>A collaboration as its reader may see it: the municipality's own people all of it, others what is shared.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Raised by one at each change; the ETag.</param>
/// <param name="MunicipalityCode">SCB code, four digits.</param>
/// <param name="Content">How it is arranged.</param>
/// <param name="Shared">True when everybody may see it.</param>
/// <param name="Model">True when others are invited to start from it.</param>
/// <param name="Withdrawn">True when the municipality has ended it.</param>
/// <param name="OriginId">The model that it started from, or null.</param>
/// <param name="OriginVersion">The version of the model that was last taken or looked at, or null.</param>
/// <param name="Sustainable">yes, no or unknown, at the last check.</param>
/// <param name="SustainableCheckedOn">The day of the last check, or null.</param>
/// <param name="Checks">All checks; empty for others.</param>
/// <param name="Results">What it has led to, or null.</param>
/// <param name="Overdue">What has passed its day; empty for others.</param>
/// <param name="Demonstration">True for made-up data of the demonstration.</param>
/// <param name="ChangedAt">When it was last changed (UTC).</param>
public sealed record CollaborationView(
    Guid Id,
    int Version,
    string MunicipalityCode,
    CollaborationContent Content,
    bool Shared,
    bool Model,
    bool Withdrawn,
    Guid? OriginId,
    int? OriginVersion,
    Verdict Sustainable,
    DateOnly? SustainableCheckedOn,
    IReadOnlyList<SustainabilityCheck> Checks,
    string? Results,
    IReadOnlyList<OverdueReview> Overdue,
    bool Demonstration,
    DateTimeOffset ChangedAt) : IVersioned
{
    internal static CollaborationView Of(Collaboration row, string? reader, DateOnly today)
    {
        var own = row.MunicipalityCode == reader;
        return new CollaborationView(row.Id, row.Version, row.MunicipalityCode, row.Content, row.IsShared, row.IsModel, row.IsWithdrawn, row.OriginId, row.OriginVersion,
            row.Sustainable, row.SustainableCheckedOn, own ? row.Checks : [], row.Results, own ? [.. OverdueReview.Of(row, today)] : [], row.Demonstration, row.ChangedAt);
    }
}

/// <summary>Something that should have been looked at.</summary>
/// <param name="Kind">steering-document, dialogue, follow-up, sustainability, baseline, agreement or action.</param>
/// <param name="What">What it is, in Swedish.</param>
/// <param name="Since">The day it should have been done.</param>
/// <param name="Id">The noun that it belongs to.</param>
public sealed record OverdueReview(ReviewKind Kind, string What, DateOnly Since, Guid Id)
{
    /// <summary>Which part of the noun it is, where the kind alone does not say it: an action's identity, a document's title.</summary>
    internal string Part { get; init; } = "";

    /// <summary>What of a collaboration has passed its day.</summary>
    internal static IEnumerable<OverdueReview> Of(Collaboration row, DateOnly today)
    {
        if (row.IsWithdrawn) yield break;
        foreach (var document in row.Content.SteeringDocuments)
            if (document.ValidUntil is { } until && until < today) yield return new(ReviewKind.SteeringDocument, $"Styrdokumentet {document.Title} har gått ut", until, row.Id) { Part = document.Title };
        if (row.Content.DialogueForum?.NextOn is { } meeting && meeting < today) yield return new(ReviewKind.Dialogue, "Dialogforumet har ingen ny dag", meeting, row.Id);
        if (row.Content.FollowUp?.NextOn is { } review && review < today) yield return new(ReviewKind.FollowUp, "Uppföljningen av samverkan är inte gjord", review, row.Id);
        if (SustainabilityRule.Due(row, today) is { } due)
            yield return new(ReviewKind.Sustainability, due.Kind is CheckKind.AtTwelveMonths ? "Kontrollen efter tolv månader är inte avgjord" : "Kontrollen efter 24 månader är inte avgjord", due.On, row.Id);
    }
}

/// <summary>What should have been looked at.</summary>
public enum ReviewKind
{
    /// <summary>Ett styrdokument har gått ut.</summary>
    SteeringDocument,

    /// <summary>Dialogforumet.</summary>
    Dialogue,

    /// <summary>Uppföljningen av samverkan.</summary>
    FollowUp,

    /// <summary>Kontrollen av hållbarhet efter 12 eller 24 månader.</summary>
    Sustainability,

    /// <summary>Utgångsläget är äldre än ett år.</summary>
    Baseline,

    /// <summary>En överenskommelse ska ses över.</summary>
    Agreement,

    /// <summary>En åtgärd i utvecklingsresan.</summary>
    Action,
}
