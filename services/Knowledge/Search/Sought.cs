using System.Buffers;
using ServiceDefaults.Text;

namespace Knowledge.Search;

/// <summary>
/// The stems that are marked in passages, made ready to be looked for in long texts: only a word that has one of them, or an
/// irregular form of one, in it somewhere is taken apart; all others are passed over by the processor's own search.
/// </summary>
internal sealed class Sought(IReadOnlySet<string> stems)
{
    private readonly SearchValues<string> traces = SearchValues.Create(
        [.. stems, .. SwedishForms.Irregular.Where(form => stems.Contains(form.Value)).Select(form => form.Key)], StringComparison.Ordinal);

    /// <summary>The words of the text that are meant, in order, each with the stem that it counts as.</summary>
    public List<(Token Token, string Stem)> In(string text)
    {
        var found = new List<(Token, string)>();
        var plain = Word.Folded(text);
        for (var from = 0; from < plain.Length && plain.AsSpan(from).IndexOfAny(traces) is >= 0 and var at;)
        {
            var (start, end) = (from + at, from + at + 1);
            Func<char, bool> same = char.IsLetter(plain[start]) ? char.IsLetter : char.IsAsciiDigit;
            while (start > 0 && same(plain[start - 1])) start--;
            while (end < plain.Length && same(plain[end])) end++;
            var word = plain[start..end];
            if (IsMeant(word)) found.Add((new Token(word, start, end - start), KnowledgeWords.Stem(word)));
            from = end;
        }
        return found;
    }

    private bool IsMeant(string word) => stems.Contains(KnowledgeWords.Stem(word)) || KnowledgeWords.Parts(word).Any(stems.Contains);
}
