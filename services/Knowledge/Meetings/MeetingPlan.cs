using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Knowledge.Meetings;

/// <summary>What the organiser decides about a meeting.</summary>
public record MeetingPlan : IValidatableObject
{
    /// <summary>What it is about.</summary>
    [Required(ErrorMessage = "Rubriken saknas."), MaxLength(150, ErrorMessage = "Högst 150 tecken.")]
    public required string Title { get; init; }

    /// <summary>Agenda in Markdown.</summary>
    [Required(ErrorMessage = "Dagordningen saknas."), MaxLength(20_000, ErrorMessage = "Högst 20 000 tecken.")]
    public required string Agenda { get; init; }

    /// <summary>When it begins.</summary>
    [Day]
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    [Day]
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Where, or that it is online.</summary>
    [Required(ErrorMessage = "Platsen saknas."), MaxLength(200, ErrorMessage = "Högst 200 tecken.")]
    public required string Place { get; init; }

    /// <summary>Address to join online, shown to those who have a place; https only.</summary>
    [MaxLength(500), RegularExpression("^https://[^\\s]+$", ErrorMessage = "Länken ska börja med https://.")]
    public string? JoinLink { get; init; }

    /// <summary>Places. More can register; they wait in order.</summary>
    [Range(1, 5000, ErrorMessage = "Mellan 1 och 5 000.")]
    public required int Capacity { get; init; }

    /// <summary>SCB codes of the municipalities that it is first of all for: they are called on when it is announced. Shown to the organiser alone, since an invitation may tell of a gap. Empty for all alike.</summary>
    [MaxLength(290, ErrorMessage = "Högst 290 kommuner.")]
    public IReadOnlyList<string> Invited { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EndsAt <= StartsAt) yield return new ValidationResult("Mötet måste sluta efter att det har börjat.", [nameof(EndsAt)]);
        if (Invited.Any(code => code.Length != 4 || !code.All(char.IsAsciiDigit))) yield return new ValidationResult("Kommunkoder har fyra siffror.", [nameof(Invited)]);
    }
}
