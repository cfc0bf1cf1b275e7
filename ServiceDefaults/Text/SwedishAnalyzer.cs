using System.Collections.Concurrent;

namespace ServiceDefaults.Text;

/// <summary>What a word stands for.</summary>
/// <param name="Stem">The stem, or the stem of a part of a compound.</param>
/// <param name="Surface">The word as written, for telling people.</param>
/// <param name="Weight">1 for the word itself, less for parts, corrections and denied words (below zero).</param>
/// <param name="Position">Place of the word in the text, from 0; parts of a compound share it.</param>
/// <param name="Sentence">The clause it stands in.</param>
public readonly record struct Term(string Stem, string Surface, float Weight, int Position, int Sentence);

/// <summary>
/// From Swedish text to terms: stop words dropped, forms brought together, compounds split, misspellings mended,
/// and words that the text denies ("vi kör inte taxi") marked. Shared by the matching and the search of the handbook.
/// </summary>
public sealed class SwedishAnalyzer(Lexicon lexicon)
{
    /// <summary>Changes whenever the same text may give other terms than before.</summary>
    public const string Version = "2";

    /// <summary>What a word is worth that is written as a name: "Strömmen" is seldom electricity, but "Hemtjänsten" is what it says.</summary>
    private const float NameWorth = 0.5f;

    private readonly ConcurrentDictionary<string, (string Stem, (string Stem, float Weight)[] Further)> known = new();

    private int remembered;

    private static readonly string[] Exceptions = ["utom", "förutom", "undantag"];
    private static readonly string[] Denials = ["inte", "ej", "inga", "ingen", "inget", "aldrig", .. Exceptions];
    private static readonly string[] Wishes = ["behöver", "behövs", "ingår", "gäller", "omfattar", "omfattas", "söker", "önskar", "efterfrågar", "efterfrågas", "avser"];

    /// <summary>The terms of a text in order.</summary>
    /// <param name="text">Any Swedish text; null gives nothing.</param>
    /// <param name="denials">Weigh down words that stand after a denial in the same clause.</param>
    /// <param name="asks">
    /// The text asks for something. Then a denial tells what is the matter ("ingen klipper gräset") unless it denies the wish itself ("vi behöver inte ...").
    /// </param>
    public List<Term> Analyze(string? text, bool denials = false, bool asks = false)
    {
        var terms = new List<Term>();
        var words = Word.Of(text);
        var deniedIn = -1;
        // Who writes half of all words with capitals tells nothing by them.
        var names = asks && words.Count(word => word.IsName) * 2 < words.Count;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, clause, written) = words[i];
            var name = names && words[i].IsName;
            if (denials && Denials.Contains(word) && (!asks || Exceptions.Contains(word) || Wish(i - 1) || Wish(i + 1))) deniedIn = clause;
            if (word.Length < 2 || StopWords.All.Contains(word)) continue;
            Add(terms, word, written, i, clause, (clause == deniedIn ? 0.2f : 1f) * (name ? NameWorth : 1), name);
        }
        return terms;

        bool Wish(int at) => at >= 0 && at < words.Count && Wishes.Contains(words[at].Text);
    }

    /// <summary>The stem of a word, remembered.</summary>
    public string StemOf(string word) => Known(word).Stem;

    private void Add(List<Term> terms, string word, string written, int position, int clause, float weight, bool name)
    {
        var (stem, further) = Known(word);
        terms.Add(new(stem, written, weight, position, clause));
        // The name of a place is neither a compound nor misspelt: Hyllie has nothing to do with shelves.
        if (name) return;
        foreach (var (part, worth) in further) terms.Add(new(part, written, weight * worth, position, clause));
    }

    private (string Stem, (string Stem, float Weight)[] Further) Known(string word)
    {
        // Swedish has a few ten thousand words in use; the bound keeps made-up ones from filling the memory.
        if (known.TryGetValue(word, out var before)) return before;
        if (Interlocked.Increment(ref remembered) % 100_000 == 0) known.Clear();
        return known[word] = Understand(word);
    }

    private (string Stem, (string Stem, float Weight)[] Further) Understand(string word)
    {
        var stem = SwedishStemmer.Stem(word);
        var isKnown = lexicon.Knows(stem);
        if (word.Length >= 6 && lexicon.Split(word) is { Count: > 0 } parts)
            // A compound that is known as a whole means what it means; its parts then only hint.
            return (stem, [.. parts.Where(part => part != stem).Select(part => (part, isKnown ? 0.2f : 0.7f))]);
        if (isKnown) return (stem, []);
        if (lexicon.Correct(word) is { } meant) return (stem, [(SwedishStemmer.Stem(meant), 0.8f)]);
        return (stem, lexicon.Head(word) is { } head ? [(head, 0.5f)] : []);
    }
}
