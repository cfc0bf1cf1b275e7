using Portal.Api;
using Portal.Session;
using Portal.Texts;

namespace Portal.Pages.Examples;

/// <summary>Whose an example is, for what to show.</summary>
internal static class ExampleSides
{
    /// <summary>True for the municipality's people.</summary>
    public static bool IsBuyer(Example example, Visitor visitor) => visitor.Buys && example.MunicipalityCode is { } code && code == visitor.Municipality;

    /// <summary>True for either side.</summary>
    public static bool IsSide(Example example, Visitor visitor) => IsBuyer(example, visitor) || (visitor.Enterprise is { } id && id == example.EnterpriseId);

    /// <summary>Whose it is, in words.</summary>
    public static string Between(string? municipality, string? enterprise) => enterprise is { Length: > 0 } ? Text.Of("OpenExamples.Between", municipality, enterprise) : municipality ?? "";

    /// <summary>Where it is in its life, and how that is coloured.</summary>
    public static (string Text, string Kind) Status(string? status) => status switch
    {
        "draft" => (Text.Of("OpenExamples.Draft"), "warm"), "in-review" => (Text.Of("OpenExamples.StepReview"), "calm"), "published" => (Text.Of("OpenExamples.Public"), "good"), "withdrawn" => (Text.Of("OpenExamples.TakenBack"), ""), _ => ("", ""),
    };
}
