using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Knowledge.Articles;

/// <summary>What an article says and what it is about: the part of it that people write.</summary>
public record ArticleText
{
    /// <summary>Title.</summary>
    [Required(ErrorMessage = "Rubriken saknas."), MaxLength(150, ErrorMessage = "Högst 150 tecken.")]
    public required string Title { get; init; }

    /// <summary>What the reader gets, in a sentence or two.</summary>
    [Required(ErrorMessage = "Sammanfattningen saknas."), MaxLength(400, ErrorMessage = "Högst 400 tecken.")]
    public required string Summary { get; init; }

    /// <summary>The text in Markdown (CommonMark with tables). HTML in it is shown as text and never run.</summary>
    [Required(ErrorMessage = "Texten saknas."), MaxLength(200_000, ErrorMessage = "Högst 200 000 tecken.")]
    public required string Body { get; init; }

    /// <summary>Part of the handbook: basics, routes, procurement, collaboration, enterprises or follow-up.</summary>
    [Required(ErrorMessage = "Ämnet saknas."), AllowedValues("basics", "routes", "procurement", "collaboration", "enterprises", "follow-up", ErrorMessage = "Okänt ämne.")]
    public required string Topic { get; init; }

    /// <summary>Who the text is for: development-lead, procurement-officer, unit-manager, enterprise-manager or network-lead.</summary>
    [MaxLength(6), OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Audiences))]
    public IReadOnlyList<string> Audiences { get; init => field = value ?? []; } = [];

    /// <summary>Words people search with that the text does not use.</summary>
    [MaxLength(40)]
    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];

    /// <summary>Codes of the legal routes it explains, such as DIRECT_AWARD.</summary>
    [MaxLength(20), OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Routes))]
    public IReadOnlyList<string> Routes { get; init => field = value ?? []; } = [];

    /// <summary>Dimensions of the baseline that it helps a municipality to raise.</summary>
    [MaxLength(8), OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Dimensions))]
    public IReadOnlyList<string> Dimensions { get; init => field = value ?? []; } = [];

    /// <summary>CPV codes, or beginnings of them (two to eight digits), that it speaks of.</summary>
    [MaxLength(40)]
    public IReadOnlyList<string> CpvCodes { get; init => field = value ?? []; } = [];

    /// <summary>Slugs of other chapters to read next.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> Related { get; init => field = value ?? []; } = [];

    /// <summary>Slugs of chapters that hold a template for it, and ids of models that municipalities share.</summary>
    [MaxLength(10)]
    public IReadOnlyList<string> Models { get; init => field = value ?? []; } = [];

    /// <summary>Slugs of cases that show it in practice.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> Cases { get; init => field = value ?? []; } = [];

    /// <summary>What the text rests on: statutes with paragraph, guidance, reports. Needed before it can be published.</summary>
    [MaxLength(40)]
    public IReadOnlyList<string> Sources { get; init => field = value ?? []; } = [];

    /// <summary>The function that keeps it right, such as SKR:s processledare.</summary>
    [Required(ErrorMessage = "Ansvarig saknas."), MaxLength(120, ErrorMessage = "Högst 120 tecken.")]
    public required string Owner { get; init; }

    /// <summary>The last day that it may stand without being reviewed.</summary>
    [Day]
    public required DateOnly ReviewBy { get; init; }
}
