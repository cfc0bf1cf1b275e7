using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Enterprises.Register;

/// <summary>What an enterprise says about itself and may change. Text or a list that is null is an empty one.</summary>
public record EnterpriseContent : IValidatableObject
{
    /// <summary>Registered name.</summary>
    [Required(ErrorMessage = "Skriv företagets namn."), StringLength(200, MinimumLength = 2, ErrorMessage = "Namnet ska ha mellan 2 och 200 tecken."), NoPersonalNumber]
    public string Name { get; init; } = "";

    /// <summary>SCB code of the home municipality, four digits.</summary>
    [Required(ErrorMessage = "Ange hemkommunens kod."), MunicipalityCode]
    public string MunicipalityCode { get; init; } = "";

    /// <summary>The enterprise in its own words.</summary>
    [StringLength(3000, ErrorMessage = "Presentationen får ha högst 3 000 tecken."), NoPersonalNumber]
    public string Presentation { get; init => field = value ?? ""; } = "";

    /// <summary>Address of its web site.</summary>
    [Url(ErrorMessage = "Ange adressen med https:// först."), StringLength(300)]
    public string? Website { get; init; }

    /// <summary>Persons occupied and from target groups; null when not stated.</summary>
    public Workforce? Workforce { get; init; }

    /// <summary>Target groups that work there.</summary>
    [TargetGroupCodes]
    public IReadOnlyList<string> TargetGroups { get; init => field = value ?? []; } = [];

    /// <summary>Whom to talk with; shown to signed-in users only.</summary>
    public Contact? Contact { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Workforce is { } workforce && workforce.EmployedFromTargetGroup > workforce.Employed)
            yield return new ValidationResult("Kan inte vara fler än alla sysselsatta.", ["Workforce.EmployedFromTargetGroup"]);
    }
}

/// <summary>Counts at a date; shares are computed from them, never stated.</summary>
public sealed record Workforce
{
    /// <summary>Persons occupied (sysselsatta), employed or not.</summary>
    [Range(0, 100_000, ErrorMessage = "Ska vara mellan 0 och 100 000.")]
    public int Employed { get; init; }

    /// <summary>How many of them come from a target group.</summary>
    [Range(0, 100_000, ErrorMessage = "Ska vara mellan 0 och 100 000.")]
    public int EmployedFromTargetGroup { get; init; }

    /// <summary>The day that the counts hold for.</summary>
    [Day]
    public DateOnly CountedOn { get; init; }

    /// <summary>
    /// True when at least 30 percent come from a target group (LOU 4 kap. 18 §), in whole numbers since a rounded
    /// 30 would let 29.5 through; null when nobody is occupied.
    /// </summary>
    internal bool? ReachesShare => Employed == 0 ? null : 10L * EmployedFromTargetGroup >= 3L * Employed;
}

/// <summary>A person who answers for the enterprise.</summary>
public sealed record Contact
{
    /// <summary>The person's name.</summary>
    [Required(ErrorMessage = "Skriv kontaktpersonens namn."), StringLength(120), NoPersonalNumber]
    public string Name { get; init; } = "";

    /// <summary>E-mail address.</summary>
    [EmailAddress(ErrorMessage = "Ange en e-postadress."), StringLength(200)]
    public string? Email { get; init; }

    /// <summary>Telephone number.</summary>
    [StringLength(40), RegularExpression(@"\+?[0-9 ()/-]{5,39}", ErrorMessage = "Ange ett telefonnummer.")]
    public string? Phone { get; init; }
}
