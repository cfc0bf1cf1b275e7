using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Rules;

namespace Knowledge.Discussions;

/// <summary>What somebody asks the network.</summary>
public record DiscussionText
{
    /// <summary>The question in a line.</summary>
    [Required(ErrorMessage = "Frågan saknas."), MaxLength(150, ErrorMessage = "Högst 150 tecken."), NoPersonalNumber]
    public required string Title { get; init; }

    /// <summary>The question in Markdown. <c>@1280</c> calls on a municipality, <c>@skr</c> on the network lead, <c>@</c> and a person's id on the person.</summary>
    [Required(ErrorMessage = "Texten saknas."), MaxLength(20_000, ErrorMessage = "Högst 20 000 tecken."), NoPersonalNumber]
    public required string Body { get; init; }

    /// <summary>Part of the handbook: basics, routes, procurement, collaboration, enterprises or follow-up.</summary>
    [Required(ErrorMessage = "Ämnet saknas."), OneOfEach(typeof(Vocabulary), nameof(Vocabulary.Topics))]
    public required string Topic { get; init; }

    /// <summary>Municipalities that it is for: <c>pilot</c>, <c>skr:</c> and SKR's group, <c>county:</c> and two digits; all when absent.</summary>
    [RegularExpression("^(pilot|skr:[A-C][1-9]|county:[0-9]{2})$", ErrorMessage = "Ange pilot, skr:C6 eller county:21.")]
    public string? Group { get; init; }

    /// <summary>The model (a published collaboration) that it is about.</summary>
    public Guid? ModelId { get; init; }
}
