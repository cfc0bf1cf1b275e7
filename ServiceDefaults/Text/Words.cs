namespace ServiceDefaults.Text;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Text">The word in lower case, accents other than those of å, ä and ö removed.</param>
/// <param name="Sentence">Number of the clause that it stands in, from 0; commas and full stops end a clause.</param>
public readonly record struct Word(string Text, int Sentence)
{
    /// <summary>The words of a text in order. Digits and hyphens inside a word belong to it only as separators.</summary>
    public static List<Word> Of(string? text)
    {
        var words = new List<Word>();
        if (string.IsNullOrEmpty(text)) return words;
        var clause = 0;
        Span<char> buffer = stackalloc char[64];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                if (length < buffer.Length) buffer[length++] = Fold(char.ToLowerInvariant(c));
                continue;
            }
            if (length > 0) words.Add(new(new(buffer[..length]), clause));
            length = 0;
            if (c is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')') clause++;
        }
        if (length > 0) words.Add(new(new(buffer[..length]), clause));
        return words;
    }

    /// <summary>A text in the letters that <see cref="Of"/> gives, each in its place.</summary>
    public static string Folded(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        text.AsSpan().ToLowerInvariant(folded);
        for (var at = folded.IndexOfAnyInRange('\u00e0', '\u00fc'); at >= 0 && at < folded.Length; at++) folded[at] = Fold(folded[at]);
    });

    /// <summary>é, è, ê, á, à, ü, ø and æ as Swedish readers sort them; å, ä and ö stay letters of their own.</summary>
    private static char Fold(char c) => c switch
    {
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'á' or 'à' or 'â' => 'a',
        'ü' => 'y',
        'ø' => 'ö',
        'æ' => 'ä',
        'í' or 'ì' => 'i',
        'ó' or 'ò' => 'o',
        'ç' => 'c',
        'ñ' => 'n',
        _ => c,
    };
}
