using Contracts;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Journeys;

/// <summary>
/// A municipality's way forward (utvecklingsresa): a short list of goals and actions. It is the municipality's own; the network lead
/// reads it to help those who are stuck. Nobody else is told of it.
/// </summary>
internal sealed class Journey : Noun
{
    private Journey() { }

    public Guid Id { get; private set; }
    public string MunicipalityCode { get; private set; } = "";

    /// <summary>The template that it began with, or null.</summary>
    public string? Template { get; private set; }

    public DateOnly StartedOn { get; private set; }

    /// <summary>The day something last moved: an action, a goal or a line about how it goes.</summary>
    public DateOnly ProgressOn { get; private set; }

    public IReadOnlyList<Goal> Goals { get; private set; } = [];
    public IReadOnlyList<JourneyAction> Actions { get; private set; } = [];
    public IReadOnlyList<JourneyNote> Notes { get; private set; } = [];
    public bool Demonstration { get; private set; }

    public static Journey Start(Guid id, string municipality, JourneyTemplate? template, DateOnly today, bool demonstration = false)
    {
        var journey = new Journey { Id = id, MunicipalityCode = municipality, Template = template?.Code, StartedOn = today, Demonstration = demonstration };
        if (template is not null) (journey.Goals, journey.Actions) = template.From(today);
        journey.Moved("started", today);
        return journey;
    }

    public Error? AddGoal(GoalContent content, DateOnly today)
    {
        if (Goals.Count >= 50) return JourneyErrors.TooMany;
        Goals = [.. Goals, new Goal(Guid.CreateVersion7(), content)];
        return Moved("revised", today);
    }

    public Error? ReviseGoal(Guid id, GoalContent content, DateOnly today)
    {
        if (Goals.All(goal => goal.Id != id)) return JourneyErrors.GoalNotFound;
        Goals = [.. Goals.Select(goal => goal.Id == id ? goal with { Content = content } : goal)];
        return Moved("revised", today);
    }

    public Error? AddAction(ActionContent content, DateOnly today, Guid? meeting = null)
    {
        if (Actions.Count >= 200) return JourneyErrors.TooMany;
        if (!Knows(content.GoalId)) return JourneyErrors.UnknownGoal;
        Actions = [.. Actions, new JourneyAction(Guid.CreateVersion7(), content, ActionStatus.Planned, null, null, meeting)];
        return Moved("revised", today);
    }

    public Error? ReviseAction(Guid id, ActionContent content, DateOnly today)
    {
        if (Actions.SingleOrDefault(action => action.Id == id) is not { } found) return JourneyErrors.ActionNotFound;
        if (!found.IsOpen) return JourneyErrors.ActionEnded;
        if (!Knows(content.GoalId)) return JourneyErrors.UnknownGoal;
        return Put(found with { Content = content }, today);
    }

    /// <summary>Moves an action. What is done needs something that shows it, what is dropped a reason; what has ended stays so.</summary>
    public Error? MoveAction(Guid id, ActionStatus status, string? evidence, DateOnly today)
    {
        if (Actions.SingleOrDefault(action => action.Id == id) is not { } found) return JourneyErrors.ActionNotFound;
        if (!found.IsOpen) return JourneyErrors.ActionEnded;
        var ends = status is ActionStatus.Done or ActionStatus.Dropped;
        if (ends && string.IsNullOrWhiteSpace(evidence)) return JourneyErrors.EvidenceMissing;
        return Put(found with { Status = status, Evidence = evidence?.Trim(), EndedOn = ends ? today : null }, today);
    }

    public Error? Note(string text, DateOnly today)
    {
        Notes = [new JourneyNote(today, text.Trim()), .. Notes.Take(199)];
        return Moved("noted", today);
    }

    /// <summary>Open actions that have passed their day.</summary>
    public IEnumerable<JourneyAction> OverdueActions(DateOnly today) => Actions.Where(action => action.IsOpen && action.Content.DueOn < today);

    private bool Knows(Guid? goal) => goal is null || Goals.Any(known => known.Id == goal);

    private Error? Put(JourneyAction changed, DateOnly today)
    {
        Actions = [.. Actions.Select(action => action.Id == changed.Id ? changed : action)];
        return Moved("revised", today);
    }

    private Error? Moved(string reason, DateOnly today)
    {
        ProgressOn = today;
        Changed(reason);
        return null;
    }

    /// <summary>Null: a journey is not public.</summary>
    protected override INounChanged? ToEvent(string reason) => null;
}
