using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Discussions;

/// <summary>Parts of the handbook, which discussions are sorted by.</summary>
internal static class Topics
{
    /// <summary>Code and name.</summary>
    public static Option[] All =>
    [
        .. Public.Topics.Codes.Select(code => new Option(code, Text.Of($"OpenDiscussions.Topic.{code}"))),
    ];
}
