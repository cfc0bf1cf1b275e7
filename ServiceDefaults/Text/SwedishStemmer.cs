namespace ServiceDefaults.Text;

/// <summary>
/// Brings inflected and derived forms of a Swedish word together: städa, städar, städningen, städare → städ.
/// The endings are those of the Snowball project's Swedish algorithm, followed by the derivations that turn a doing
/// into a thing or a person (-ning, -ande, -are, -eri), because a need says the verb and an offer the noun.
/// </summary>
public static class SwedishStemmer
{
    // Longest first, so that the first that fits is the right one.
    private static readonly string[] Inflections =
    [
        "heterna", "hetens", "anden", "heten", "heter", "arnas", "ernas", "ornas", "andes", "arens", "andet", "arna", "erna", "orna",
        "ande", "ende", "arne", "aste", "adet", "ats", "aren", "ades", "erns", "ade", "are", "ern", "ens", "het", "ast", "ad", "en", "ar", "er",
        "or", "as", "es", "at", "it", "et", "an", "de", "a", "e",
    ];

    private static readonly string[] Derivations = ["ningar", "ningen", "ning", "ningens", "ingen", "ingar", "eriet", "eri"];

    private static readonly string[] Pairs = ["dd", "gd", "nn", "dt", "gt", "kt", "tt", "mm", "ll", "ss", "pp", "rr", "ck"];

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string word)
    {
        if (SwedishForms.Irregular.TryGetValue(word, out var known)) return known;
        if (word.Length < 4 || SwedishForms.Whole.Contains(word)) return word;
        var start = Region(word);
        var stem = Strip(word, start);
        if (SwedishForms.Irregular.TryGetValue(stem, out known)) return known;
        if (SwedishForms.Whole.Contains(stem)) return stem;
        foreach (var ending in Derivations)
        {
            if (!stem.EndsWith(ending, StringComparison.Ordinal) || stem.Length - ending.Length < 2) continue;
            if (!stem.Take(stem.Length - ending.Length).Any(IsVowel)) continue;
            var rest = stem[..^ending.Length];
            stem = rest.Length < 3 ? rest : Strip(rest, Math.Min(start, rest.Length));
            break;
        }
        // Fågel and fåglar, nyckeln and nycklar.
        if (stem.Length > 4 && stem.EndsWith("eln", StringComparison.Ordinal)) stem = stem[..^3] + "l";
        if (stem.Length > 4 && stem.EndsWith("el", StringComparison.Ordinal)) stem = stem[..^2] + "l";
        foreach (var pair in Pairs)
            if (stem.Length > 3 && stem.EndsWith(pair, StringComparison.Ordinal))
                return pair == "ck" ? stem : stem[..^1];
        return stem;
    }

    /// <summary>R1 of the Swedish algorithm: what follows the first consonant after a vowel, at least three letters in.</summary>
    private static int Region(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return Math.Max(3, i + 1);
        return word.Length;
    }

    private static string Strip(string word, int start)
    {
        foreach (var ending in Inflections)
            if (word.Length - ending.Length >= start && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        // A genitive or joining s, but not after a letter that an s belongs to.
        return word.Length > start && word[^1] == 's' && word.Length > 4 && "bcdfghjklmnoprtvy".Contains(word[^2]) ? Strip(word[..^1], start) : word;
    }

    private static bool IsVowel(char c) => "aeiouyåäö".Contains(c);
}
