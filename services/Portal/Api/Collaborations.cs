namespace Portal.Api;

/// <summary>What is late in a collaboration.</summary>
public sealed record Overdue(string Kind, string What, DateOnly Since);

/// <summary>A decision that it rests on.</summary>
public sealed record Decision(string What, string? Reference, DateOnly? On);

/// <summary>The coordinating function.</summary>
public sealed record Coordinator(string Post, string? Placement, int? Percent);

/// <summary>Who has a part.</summary>
public sealed record RoleHolder(string Role, string Holder);

/// <summary>A policy, plan or guideline.</summary>
public sealed record SteeringDocument(string Title, string? Address, DateOnly? ValidUntil);

/// <summary>Where municipality and enterprises meet.</summary>
public sealed record DialogueForum(string Form, int EveryMonths, DateOnly? NextOn);

/// <summary>How purchases come about.</summary>
public sealed record PurchasingRoutine(string Routine, bool? GuidelinesMentionSocialEnterprises);

/// <summary>How it is followed up.</summary>
public sealed record FollowUpPlan(IReadOnlyList<string> Indicators, int EveryMonths, DateOnly? NextOn);

/// <summary>How a municipality has arranged its collaboration with social enterprises.</summary>
public sealed record CollaborationContent(
    string Title, string Summary, string? Board, IReadOnlyList<Decision> Decisions, Coordinator? Coordinator, IReadOnlyList<RoleHolder> Roles, IReadOnlyList<string> Network,
    string? SteeringGroup, IReadOnlyList<SteeringDocument> SteeringDocuments, DialogueForum? DialogueForum, PurchasingRoutine? Purchasing, IReadOnlyList<string> SupportActors,
    FollowUpPlan? FollowUp, string? Experiences, DateOnly? ProjectEndsOn);

/// <summary>A check that was made: asked, at-twelve-months or at-twenty-four-months; yes, no or unknown.</summary>
public sealed record SustainabilityCheck(string Kind, DateOnly On, string Answer);

/// <summary>A collaboration. Sustainable is yes, no or unknown at the last check.</summary>
public sealed record Collaboration(
    Guid Id, int Version, string MunicipalityCode, CollaborationContent Content, bool Shared, bool Model, bool Withdrawn, Guid? OriginId, int? OriginVersion, string Sustainable,
    DateOnly? SustainableCheckedOn, IReadOnlyList<SustainabilityCheck> Checks, string? Results, IReadOnlyList<Overdue> Overdue, DateTimeOffset ChangedAt);

/// <summary>What keeps the answer from being yes.</summary>
public sealed record Lacking(string? Dimension, string Answer, string Text);

/// <summary>Whether a collaboration is sustainable as things stand.</summary>
public sealed record Sustainability(string Answer, string Rule, IReadOnlyList<Lacking> Missing, string? DueCheck, DateOnly? DueSince, IReadOnlyList<SustainabilityCheck> Checks);

/// <summary>How it was arranged in a version.</summary>
public sealed record CollaborationVersion(int Version, DateTimeOffset At, CollaborationContent Content);

/// <summary>A field beside the model's: before, now and one's own, a line each.</summary>
public sealed record ComparedField(string Name, string Label, IReadOnlyList<string> Before, IReadOnlyList<string> Now, IReadOnlyList<string> Own, bool ChangedByOrigin, bool Differs);

/// <summary>What the model has changed since it was adopted or last looked at.</summary>
public sealed record Comparison(Guid OriginId, string OriginMunicipalityCode, int SeenVersion, int PresentVersion, int Changes, IReadOnlyList<ComparedField> Fields);

/// <summary>The service Municipalities: collaborations.</summary>
public static class Collaborations
{
    private const string Root = "/municipalities/v1/collaborations";

    /// <summary>A municipality's own, or all that may be seen; only models when asked for.</summary>
    public static Task<Part<PageOf<Collaboration>>> ListCollaborations(this ApiClient api, string? municipality = null, bool? model = null) =>
        api.Get<PageOf<Collaboration>>(Query.Of(Root, ("municipality", municipality), ("model", model), ("limit", 100)));

    /// <summary>One of them.</summary>
    public static Task<Part<Collaboration>> GetCollaboration(this ApiClient api, Guid id) => api.Get<Collaboration>($"{Root}/{id}");

    /// <summary>Whether it is sustainable, and what is missing.</summary>
    public static Task<Part<Sustainability>> GetSustainability(this ApiClient api, Guid id) => api.Get<Sustainability>($"{Root}/{id}/sustainability");

    /// <summary>Its versions, the newest first.</summary>
    public static Task<Part<IReadOnlyList<CollaborationVersion>>> ListVersions(this ApiClient api, Guid id) => api.Get<IReadOnlyList<CollaborationVersion>>($"{Root}/{id}/versions");

    /// <summary>Beside the model that it started from.</summary>
    public static Task<Part<Comparison>> Compare(this ApiClient api, Guid id) => api.Get<Comparison>($"{Root}/{id}/comparison");

    /// <summary>A new one.</summary>
    public static Task<Outcome<Collaboration>> BeginCollaboration(this ApiClient api, string title, string summary, string key) =>
        api.Send<Collaboration>(HttpMethod.Post, Root, new { title, summary }, key: key);

    /// <summary>A new one that starts from a model.</summary>
    public static Task<Outcome<Collaboration>> Adopt(this ApiClient api, Guid model, string key) => api.Send<Collaboration>(HttpMethod.Post, $"{Root}/{model}/adoption", key: key);

    /// <summary>Another content.</summary>
    public static Task<Outcome<Collaboration>> ReviseCollaboration(this ApiClient api, Guid id, int version, CollaborationContent content) =>
        api.Send<Collaboration>(HttpMethod.Put, $"{Root}/{id}", content, version);

    /// <summary>A step: sustainability-checks or withdrawal.</summary>
    public static Task<Outcome<Collaboration>> MoveCollaboration(this ApiClient api, Guid id, int version, string step, string key) =>
        api.Send<Collaboration>(HttpMethod.Post, $"{Root}/{id}/{step}", null, version, key);

    /// <summary>Sets a part: sharing, results or origin-version.</summary>
    public static Task<Outcome<Collaboration>> SetCollaboration(this ApiClient api, Guid id, int version, string part, object body) =>
        api.Send<Collaboration>(HttpMethod.Put, $"{Root}/{id}/{part}", body, version);
}
