using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Knowledge.Cases;

/// <summary>What the two sides of a case write; figures come from the deal.</summary>
public record CaseText
{
    /// <summary>Title.</summary>
    [Required(ErrorMessage = "Rubriken saknas."), MaxLength(150, ErrorMessage = "Högst 150 tecken.")]
    public required string Title { get; init; }

    /// <summary>What the reader gets, in a sentence or two.</summary>
    [Required(ErrorMessage = "Sammanfattningen saknas."), MaxLength(400, ErrorMessage = "Högst 400 tecken.")]
    public required string Summary { get; init; }

    /// <summary>The text in Markdown: the need, the route, how it turned out, what did not work, advice. Never about a single person.</summary>
    [Required(ErrorMessage = "Texten saknas."), MaxLength(50_000, ErrorMessage = "Högst 50 000 tecken.")]
    public required string Body { get; init; }

    /// <summary>Dimensions of the baseline that it speaks of.</summary>
    [MaxLength(8), OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Dimensions))]
    public IReadOnlyList<string> Dimensions { get; init => field = value ?? []; } = [];

    /// <summary>Function to reach at the municipality, preferably not a person's name.</summary>
    [MaxLength(150)]
    public string BuyerContact { get; init => field = value ?? ""; } = "";

    /// <summary>Function to reach at the enterprise.</summary>
    [MaxLength(150)]
    public string SupplierContact { get; init => field = value ?? ""; } = "";

    /// <summary>The last day that it may stand without being looked at again.</summary>
    [Day]
    public required DateOnly ReviewBy { get; init; }
}

/// <summary>What an example of the first edition says in place of a deal.</summary>
internal sealed record CaseFacts(
    string Municipality, string? Profile, string Enterprise, string Topic, IReadOnlyList<string> Routes, IReadOnlyList<string> CpvCodes,
    IReadOnlyList<string> Sources, decimal? ValueSek, decimal? Jobs, int? Year);

/// <summary>Where a case is in its life.</summary>
public enum CaseStatus
{
    /// <summary>The two sides write.</summary>
    Draft,

    /// <summary>Both stand behind it; the network lead reads.</summary>
    InReview,

    /// <summary>Public.</summary>
    Published,

    /// <summary>No longer public.</summary>
    Withdrawn,
}
