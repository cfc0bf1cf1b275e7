using ServiceDefaults.Text;

namespace Knowledge.Search;

/// <summary>A word or a number as it stands in a text.</summary>
/// <param name="Text">Lower case, accents other than those of å, ä and ö removed.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Its length in the text.</param>
internal readonly record struct Token(string Text, int Start, int Length)
{
    /// <summary>The words and numbers of a text in order. Paragraphs and amounts count here, so numbers are kept.</summary>
    public static IEnumerable<Token> Of(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at])) at++;
                var word = Word.Of(text[start..at]);
                if (word.Count > 0) yield return new Token(word[0].Text, start, at - start);
            }
            else if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
                yield return new Token(text[start..at], start, at - start);
            }
        }
    }
}
