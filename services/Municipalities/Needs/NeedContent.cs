using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Municipalities.Needs;

/// <summary>What a unit says about its need: the body of a request and a part of the need. A list that is null is an empty one.</summary>
public sealed record NeedContent
{
    /// <summary>What is needed, in the unit's own words.</summary>
    [Required(ErrorMessage = "Skriv en rubrik."), StringLength(200, MinimumLength = 5, ErrorMessage = "Rubriken ska ha mellan 5 och 200 tecken."), NoPersonalNumber]
    public string Title { get; init; } = "";

    /// <summary>The need at length. A draft may lack it, a published need may not.</summary>
    [Required(AllowEmptyStrings = true, ErrorMessage = "Beskrivningen får vara tom men inte saknas."), StringLength(5000, ErrorMessage = "Beskrivningen får ha högst 5 000 tecken."), NoPersonalNumber]
    public string Description { get; init; } = "";

    /// <summary>The unit that has the need.</summary>
    [StringLength(120, ErrorMessage = "Enhetens namn får ha högst 120 tecken."), NoPersonalNumber]
    public string? Unit { get; init; }

    /// <summary>CPV codes of eight digits, the main one first. Nobody needs to know any.</summary>
    [CpvCodes]
    public IReadOnlyList<string> CpvCodes { get; init => field = value ?? []; } = [];

    /// <summary>Service, goods or works.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>Estimated total value in SEK excluding VAT, options and extensions included (LOU 5 kap. 3 §).</summary>
    [Range(0, 100_000_000_000, ErrorMessage = "Värdet ska vara 0 kr eller mer.")]
    public decimal? ValueSek { get; init; }

    /// <summary>Term in months.</summary>
    [Range(1, 240, ErrorMessage = "Tiden ska vara mellan 1 och 240 månader.")]
    public int? Months { get; init; }

    /// <summary>Groups that the need wishes to reach.</summary>
    [TargetGroupCodes]
    public IReadOnlyList<string> TargetGroups { get; init => field = value ?? []; } = [];

    /// <summary>Last day for answers, Swedish time.</summary>
    [Day]
    public DateOnly? AnswerBy { get; init; }
}

/// <summary>What is bought (LOU 1 kap.).</summary>
public enum NeedKind
{
    /// <summary>Tjänst.</summary>
    Service,

    /// <summary>Vara.</summary>
    Goods,

    /// <summary>Byggentreprenad.</summary>
    Works,
}

/// <summary>Where a need is in its life.</summary>
public enum NeedStatus
{
    /// <summary>Seen by the municipality alone.</summary>
    Draft,

    /// <summary>Seen by all; enterprises may answer.</summary>
    Published,

    /// <summary>The municipality talks with those who answered.</summary>
    InDialogue,

    /// <summary>Ended, with an outcome.</summary>
    Closed,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>How a need ended.</summary>
public enum NeedOutcome
{
    /// <summary>A deal was made.</summary>
    Deal,

    /// <summary>Nothing came of it.</summary>
    NoDeal,

    /// <summary>It was bought in a procurement elsewhere.</summary>
    ProcuredElsewhere,
}
