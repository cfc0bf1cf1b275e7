using System.Collections.Frozen;

namespace ServiceDefaults.Text;

/// <summary>
/// Known words by stem, with which unknown ones are taken apart (trappstädning → trappa + städ) or recognised in spite of a
/// misspelling (städnig, stadning). Give it the words of the field that is to be understood.
/// </summary>
public sealed class Lexicon
{
    private readonly FrozenSet<string> stems;
    private readonly FrozenDictionary<string, string> folded;
    private readonly FrozenDictionary<string, string[]> deletions;

    /// <summary>Builds a lexicon of words in any form.</summary>
    public Lexicon(IEnumerable<string> words)
    {
        var forms = words.Select(w => w.ToLowerInvariant()).Where(w => w.Length >= 2).Distinct().ToList();
        stems = forms.Select(SwedishStemmer.Stem).ToFrozenSet();
        var kept = forms.Where(w => w.Length >= 5).ToList();
        folded = kept.GroupBy(WithoutDots).ToFrozenDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).First());
        deletions = kept.SelectMany(w => Deletions(w).Select(d => (d, w))).GroupBy(p => p.d)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.w).Distinct().Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>Whether a stem is known.</summary>
    public bool Knows(string stem) => stems.Contains(stem);

    /// <summary>Stems of the parts of a compound, or nothing when it is no compound of known words.</summary>
    public IReadOnlyList<string> Split(string word)
    {
        // The last part carries the meaning and takes the longest known word; what stands before may itself be a compound.
        for (var at = 3; at <= word.Length - 3; at++)
        {
            var last = SwedishStemmer.Stem(word[at..]);
            if (last.Length < 2 || word.Length - at < 3 || !stems.Contains(last)) continue;
            if (Front(word[..at]) is { } stem) return [stem, last];
            if (at >= 6 && Split(word[..at]) is { Count: > 0 } front) return [.. front, last];
        }
        return [];
    }

    /// <summary>The known ending of a word whose beginning is unknown (Ådalsstädning → städ), or null.</summary>
    public string? Head(string word)
    {
        for (var at = 3; at <= word.Length - 5; at++)
            if (SwedishStemmer.Stem(word[at..]) is { Length: >= 4 } last && stems.Contains(last)) return last;
        return null;
    }

    /// <summary>The known word that was probably meant, or null: one letter wrong, missing, extra or swapped, or dots left out.</summary>
    public string? Correct(string word)
    {
        if (word.Length < 5) return null;
        if (folded.TryGetValue(WithoutDots(word), out var dotted)) return dotted;
        if (word.Length < 7) return null;
        return Deletions(word).Append(word).SelectMany(d => deletions.GetValueOrDefault(d) ?? [])
            .Where(w => w[0] == word[0] && Math.Abs(w.Length - word.Length) <= 1)
            .OrderBy(w => w.Length == word.Length ? 0 : 1).ThenBy(w => w, StringComparer.Ordinal).FirstOrDefault();
    }

    private string? Front(string part)
    {
        var stem = SwedishStemmer.Stem(part);
        if (stems.Contains(stem)) return stem;
        // Joining letters: arbet-s-kläder, gat-u-sopning, kyrk-o-gård; and the final a that the first part loses (skol-, väsk-).
        if (part.Length > 3 && part[^1] is 's' or 'u' or 'o' or 'e' or 'a' && stems.Contains(stem = SwedishStemmer.Stem(part[..^1]))) return stem;
        return stems.Contains(stem = SwedishStemmer.Stem(part + "a")) ? stem : null;
    }

    private static IEnumerable<string> Deletions(string word) => Enumerable.Range(1, word.Length - 1).Select(i => word.Remove(i, 1)).Append(word);

    private static string WithoutDots(string word) => word.Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');
}
