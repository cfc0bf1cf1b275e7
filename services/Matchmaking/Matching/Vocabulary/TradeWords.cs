using System.Collections.Concurrent;
using System.Collections.Frozen;
using ServiceDefaults.Text;

namespace Matchmaking.Matching.Vocabulary;

/// <summary>How strongly a word points to a trade; below zero when it misleads.</summary>
public readonly record struct Lead(int Trade, float Weight);

/// <summary>
/// The vocabulary turned round: from a stem, or a phrase of several, to the trades that it points to, and how telling it is
/// (a word of one trade tells much, a word of forty little).
/// </summary>
public sealed class TradeWords
{
    private const float Name = 1f, NamePart = 0.45f, Single = 0.6f, Situation = 0.3f, Misleads = -0.7f, EverydayWorth = 0.2f, StoryWorth = 0.85f;

    private readonly FrozenDictionary<string, (Lead[] Leads, float Telling)> words;
    private readonly FrozenDictionary<string, Phrase[]> phrases;
    private readonly ConcurrentDictionary<string, Lead[]> codes = new();
    private int remembered;

    /// <summary>Builds the words of a vocabulary.</summary>
    public TradeWords(IReadOnlyList<Trade> trades)
    {
        Trades = trades;
        Lexicon = new(trades.SelectMany(t => t.Names.Concat(t.Words).Concat(t.Misleading).Append(t.Key)).SelectMany(p => Word.Of(p)).Select(w => w.Text)
            .Where(w => !StopWords.All.Contains(w)).Concat(Compounds.Parts)
            .Concat(trades.SelectMany(t => t.Frames).SelectMany(f => f.Things.Concat(f.Signs))));
        Frames = new(trades);
        Analyzer = new(Lexicon);
        var weights = new Dictionary<string, Dictionary<int, float>>();
        // Of phrases made of nothing but small words the forms as well: "om dagarna" is not "om dagen".
        var multi = new Dictionary<string, HashSet<string>>();
        var small = StopWords.All.Select(SwedishStemmer.Stem).ToFrozenSet();
        foreach (var trade in trades)
        {
            Add(trade.Index, trade.Names.Append(trade.Key), Name, NamePart);
            Add(trade.Index, trade.Words, Single, Single * 0.5f);
            Add(trade.Index, trade.Misleading, Misleads, 0);
            // What people say is read like any text: it is the words together that tell.
            foreach (var term in trade.Situations.SelectMany(s => Analyzer.Analyze(s)))
                Raise(term.Stem, trade.Index, Situation * term.Weight);
        }
        var rarest = Math.Log((trades.Count + 1) / 1.5);
        words = weights.ToFrozenDictionary(w => w.Key, w => (
            w.Value.OrderBy(p => p.Key).Select(p => new Lead(p.Key, p.Value)).ToArray(),
            (float)Math.Max(0.05, Math.Log((trades.Count + 1) / (0.5 + w.Value.Values.Sum(Math.Abs))) / rarest) * Worth(w.Key, w.Value.Values)));
        phrases = multi.Select(m => new Phrase(m.Key, m.Key.Split(' '), m.Key.Split(' ').All(small.Contains) ? m.Value : null)).GroupBy(m => m.Stems[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(m => m.Stems.Length).ThenBy(m => m.Key, StringComparer.Ordinal).ToArray());

        // A word of a story counts less than one that a trade has been described with.
        static float Worth(string key, IEnumerable<float> leads) =>
            Everyday.Stems.Contains(key) ? EverydayWorth : leads.All(w => w <= Situation) ? StoryWorth : 1;

        void Add(int trade, IEnumerable<string> texts, float whole, float part)
        {
            foreach (var text in texts)
            {
                var said = Word.Of(text);
                var stems = said.Select(w => SwedishStemmer.Stem(w.Text)).ToArray();
                var key = string.Join(' ', stems);
                if (stems.Length > 1) (multi.TryGetValue(key, out var forms) ? forms : multi[key] = []).Add(Phrase.FormOf(said));
                Raise(key, trade, whole);
                foreach (var term in Analyzer.Analyze(text))
                    if (part > 0 && !(stems.Length == 1 && term.Stem == stems[0])) Raise(term.Stem, trade, part * term.Weight);
            }
        }

        void Raise(string key, int trade, float weight)
        {
            var of = weights.TryGetValue(key, out var found) ? found : weights[key] = [];
            of[trade] = weight < 0 ? weight : Math.Max(of.GetValueOrDefault(trade), weight);
        }
    }

    /// <summary>The trades.</summary>
    public IReadOnlyList<Trade> Trades { get; }

    /// <summary>All words of the vocabulary, for splitting and mending.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Things and signs that speak for a trade together.</summary>
    public FrameWords Frames { get; }

    /// <summary>Reads texts with the lexicon of the vocabulary.</summary>
    public SwedishAnalyzer Analyzer { get; }

    /// <summary>What a stem or phrase points to, and how telling it is (0 to 1); false when the vocabulary does not know it.</summary>
    public bool TryGet(string key, out (Lead[] Leads, float Telling) found) => words.TryGetValue(key, out found);

    /// <summary>The trades that a CPV code points to.</summary>
    public Lead[] OfCode(string code)
    {
        // As many codes as the tree has, and a bound in case someone invents more.
        if (codes.TryGetValue(code, out var before)) return before;
        if (Interlocked.Increment(ref remembered) % 20_000 == 0) codes.Clear();
        return codes[code] = Cpv.Leads(Trades, code);
    }

    /// <summary>The longest phrase of the vocabulary that starts at a place among the words of a text, or null.</summary>
    public Phrase? PhraseAt(List<Word> said, List<string> stems, int at)
    {
        if (!phrases.TryGetValue(stems[at], out var starting)) return null;
        foreach (var phrase in starting)
        {
            var length = phrase.Stems.Length;
            if (at + length > stems.Count) continue;
            var same = 1;
            while (same < length && phrase.Stems[same] == stems[at + same]) same++;
            if (same == length && phrase.Forms?.Contains(Phrase.FormOf(said.GetRange(at, length))) != false) return phrase;
        }
        return null;
    }
}

/// <summary>Several words that mean something together.</summary>
/// <param name="Key">The stems with spaces between.</param>
/// <param name="Stems">The stems.</param>
/// <param name="Forms">The forms that count, where it has no word that tells anything by itself; null when any form of the words does.</param>
public sealed record Phrase(string Key, string[] Stems, IReadOnlySet<string>? Forms)
{
    /// <summary>Words as they are compared in a form.</summary>
    internal static string FormOf(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Text));
}
