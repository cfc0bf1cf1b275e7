namespace ServiceDefaults.Text;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Text">The word in lower case, accents other than those of å, ä and ö removed.</param>
/// <param name="Sentence">Number of the clause that it stands in, from 0; commas and full stops end a clause.</param>
/// <param name="Written">The word in lower case with its accents, for telling people.</param>
public readonly record struct Word(string Text, int Sentence, string Written)
{
    /// <summary>Written as a name: with a capital where none is due, and not in capitals all through.</summary>
    public bool IsName { get; init; }

    /// <summary>The words of a text in order. Digits and hyphens inside a word belong to it only as separators.</summary>
    public static List<Word> Of(string? text)
    {
        var words = new List<Word>();
        if (string.IsNullOrEmpty(text)) return words;
        var clause = 0;
        Span<char> buffer = stackalloc char[64], written = stackalloc char[64];
        var length = 0;
        // A capital is due first in a sentence, in a heading of its own line and after a quotation mark or a dash.
        bool due = true, capital = false, capitals = false;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                if (length == 0) (capital, capitals) = (char.IsUpper(c), false);
                else capitals |= char.IsUpper(c);
                if (length < buffer.Length) buffer[length] = Fold(written[length++] = char.ToLowerInvariant(c));
                continue;
            }
            if (length > 0) End(buffer, written);
            length = 0;
            due |= c is '.' or '!' or '?' or ':' or '\n' or '"' or '”' or '»' or '•' or '–';
            if (c is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')') clause++;
        }
        if (length > 0) End(buffer, written);
        return words;

        void End(ReadOnlySpan<char> folded, ReadOnlySpan<char> asWritten)
        {
            words.Add(Made(folded[..length], asWritten[..length], clause) with { IsName = capital && !capitals && !due });
            due = false;
        }
    }

    private static Word Made(ReadOnlySpan<char> folded, ReadOnlySpan<char> written, int clause)
    {
        var text = new string(folded);
        return new(text, clause, written.SequenceEqual(folded) ? text : new(written));
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
