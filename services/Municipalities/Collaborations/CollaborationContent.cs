using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

/// <summary>How a municipality has arranged its collaboration with social enterprises (samverkansstruktur). Functions, never persons. A list that is null is an empty one.</summary>
public sealed record CollaborationContent
{
    /// <summary>What the structure is called.</summary>
    [Required(ErrorMessage = "Skriv en rubrik."), StringLength(200, MinimumLength = 5, ErrorMessage = "Rubriken ska ha mellan 5 och 200 tecken."), NoPersonalNumber]
    public string Title { get; init; } = "";

    /// <summary>How it works, in a few sentences.</summary>
    [Required(ErrorMessage = "Beskriv kort hur det fungerar."), StringLength(2000, MinimumLength = 10, ErrorMessage = "Beskrivningen ska ha mellan 10 och 2 000 tecken."), NoPersonalNumber]
    public string Summary { get; init; } = "";

    /// <summary>The responsible board (nämnd), or null.</summary>
    [StringLength(120, ErrorMessage = "Nämndens namn får ha högst 120 tecken."), NoPersonalNumber]
    public string? Board { get; init; }

    /// <summary>Decisions that it rests on.</summary>
    [MaxLength(30, ErrorMessage = "Högst 30 beslut.")]
    public IReadOnlyList<Decision> Decisions { get; init => field = value ?? []; } = [];

    /// <summary>The coordinating function, or null.</summary>
    public Coordinator? Coordinator { get; init; }

    /// <summary>Who has which part: board, steering group, procurement, the enterprises' representative, region, advisers.</summary>
    [MaxLength(30, ErrorMessage = "Högst 30 roller.")]
    public IReadOnlyList<RoleHolder> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Functions in the internal network.</summary>
    [MaxLength(30, ErrorMessage = "Högst 30 funktioner.")]
    public IReadOnlyList<string> Network { get; init => field = value ?? []; } = [];

    /// <summary>The steering group, or null.</summary>
    [StringLength(300, ErrorMessage = "Styrgruppen får beskrivas med högst 300 tecken."), NoPersonalNumber]
    public string? SteeringGroup { get; init; }

    /// <summary>Policies, plans and guidelines.</summary>
    [MaxLength(30, ErrorMessage = "Högst 30 styrdokument.")]
    public IReadOnlyList<SteeringDocument> SteeringDocuments { get; init => field = value ?? []; } = [];

    /// <summary>Where municipality and enterprises meet, or null.</summary>
    public DialogueForum? DialogueForum { get; init; }

    /// <summary>How purchases come about, or null.</summary>
    public PurchasingRoutine? Purchasing { get; init; }

    /// <summary>Who gives enterprises advice and support.</summary>
    [MaxLength(20, ErrorMessage = "Högst 20 stödaktörer.")]
    public IReadOnlyList<string> SupportActors { get; init => field = value ?? []; } = [];

    /// <summary>How it is followed up, or null.</summary>
    public FollowUpPlan? FollowUp { get; init; }

    /// <summary>What has been learnt.</summary>
    [StringLength(4000, ErrorMessage = "Erfarenheterna får ha högst 4 000 tecken."), NoPersonalNumber]
    public string? Experiences { get; init; }

    /// <summary>The day on which the project or build-up ends; sustainability is judged from it. Null when not known.</summary>
    [Day]
    public DateOnly? ProjectEndsOn { get; init; }
}

/// <summary>A political or officer's decision.</summary>
public sealed record Decision
{
    /// <summary>What was decided.</summary>
    [Required(ErrorMessage = "Skriv vad beslutet gäller."), StringLength(200, MinimumLength = 3, ErrorMessage = "Beslutet ska ha mellan 3 och 200 tecken."), NoPersonalNumber]
    public string What { get; init; } = "";

    /// <summary>Register number (diarienummer), or null.</summary>
    [StringLength(60, ErrorMessage = "Diarienumret får ha högst 60 tecken."), NoPersonalNumber]
    public string? Reference { get; init; }

    /// <summary>The day, or null.</summary>
    [Day]
    public DateOnly? On { get; init; }
}

