using System.Globalization;
using ServiceDefaults.Text;

namespace Matchmaking.Matching.Vocabulary;

/// <summary>A text with the weight that it has beside the others, such as a title beside its description.</summary>
public readonly record struct WeighedText(string? Text, float Weight);

/// <summary>A word or phrase that spoke for a trade.</summary>
/// <param name="Surface">As written.</param>
/// <param name="Trade">The trade that it was counted for.</param>
/// <param name="Mass">How much it said.</param>
public readonly record struct Evidence(string Surface, int Trade, float Mass);

/// <summary>What a text is about.</summary>
/// <param name="Masses">Trade and how much the text says for it, most first.</param>
/// <param name="Words">Stem → weight, for comparing two texts directly.</param>
/// <param name="Said">The words behind, for reasons.</param>
public sealed record Reading(
    IReadOnlyList<(int Trade, float Mass)> Masses, IReadOnlyDictionary<string, float> Words, IReadOnlyList<Evidence> Said);

/// <summary>
/// Reads which trades a text is about. Each word is shared out among the trades that know it, in proportion to how well the rest of
/// the text speaks for them, and again until it settles (expectation–maximisation over a fixed vocabulary). So "tvätt" next to "bil" and "vax"
/// goes to car washing and leaves the laundry with nothing, and a word that fits nothing else goes to the background.
/// </summary>
public sealed class TradeReader(TradeWords words)
{
    /// <summary>Trades that are kept of a text at most.</summary>
    internal const int Kept = 6;

    private const int Rounds = 6;
    private const string FrameKey = "*";
    private const float Background = 0.07f, FrameMass = 0.9f, CodeMass = 1.6f, Least = 0.12f, Unknown = 0.45f, LeastSaid = 0.08f, PortraitTaken = 0.7f;

    /// <summary>A word: what it says, and what it lays claim to beside the others, which is more where it tells who works there.</summary>
    private readonly record struct Token(string Surface, Lead[] Leads, float Mass, Lead[] Claims);

    /// <summary>A word, how much of it there is, and how much of that tells who works there.</summary>
    private readonly record struct Seen(string Surface, float Count, float Portrait);

    /// <summary>Reads texts and codes together.</summary>
    /// <param name="codes">CPV codes, the most important first.</param>
    /// <param name="asks">True for a need, false for an offer.</param>
    /// <param name="texts">Texts and what they weigh.</param>
    public Reading Read(IReadOnlyList<string> codes, bool asks, params ReadOnlySpan<WeighedText> texts)
    {
        var seen = new Dictionary<string, Seen>();
        foreach (var (text, weight) in texts) Count(seen, text, weight, asks);
        var tokens = new List<Token>();
        var compared = new Dictionary<string, float>();
        foreach (var (key, (surface, count, portrait)) in seen)
        {
            // The second mention says less than the first.
            var saturated = MathF.Sign(count) * MathF.Sqrt(MathF.Abs(count));
            if (key[0] == FrameKey[0])
            {
                Lead[] frame = [new(int.Parse(key.AsSpan(1), CultureInfo.InvariantCulture), 1)];
                tokens.Add(new(surface, frame, saturated * FrameMass, frame));
                continue;
            }
            if (words.TryGet(key, out var found)) tokens.Add(new(surface, Meant(found.Leads, portrait / count), saturated * found.Telling, found.Leads));
            if (!key.Contains(' ')) compared[key] = saturated * (found.Leads is null ? Unknown : found.Telling);
        }
        for (var i = 0; i < codes.Count; i++)
            if (words.OfCode(codes[i]) is { Length: > 0 } leads)
                tokens.Add(new("CPV " + codes[i], leads, CodeMass / MathF.Sqrt(1 + i), leads));
        return Settle(tokens, compared);
    }

