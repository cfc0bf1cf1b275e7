using System.Collections.Concurrent;
using System.Collections.Frozen;
using Knowledge.Seeding;
using ServiceDefaults.Text;

namespace Knowledge.Search;

/// <summary>
/// How a word of the handbook is understood: its stem and the parts of a compound by the platform's shared analysis, and
/// the synonyms of the field. The words that compounds are made of are those of the first edition itself.
/// </summary>
internal static class KnowledgeWords
{
    /// <summary>Changes whenever the same text may give other words than before; entries of another version are made anew.</summary>
    public const string Version = SwedishAnalyzer.Version + ".1";

    // Fewer than the stop words of the matching: there "avtal" and "behov" say nothing, here they are what people ask about.
    private static readonly FrozenSet<string> Silent = """
        och i att det som en på är av för med den till inte om ett men de vi har kan ska vill så sig när här där då var vara blir bli från
        eller under över ut in upp ner mot mellan genom än bara allt alla varje någon något några vår vårt våra er ert era ni du din ditt
        dina jag mig min mitt mina han hon dem oss sin sitt sina vad vem vilka vilket vilken hur varför redan även samt både också man måste
        får göra gör gjort finns hos vid per sådan sådana denna detta dessa mer mest mycket
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly Lexicon Lexicon = new(SeedFile.All("handbook").Concat(SeedFile.All("cases"))
        .SelectMany(file => Token.Of($"{file.One("title")} {file.One("summary")} {string.Join(' ', file.Many("keywords"))} {file.Body}"))
        .Select(token => token.Text).Where(word => word.Length >= 4 && !Silent.Contains(word) && char.IsLetter(word[0])));

    // To take a word apart costs a hundred times what it costs to remember it, and a text of statute length uses some thousand
    // words, most of them again and again. Bounded, so that made-up words do not fill the memory.
    private const int Remembered = 100_000;
    private static readonly ConcurrentDictionary<string, (string Stem, IReadOnlyList<string> Parts)> Known = new();
    private static int remembered;

    private static readonly FrozenDictionary<string, string[]> Groups = Synonyms.Groups
        .SelectMany(group => group.Select(word => (Word: Stem(word), Others: group.Select(Stem).ToArray())))
        .GroupBy(pair => pair.Word)
        .ToFrozenDictionary(words => words.Key, words => words.SelectMany(pair => pair.Others).Where(other => other != words.Key).Distinct().ToArray());

    /// <summary>True for words that say nothing of what a text is about.</summary>
    public static bool IsSilent(string word) => Silent.Contains(word);

    /// <summary>The stem that forms of a word share.</summary>
    public static string Stem(string word) => Understood(word).Stem;

    /// <summary>Stems of the parts of a compound; nothing for a simple word.</summary>
    public static IReadOnlyList<string> Parts(string word) => Understood(word).Parts;

    private static (string Stem, IReadOnlyList<string> Parts) Understood(string word)
    {
        if (Known.TryGetValue(word, out var before)) return before;
        var understood = (SwedishStemmer.Stem(word), TakenApart(word));
        if (Interlocked.Increment(ref remembered) % Remembered == 0) Known.Clear();
        return Known[word] = understood;
    }

    private static IReadOnlyList<string> TakenApart(string word)
    {
        if (word.Length < 7) return [];
        var parts = Lexicon.Split(word);
        return parts.Count > 0 || Lexicon.Head(word) is not { } head ? parts : [head];
    }

    /// <summary>Stems that mean the same as a stem.</summary>
    public static IReadOnlyList<string> Alike(string stem) => Groups.GetValueOrDefault(stem) ?? [];
}
