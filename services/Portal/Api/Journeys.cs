namespace Portal.Api;

/// <summary>What a goal says.</summary>
public sealed record GoalContent(string Text, string? Dimension, string? ReachedWhen, DateOnly? By, bool Reached);

/// <summary>A goal.</summary>
public sealed record Goal(Guid Id, GoalContent Content);

/// <summary>What an action says.</summary>
public sealed record ActionContent(string Text, Guid? GoalId, string? Dimension, string? Owner, DateOnly? DueOn, string? Chapter);

/// <summary>An action on the way; its status is planned, ongoing, done or dropped.</summary>
public sealed record JourneyAction(Guid Id, ActionContent Content, string Status, string? Evidence, DateOnly? EndedOn, Guid? MeetingId)
{
    /// <summary>True while it is to be done.</summary>
    public bool IsOpen => Status is "planned" or "ongoing";
}

/// <summary>A line about how it goes.</summary>
public sealed record JourneyNote(DateOnly On, string Text);

/// <summary>What a network meeting gave the municipality to do: proposed, accepted or declined.</summary>
public sealed record Proposal(Guid Id, string Text, DateOnly? DueOn, Guid MeetingId, string MeetingTitle, string Status);

/// <summary>A municipality's journey.</summary>
public sealed record Journey(
    Guid Id, int Version, string MunicipalityCode, DateOnly StartedOn, DateOnly ProgressOn, IReadOnlyList<Goal> Goals, IReadOnlyList<JourneyAction> Actions, IReadOnlyList<JourneyNote> Notes,
    int OverdueActions, bool Demonstration);

/// <summary>A municipality that could help.</summary>
public sealed record Mentor(string MunicipalityCode, string Name, string Reason);

/// <summary>A model to look at.</summary>
public sealed record ModelSuggestion(Guid CollaborationId, string Title, string MunicipalityName, string Reason);

/// <summary>What to do next, and why; without a dimension when all are high enough.</summary>
public sealed record NextStep(string? Dimension, string? Name, double? Level, int? Target, string? TargetText, string Reason, string? Chapter, ActionContent? Action, ModelSuggestion? Model, IReadOnlyList<Mentor> Mentors);

/// <summary>A journey to begin with, and the profile of municipalities that it suits.</summary>
public sealed record JourneyTemplate(string Code, string Name, string Profile, string Summary);

/// <summary>Something that should have been looked at: a steering-document, dialogue, follow-up, sustainability, baseline, agreement or action.</summary>
public sealed record OverdueReview(string Kind, string? What, DateOnly Since, Guid? Id);

/// <summary>The service Municipalities: how a municipality develops.</summary>
public static class Journeys
{
    private const string Root = "/municipalities/v1";

    /// <summary>All that the visitor's municipality should have looked at by now.</summary>
    public static Task<Part<IReadOnlyList<OverdueReview>>> ListOverdueReviews(this ApiClient api) => api.Get<IReadOnlyList<OverdueReview>>($"{Root}/overdue-reviews");

    /// <summary>The journey.</summary>
    public static Task<Part<Journey>> GetJourney(this ApiClient api, string municipality) => api.Get<Journey>($"{Root}/municipalities/{municipality}/journey");

    /// <summary>What to do next.</summary>
    public static Task<Part<NextStep>> GetNextStep(this ApiClient api, string municipality) => api.Get<NextStep>($"{Root}/municipalities/{municipality}/journey/next-step");

    /// <summary>Journeys to begin with.</summary>
    public static Task<Part<IReadOnlyList<JourneyTemplate>>> ListJourneyTemplates(this ApiClient api) => api.Get<IReadOnlyList<JourneyTemplate>>($"{Root}/journey-templates");

    /// <summary>Begins the journey.</summary>
    public static Task<Outcome<Journey>> StartJourney(this ApiClient api, string municipality, string? template, string key) =>
        api.Send<Journey>(HttpMethod.Post, $"{Root}/municipalities/{municipality}/journey", new { template }, key: key);

    /// <summary>What meetings have given the municipality to do.</summary>
    public static Task<Part<IReadOnlyList<Proposal>>> ListProposals(this ApiClient api, string municipality) => api.Get<IReadOnlyList<Proposal>>($"{Root}/municipalities/{municipality}/journey/proposals");

    /// <summary>Takes a proposal into the journey, or declines it.</summary>
    public static Task<Outcome<Journey>> AnswerProposal(this ApiClient api, string municipality, int version, Guid id, bool accepts, string key) =>
        api.Send<Journey>(HttpMethod.Post, $"{Root}/municipalities/{municipality}/journey/proposals/{id}/{(accepts ? "acceptance" : "refusal")}", null, version, key);

    /// <summary>Puts an action into the journey, or says it otherwise.</summary>
    public static Task<Outcome<Journey>> WriteAction(this ApiClient api, string municipality, int version, Guid? id, ActionContent action) => api.Write(municipality, "actions", version, id, action);

    /// <summary>Moves an action.</summary>
    public static Task<Outcome<Journey>> MoveAction(this ApiClient api, string municipality, int version, Guid id, string status, string? evidence) =>
        api.Send<Journey>(HttpMethod.Put, $"{Root}/municipalities/{municipality}/journey/actions/{id}/status", new { status, evidence }, version);

    /// <summary>Puts a goal into the journey, or says it otherwise.</summary>
    public static Task<Outcome<Journey>> WriteGoal(this ApiClient api, string municipality, int version, Guid? id, GoalContent goal) => api.Write(municipality, "goals", version, id, goal);

    /// <summary>Writes a line about how it goes.</summary>
    public static Task<Outcome<Journey>> NoteJourney(this ApiClient api, string municipality, int version, string text, string key) =>
        api.Send<Journey>(HttpMethod.Post, $"{Root}/municipalities/{municipality}/journey/notes", new { text }, version, key);

    private static Task<Outcome<Journey>> Write(this ApiClient api, string municipality, string what, int version, Guid? id, object content) =>
        api.Send<Journey>(id is null ? HttpMethod.Post : HttpMethod.Put, $"{Root}/municipalities/{municipality}/journey/{what}{(id is null ? "" : $"/{id}")}", content, version);
}
