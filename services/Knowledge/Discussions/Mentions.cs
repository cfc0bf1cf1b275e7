using System.Text.RegularExpressions;

namespace Knowledge.Discussions;

/// <summary>Those whom a text calls on: <c>@1280</c> a municipality, <c>@skr</c> the network lead, <c>@</c> and a person's id the person.</summary>
internal static partial class Mentions
{
    // More is a shout, not a call.
    private const int Most = 20;

    public static List<string> In(string text) => [.. Mention().Matches(text).Select(match => match.Groups[1].Value).Distinct().Take(Most)];

    // Not within a word, so that an e-mail address calls on nobody.
    [GeneratedRegex(@"(?<![\p{L}\p{N}._@/-])@([0-9]{4}|skr|[A-Za-z0-9][A-Za-z0-9-]{7,63})(?![\p{L}\p{N}])")]
    private static partial Regex Mention();
}
