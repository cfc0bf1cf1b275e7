using System.ComponentModel.DataAnnotations;
using Enterprises.Register;
using ServiceDefaults.Rules;

namespace Enterprises.Offers;

/// <summary>What an enterprise can do for others.</summary>
public sealed record OfferContent
{
    /// <summary>The trade in everyday words.</summary>
    [Required(ErrorMessage = "Skriv en rubrik."), StringLength(200, MinimumLength = 3, ErrorMessage = "Rubriken ska ha mellan 3 och 200 tecken."), NoPersonalNumber]
    public string Title { get; init; } = "";

    /// <summary>The offer at length.</summary>
    [StringLength(3000, ErrorMessage = "Beskrivningen får ha högst 3 000 tecken."), NoPersonalNumber]
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>CPV codes of eight digits; may be empty.</summary>
    [CpvCodes]
    public IReadOnlyList<string> CpvCodes { get; init => field = value ?? []; } = [];

    /// <summary>Where it is delivered.</summary>
    [Required(ErrorMessage = "Ange var erbjudandet gäller.")]
    public ServiceArea? ServiceArea { get; init; }

    /// <summary>Largest total contract value taken on alone, SEK excluding VAT.</summary>
    [Range(0, 100_000_000_000, ErrorMessage = "Värdet ska vara 0 kr eller mer.")]
    public decimal? MaxContractSek { get; init; }
}

/// <summary>Where an offer is delivered.</summary>
public sealed record ServiceArea : IValidatableObject
{
    /// <summary>How the area is drawn.</summary>
    public AreaKind Kind { get; init; }

    /// <summary>Municipality codes (four digits) or county codes (two digits), for those two kinds.</summary>
    public IReadOnlyList<string> Codes { get; init => field = value ?? []; } = [];

    /// <summary>Great-circle distance in kilometres from the home municipality, for radius.</summary>
    public int? RadiusKm { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is AreaKind.Municipalities or AreaKind.Counties)
        {
            var known = Kind is AreaKind.Counties ? Places.Counties : Places.Municipalities;
            if (Codes.Count is 0 or > 290) yield return new ValidationResult("Ange minst en kod.", [nameof(Codes)]);
            foreach (var code in Codes.Where(code => code is null || !known.Contains(code)).Take(5))
                yield return new ValidationResult($"Okänd kod \"{code}\".", [nameof(Codes)]);
            if (Codes.Distinct().Count() != Codes.Count) yield return new ValidationResult("Samma kod står två gånger.", [nameof(Codes)]);
        }
        else if (Codes.Count > 0) yield return new ValidationResult("Koder hör bara till områden av kommuner eller län.", [nameof(Codes)]);
        if (Kind is AreaKind.Radius && RadiusKm is not (>= 1 and <= 1600))
            yield return new ValidationResult("Ange ett avstånd, 1 till 1 600 km.", [nameof(RadiusKm)]);
        if (Kind is not AreaKind.Radius && RadiusKm is not null)
            yield return new ValidationResult("Avstånd anges bara när området är en radie.", [nameof(RadiusKm)]);
    }
}

/// <summary>How a service area is drawn.</summary>
public enum AreaKind
{
    /// <summary>The municipalities listed.</summary>
    Municipalities,

    /// <summary>The counties listed.</summary>
    Counties,

    /// <summary>A distance from home.</summary>
    Radius,

    /// <summary>The whole country.</summary>
    National,
}
