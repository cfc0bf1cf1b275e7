using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Municipalities.Agreements;

/// <summary>What kind of agreement it is. None of them is a purchase: what is bought is a deal and belongs elsewhere.</summary>
public enum AgreementKind
{
    /// <summary>Idéburet offentligt partnerskap (IOP).</summary>
    PublicPartnership,

    /// <summary>Avsiktsförklaring.</summary>
    LetterOfIntent,

    /// <summary>Samverkansavtal.</summary>
    Cooperation,
}

/// <summary>Where an agreement is in its life.</summary>
public enum AgreementStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Signed and in force.</summary>
    InForce,

    /// <summary>Ended.</summary>
    Ended,
}

/// <summary>What parties that are not buyer and seller agree on. There is no value: resources are named in words, since nothing is paid for a delivery.</summary>
public sealed record AgreementContent
{
    /// <summary>public-partnership (IOP), letter-of-intent or cooperation.</summary>
    [Required(ErrorMessage = "Ange vad det är för slags överenskommelse.")]
    public AgreementKind? Kind { get; init; }

    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "Skriv en rubrik."), StringLength(200, MinimumLength = 5, ErrorMessage = "Rubriken ska ha mellan 5 och 200 tecken."), NoPersonalNumber]
    public string Title { get; init; } = "";

    /// <summary>The other parties; the municipality itself is always one.</summary>
    [Required(ErrorMessage = "Ange minst en annan part."), Length(1, 30, ErrorMessage = "Ange mellan 1 och 30 andra parter.")]
    public IReadOnlyList<Party> Parties { get; init => field = value ?? []; } = [];

    /// <summary>What it is for.</summary>
    [Required(ErrorMessage = "Skriv syftet."), StringLength(2000, MinimumLength = 10, ErrorMessage = "Syftet ska ha mellan 10 och 2 000 tecken."), NoPersonalNumber]
    public string Purpose { get; init; } = "";

    /// <summary>What each party contributes, in words, or null.</summary>
    [StringLength(2000, ErrorMessage = "Bidragen får ha högst 2 000 tecken."), NoPersonalNumber]
    public string? Contributions { get; init; }

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Ange första dagen.")]
    [Day]
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day, or null when it runs until somebody ends it.</summary>
    [Day]
    public DateOnly? EndsOn { get; init; }

    /// <summary>The day on which the parties look at it again.</summary>
    [Required(ErrorMessage = "Ange vilken dag överenskommelsen ska ses över.")]
    [Day]
    public DateOnly? ReviewOn { get; init; }

    /// <summary>Register number (diarienummer), or null.</summary>
    [StringLength(60, ErrorMessage = "Diarienumret får ha högst 60 tecken."), NoPersonalNumber]
    public string? Reference { get; init; }
}

/// <summary>Somebody who agrees.</summary>
public sealed record Party
{
    /// <summary>Name of the organisation.</summary>
    [Required(ErrorMessage = "Skriv partens namn."), StringLength(200, MinimumLength = 2, ErrorMessage = "Namnet ska ha mellan 2 och 200 tecken."), NoPersonalNumber]
    public string Name { get; init; } = "";

    /// <summary>What kind of organisation it is.</summary>
    public PartyKind Kind { get; init; }

    /// <summary>The enterprise's identity on the platform, or null.</summary>
    public Guid? EnterpriseId { get; init; }
}

/// <summary>Kinds of parties.</summary>
public enum PartyKind
{
    /// <summary>Idéburen organisation.</summary>
    CivilSociety,

    /// <summary>Socialt företag.</summary>
    SocialEnterprise,

    /// <summary>Annan kommun.</summary>
    Municipality,

    /// <summary>Region.</summary>
    Region,

    /// <summary>Myndighet.</summary>
    Agency,

    /// <summary>Annan.</summary>
    Other,
}

/// <summary>That the parties have looked at it.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">What they found.</param>
/// <param name="NextOn">The next day for it.</param>
public sealed record AgreementReview(DateOnly On, string Text, DateOnly NextOn);
