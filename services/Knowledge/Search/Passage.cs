using System.Net;
using System.Text;

namespace Knowledge.Search;

/// <summary>The passage that shows best why a text was found.</summary>
internal static class Passage
{
    // About two lines; a text of statute length is looked through no further than its first part.
    private const int Length = 240, Looked = 40_000;

    /// <summary>As HTML: the text is escaped, found words stand in mark elements.</summary>
    public static string Best(string body, string summary, Sought sought)
    {
        var text = body.Length > Looked ? body[..Looked] : body;
        var found = sought.In(text);
        if (found.Count == 0) return Marked(summary, 0, summary.Length, sought.In(summary));

        // A window over the found words: the one that holds most different words, the first of such.
        var (best, most, end) = (found[0].Token, 0, 0);
        var held = new Dictionary<string, int>();
        foreach (var (first, stem) in found)
        {
            for (; end < found.Count && found[end].Token.Start < first.Start + Length; end++) held[found[end].Stem] = held.GetValueOrDefault(found[end].Stem) + 1;
            if (held.Count > most) (best, most) = (first, held.Count);
            if (--held[stem] == 0) held.Remove(stem);
        }
        var start = best.Start;
        // From the beginning of the sentence when it is near, otherwise from a word.
        var sentence = text.LastIndexOfAny(['.', '!', '?', '\n'], Math.Max(0, start - 1)) + 1;
        start = start - sentence <= 80 ? sentence : text.LastIndexOf(' ', Math.Max(0, start - 40)) + 1;
        end = Math.Min(text.Length, start + Length);
        if (end < text.Length && text.LastIndexOf(' ', end) is var space && space > start) end = space;
        return Marked(text, start, end, found);
    }

    private static string Marked(string text, int start, int end, List<(Token Token, string Stem)> found)
    {
        var html = new StringBuilder(start > 0 ? "… " : "");
        var at = start;
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        foreach (var token in found.Select(each => each.Token).Where(token => token.Start >= start && token.Start + token.Length <= end))
        {
            html.Append(WebUtility.HtmlEncode(text[at..token.Start])).Append("<mark>");
            html.Append(WebUtility.HtmlEncode(text.Substring(token.Start, token.Length))).Append("</mark>");
            at = token.Start + token.Length;
        }
        html.Append(WebUtility.HtmlEncode(text[at..end]));
        return end < text.Length ? html.Append(" …").ToString() : html.ToString();
    }
}