    /// <summary>What tells who works there says little for the trades that are bought for such people.</summary>
    private Lead[] Meant(Lead[] leads, float portrait) => !(portrait > 0) ? leads
        : Array.ConvertAll(leads, lead => words.Trades[lead.Trade].ForGroup && lead.Weight > 0 ? lead with { Weight = lead.Weight * (1 - PortraitTaken * portrait) } : lead);

    private Reading Settle(List<Token> tokens, Dictionary<string, float> compared)
    {
        var mass = new float[words.Trades.Count];
        var share = new float[mass.Length];
        foreach (var token in tokens)
            foreach (var lead in token.Leads)
                if (lead.Weight > 0) mass[lead.Trade] += token.Mass * lead.Weight;
        for (var round = 0; round < Rounds; round++)
        {
            Normalise(mass, share);
            Array.Clear(mass);
            foreach (var token in tokens)
            {
                var all = Claimed(token, share);
                foreach (var lead in token.Leads) mass[lead.Trade] += token.Mass * Part(lead, share, all);
            }
        }
        var kept = Enumerable.Range(0, mass.Length).Where(trade => mass[trade] >= Least).Select(trade => (Trade: trade, Mass: mass[trade]))
            .OrderByDescending(t => t.Mass).ThenBy(t => t.Trade).Take(Kept).ToList();
        return new(kept, compared, Said(tokens, share, kept));
    }

    /// <summary>The words that made the trades what they are, weightiest first.</summary>
    private static List<Evidence> Said(List<Token> tokens, float[] share, List<(int Trade, float Mass)> kept)
    {
        var said = new List<Evidence>();
        foreach (var token in tokens)
        {
            var all = Claimed(token, share);
            foreach (var lead in token.Leads)
                if (token.Mass * Part(lead, share, all) is var part && part > LeastSaid && kept.Any(k => k.Trade == lead.Trade))
                    said.Add(new(token.Surface, lead.Trade, part));
        }
        said.Sort((x, y) => y.Mass.CompareTo(x.Mass) is var order and not 0 ? order : string.CompareOrdinal(x.Surface, y.Surface));
        return said;
    }

    private static float Claimed(Token token, float[] share)
    {
        var all = Background;
        foreach (var lead in token.Claims) if (lead.Weight > 0) all += share[lead.Trade] * lead.Weight;
        return all;
    }

    private static float Part(Lead lead, float[] share, float all) =>
        lead.Weight < 0 ? lead.Weight * 0.5f : share[lead.Trade] * lead.Weight / all;

    private static void Normalise(float[] mass, float[] share)
    {
        var sum = 0f;
        foreach (var m in mass) if (m > 0) sum += m;
        for (var i = 0; i < mass.Length; i++) share[i] = sum > 0 ? Math.Max(0, mass[i]) / sum : 0;
    }

    private void Count(Dictionary<string, Seen> seen, string? text, float weight, bool asks)
    {
        var terms = words.Analyzer.Analyze(text, denials: true, asks);
        var raw = Word.Of(text);
        var portrait = asks ? [] : Portrait.ClausesOf(raw);
        foreach (var term in terms) Add(term.Stem, term.Surface, term.Weight * weight, term.Sentence);
        // Who offers knows the name of the trade; frames are for those who tell of what is the matter.
        if (asks)
            foreach (var (trade, surface, worth) in words.Frames.In(terms)) Add(FrameKey + trade, surface, worth * weight, -1);
        var stems = raw.ConvertAll(w => words.Analyzer.StemOf(w.Text));
        for (var i = 0; i < stems.Count; i++)
            if (words.PhraseAt(raw, stems, i) is { } phrase)
                Add(phrase.Key, string.Join(' ', raw.Skip(i).Take(phrase.Stems.Length).Select(w => w.Written)), weight * 1.3f, raw[i].Sentence);

        void Add(string key, string surface, float count, int clause)
        {
            var before = seen.TryGetValue(key, out var found) ? found : new(surface, 0, 0);
            seen[key] = before with { Count = before.Count + count, Portrait = before.Portrait + (portrait.Contains(clause) ? count : 0) };
        }
    }
}
