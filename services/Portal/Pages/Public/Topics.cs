using Portal.Texts;

namespace Portal.Pages.Public;

/// <summary>The handbook's parts and what can be searched, in words.</summary>
internal static class Topics
{
    /// <summary>The topics of handbook and discussions, in reading order.</summary>
    public static readonly string[] Codes = ["basics", "routes", "procurement", "collaboration", "enterprises", "follow-up"];

    /// <summary>The parts in reading order.</summary>
    public static IReadOnlyList<(string Code, string Name, string Lead)> All =>
        [.. Codes.Select(code => (code, Text.Of($"Handbook.Topic.{code}"), Text.Of($"Handbook.Topic.{code}.Lead")))];

    /// <summary>What a kind of hit is called.</summary>
    public static string KindName(string kind) => Text.Find($"Handbook.Hit.{kind}") ?? kind;

    /// <summary>Where a hit leads.</summary>
    public static string Address(string kind, string slug, Guid id) => kind switch
    {
        "article" => $"/handbok/{slug}",
        "case" => $"/exempel/{slug}",
        "discussion" => $"/diskussioner/{id}",
        "meeting" => $"/moten/{id}",
        "model" => $"/modeller/{id}",
        _ => "/",
    };
}
