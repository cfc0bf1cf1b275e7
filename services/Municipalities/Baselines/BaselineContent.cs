using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Municipalities.Baselines;

/// <summary>What begins a round.</summary>
public sealed record BaselineTitle
{
    /// <summary>What the round is called, such as Utgångsläge hösten 2026.</summary>
    [Required(ErrorMessage = "Skriv en rubrik."), StringLength(120, MinimumLength = 5, ErrorMessage = "Rubriken ska ha mellan 5 och 120 tecken."), NoPersonalNumber]
    public string Title { get; init; } = "";
}

/// <summary>One person's answers. A dimension that is left out or has no level is "no answer", which no mean counts.</summary>
public sealed record AnswerContent
{
    /// <summary>At most one for each dimension.</summary>
    [Required(ErrorMessage = "Skicka listan över svar, även om den är tom."), MaxLength(8, ErrorMessage = "Högst åtta svar.")]
    public IReadOnlyList<LevelAnswer> Levels { get; init => field = value ?? []; } = [];

    /// <summary>What shows that a level has been reached.</summary>
    [MaxLength(60, ErrorMessage = "Högst 60 underlag.")]
    public IReadOnlyList<Evidence> Evidence { get; init => field = value ?? []; } = [];
}

/// <summary>A person's view of one dimension.</summary>
public sealed record LevelAnswer
{
    /// <summary>The dimension's code.</summary>
    [Required(ErrorMessage = "Ange vilken del svaret gäller."), DimensionCode]
    public string Dimension { get; init; } = "";

    /// <summary>0 to 5, or null for no answer.</summary>
    [Range(0, Dimensions.Highest, ErrorMessage = "Nivån ska vara mellan 0 och 5.")]
    public int? Level { get; init; }

    /// <summary>Why, in a sentence.</summary>
    [StringLength(500, ErrorMessage = "Motiveringen får ha högst 500 tecken."), NoPersonalNumber]
    public string? Because { get; init; }
}

/// <summary>Something that shows a level: a document, a decision, a note of when it was used.</summary>
public sealed record Evidence
{
    /// <summary>The dimension's code.</summary>
    [Required(ErrorMessage = "Ange vilken del underlaget gäller."), DimensionCode]
    public string Dimension { get; init; } = "";

    /// <summary>The level that it shows, 1 to 5.</summary>
    [Range(1, Dimensions.Highest, ErrorMessage = "Nivån ska vara mellan 1 och 5.")]
    public int Level { get; init; }

    /// <summary>decision, document or practice.</summary>
    public EvidenceKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "Skriv vad underlaget heter."), StringLength(200, MinimumLength = 3, ErrorMessage = "Underlagets namn ska ha mellan 3 och 200 tecken."), NoPersonalNumber]
    public string Title { get; init; } = "";

    /// <summary>Register number (diarienummer), or null.</summary>
    [StringLength(60, ErrorMessage = "Diarienumret får ha högst 60 tecken."), NoPersonalNumber]
    public string? Reference { get; init; }

    /// <summary>The day of the decision or document.</summary>
    [Day]
    public DateOnly? On { get; init; }

    /// <summary>Where it can be read, or null.</summary>
    [Url(ErrorMessage = "Adressen ska börja med https:// eller http://."), StringLength(500, ErrorMessage = "Adressen får ha högst 500 tecken.")]
    public string? Address { get; init; }
}

/// <summary>What evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>Beslut.</summary>
    Decision,

    /// <summary>Dokument.</summary>
    Document,

    /// <summary>Så har det använts, till exempel mötesanteckningar.</summary>
    Practice,
}

/// <summary>A support that the municipality wishes for.</summary>
public sealed record SupportWish
{
    /// <summary>knowledge, competence, exchange or dialogue.</summary>
    public SupportKind Kind { get; init; }

    /// <summary>The dimension that it concerns, or null.</summary>
    [DimensionCode]
    public string? Dimension { get; init; }

    /// <summary>What is wished for.</summary>
    [Required(ErrorMessage = "Skriv vad ni behöver."), StringLength(500, MinimumLength = 3, ErrorMessage = "Beskrivningen ska ha mellan 3 och 500 tecken."), NoPersonalNumber]
    public string Text { get; init; } = "";
}

/// <summary>Kinds of support, in the words of the network's own start: both knowledge and competence are missing.</summary>
public enum SupportKind
{
    /// <summary>Kunskap.</summary>
    Knowledge,

    /// <summary>Kompetens.</summary>
    Competence,

    /// <summary>Erfarenhetsutbyte.</summary>
    Exchange,

    /// <summary>Dialog.</summary>
    Dialogue,
}

/// <summary>Where a round is in its life.</summary>
public enum BaselineStatus
{
    /// <summary>People of the municipality answer.</summary>
    Open,

    /// <summary>The means stand.</summary>
    Closed,

    /// <summary>Taken back before it was closed.</summary>
    Withdrawn,
}

/// <summary>Refuses what is not the code of a dimension.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DimensionCodeAttribute() : ValidationAttribute("Okänd del: ange till exempel anchoring eller purchasing.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || Dimensions.IsCode(value as string);
}
