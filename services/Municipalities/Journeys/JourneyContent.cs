using System.ComponentModel.DataAnnotations;
using Municipalities.Baselines;
using ServiceDefaults.Rules;

namespace Municipalities.Journeys;

/// <summary>A goal that can be seen to be reached.</summary>
public sealed record GoalContent
{
    /// <summary>What is to be reached.</summary>
    [Required(ErrorMessage = "Skriv målet."), StringLength(300, MinimumLength = 5, ErrorMessage = "Målet ska ha mellan 5 och 300 tecken."), NoPersonalNumber]
    public string Text { get; init; } = "";

    /// <summary>The dimension that it raises, or null.</summary>
    [DimensionCode]
    public string? Dimension { get; init; }

    /// <summary>How one sees that it is reached, or null.</summary>
    [StringLength(300, ErrorMessage = "Kännetecknet får ha högst 300 tecken."), NoPersonalNumber]
    public string? ReachedWhen { get; init; }

    /// <summary>The day it is to be reached, or null.</summary>
    [Day]
    public DateOnly? By { get; init; }

    /// <summary>True when it is reached.</summary>
    public bool Reached { get; init; }
}

/// <summary>A goal of a journey.</summary>
/// <param name="Id">Identity within the journey.</param>
/// <param name="Content">What it says.</param>
public sealed record Goal(Guid Id, GoalContent Content);

/// <summary>An action on the way.</summary>
public sealed record ActionContent
{
    /// <summary>What is done.</summary>
    [Required(ErrorMessage = "Skriv vad som ska göras."), StringLength(300, MinimumLength = 5, ErrorMessage = "Åtgärden ska ha mellan 5 och 300 tecken."), NoPersonalNumber]
    public string Text { get; init; } = "";

    /// <summary>The goal that it serves, or null.</summary>
    public Guid? GoalId { get; init; }

    /// <summary>The dimension that it raises, or null.</summary>
    [DimensionCode]
    public string? Dimension { get; init; }

    /// <summary>The function that sees to it, not a person's name; null while nobody does.</summary>
    [StringLength(120, ErrorMessage = "Ansvarig får ha högst 120 tecken."), NoPersonalNumber]
    public string? Owner { get; init; }

    /// <summary>The day it is to be done, or null.</summary>
    [Day]
    public DateOnly? DueOn { get; init; }

    /// <summary>Slug of the handbook's chapter to read, or null.</summary>
    [StringLength(80, ErrorMessage = "Kapitlets namn får ha högst 80 tecken.")]
    public string? Chapter { get; init; }
}

/// <summary>Where an action stands.</summary>
public enum ActionStatus
{
    /// <summary>Not begun.</summary>
    Planned,

    /// <summary>Begun.</summary>
    Ongoing,

    /// <summary>Done, with what shows it.</summary>
    Done,

    /// <summary>Not to be done, with the reason.</summary>
    Dropped,
}

/// <summary>An action of a journey.</summary>
/// <param name="Id">Identity within the journey.</param>
/// <param name="Content">What it says.</param>
/// <param name="Status">planned, ongoing, done or dropped.</param>
/// <param name="Evidence">What shows that it is done, or why it was dropped; null before.</param>
/// <param name="EndedOn">The day it was done or dropped, or null.</param>
/// <param name="MeetingId">The network meeting that it comes from, or null.</param>
public sealed record JourneyAction(Guid Id, ActionContent Content, ActionStatus Status, string? Evidence, DateOnly? EndedOn, Guid? MeetingId)
{
    internal bool IsOpen => Status is ActionStatus.Planned or ActionStatus.Ongoing;
}

/// <summary>A line about how it goes, also that the journey pauses.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">The line.</param>
public sealed record JourneyNote(DateOnly On, string Text);
