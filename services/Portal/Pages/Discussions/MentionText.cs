using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Portal.Components;
using Portal.Pictures.Map;

namespace Portal.Pages.Discussions;

/// <summary>Shows whom a text calls on by name: <c>@1280</c> is Malmö, <c>@skr</c> the network lead.</summary>
public static partial class MentionText
{
    /// <param name="html">Safe HTML from the service.</param>
    public static MarkupString Of(string html) => Prose.Of(Mention().Replace(html, match =>
        match.Groups[1].Value is var code && (code == "skr" ? "processledaren" : Country.Municipalities.TryGetValue(code, out var municipality) ? municipality.Name : null) is { } name
            ? $"<strong class=\"mention\">@{name}</strong>" : match.Value));

    // Between elements only: in an address of a link it is no call on anybody.
    [GeneratedRegex(@"(?<=(?:^|>)[^<]*)(?<![\p{L}\p{N}._@/-])@([0-9]{4}|skr)(?![\p{L}\p{N}])")]
    private static partial Regex Mention();
}