/// <summary>The coordinating function.</summary>
public sealed record Coordinator
{
    /// <summary>Title of the post, not a person's name.</summary>
    [Required(ErrorMessage = "Skriv tjänstens titel."), StringLength(120, MinimumLength = 2, ErrorMessage = "Titeln ska ha mellan 2 och 120 tecken."), NoPersonalNumber]
    public string Post { get; init; } = "";

    /// <summary>Where in the organisation it is placed, or null.</summary>
    [StringLength(120, ErrorMessage = "Placeringen får ha högst 120 tecken."), NoPersonalNumber]
    public string? Placement { get; init; }

    /// <summary>Part of a full-time post, per cent, or null.</summary>
    [Range(1, 200, ErrorMessage = "Andelen ska vara mellan 1 och 200 procent.")]
    public int? Percent { get; init; }
}

/// <summary>Who has a part.</summary>
public sealed record RoleHolder
{
    /// <summary>The part.</summary>
    [Required(ErrorMessage = "Skriv rollen."), StringLength(120, MinimumLength = 2, ErrorMessage = "Rollen ska ha mellan 2 och 120 tecken."), NoPersonalNumber]
    public string Role { get; init; } = "";

    /// <summary>The unit or organisation that has it.</summary>
    [Required(ErrorMessage = "Skriv vem som har rollen."), StringLength(120, MinimumLength = 2, ErrorMessage = "Enheten ska ha mellan 2 och 120 tecken."), NoPersonalNumber]
    public string Holder { get; init; } = "";
}

/// <summary>A policy, plan or guideline.</summary>
public sealed record SteeringDocument
{
    /// <summary>Its name.</summary>
    [Required(ErrorMessage = "Skriv dokumentets namn."), StringLength(200, MinimumLength = 3, ErrorMessage = "Namnet ska ha mellan 3 och 200 tecken."), NoPersonalNumber]
    public string Title { get; init; } = "";

    /// <summary>Where it can be read, or null.</summary>
    [Url(ErrorMessage = "Adressen ska börja med https:// eller http://."), StringLength(500, ErrorMessage = "Adressen får ha högst 500 tecken.")]
    public string? Address { get; init; }

    /// <summary>The last day it is in force, or null when it has no end.</summary>
    [Day]
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>Where municipality and enterprises meet.</summary>
public sealed record DialogueForum
{
    /// <summary>What form it has.</summary>
    [Required(ErrorMessage = "Beskriv forumet."), StringLength(500, MinimumLength = 3, ErrorMessage = "Forumet ska beskrivas med 3 till 500 tecken."), NoPersonalNumber]
    public string Form { get; init; } = "";

    /// <summary>Months between meetings.</summary>
    [Range(1, 36, ErrorMessage = "Ange mellan 1 och 36 månader.")]
    public int EveryMonths { get; init; } = 6;

    /// <summary>The next meeting, or null.</summary>
    [Day]
    public DateOnly? NextOn { get; init; }
}

/// <summary>How purchases come about.</summary>
public sealed record PurchasingRoutine
{
    /// <summary>The routine in words.</summary>
    [Required(ErrorMessage = "Beskriv rutinen."), StringLength(2000, MinimumLength = 3, ErrorMessage = "Rutinen ska beskrivas med 3 till 2 000 tecken."), NoPersonalNumber]
    public string Routine { get; init; } = "";

    /// <summary>Whether the guidelines for direct purchases mention social enterprises; null when not known.</summary>
    public bool? GuidelinesMentionSocialEnterprises { get; init; }
}

/// <summary>How the structure is followed up.</summary>
public sealed record FollowUpPlan
{
    /// <summary>What is measured.</summary>
    [MaxLength(20, ErrorMessage = "Högst 20 mått.")]
    public IReadOnlyList<string> Indicators { get; init => field = value ?? []; } = [];

    /// <summary>Months between reviews.</summary>
    [Range(1, 36, ErrorMessage = "Ange mellan 1 och 36 månader.")]
    public int EveryMonths { get; init; } = 12;

    /// <summary>The next review, or null.</summary>
    [Day]
    public DateOnly? NextOn { get; init; }
}
