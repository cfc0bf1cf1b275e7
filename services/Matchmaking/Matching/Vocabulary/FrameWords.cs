using System.Collections.Frozen;
using ServiceDefaults.Text;

namespace Matchmaking.Matching.Vocabulary;

/// <summary>A thing and a sign that stand near each other in a text.</summary>
/// <param name="Trade">The trade that the two speak for.</param>
/// <param name="Surface">Both as written.</param>
/// <param name="Worth">0 to 1, less the further apart they stand.</param>
public readonly record struct FrameFound(int Trade, string Surface, float Worth);

/// <summary>
/// Finds the frames of the vocabulary in a text. People who do not know the name of a trade tell of a thing and what is the matter with it;
/// each word alone may mean anything ("maten", "kall"), the two together seldom do.
/// </summary>
public sealed class FrameWords
{
    /// <summary>Words between a thing and its sign: so near counts in full, and further than the second number not at all.</summary>
    private const int Near = 7, Far = 14;

    private const float LeastPart = 0.4f, Apart = 0.7f;

    private readonly FrozenDictionary<string, (int Frame, bool Sign)[]> roles;
    private readonly int[] trades;

    /// <summary>Turns the frames of all trades round: from a stem to the frames that it has a part in.</summary>
    public FrameWords(IReadOnlyList<Trade> trades)
    {
        var frames = trades.SelectMany(t => t.Frames.Select(frame => (t.Index, Frame: frame))).ToList();
        this.trades = [.. frames.Select(f => f.Index)];
        roles = frames.SelectMany((f, i) => f.Frame.Things.Select(w => (w, i, sign: false)).Concat(f.Frame.Signs.Select(w => (w, i, sign: true))))
            .GroupBy(r => SwedishStemmer.Stem(r.w)).ToFrozenDictionary(g => g.Key, g => g.Select(r => (r.i, r.sign)).Distinct().ToArray());
    }

    /// <summary>What the terms of one text hold, at most once for each frame.</summary>
    public IEnumerable<FrameFound> In(List<Term> terms)
    {
        var seen = new Dictionary<int, Pairing>();
        foreach (var term in terms)
        {
            if (term.Weight < LeastPart || !roles.TryGetValue(term.Stem, out var parts)) continue;
            foreach (var (frame, sign) in parts) seen[frame] = seen.GetValueOrDefault(frame).With(term, sign);
        }
        return seen.Where(s => s.Value.Apart is > 0 and <= Far).OrderBy(s => s.Key)
            .Select(s => new FrameFound(trades[s.Key], s.Value.Surface!, s.Value.Apart <= Near ? 1 : Apart));
    }

    /// <summary>The last thing and the last sign of a frame, and the nearest that they have come.</summary>
    private readonly record struct Pairing(Term? Thing, Term? Sign, int Apart, string? Surface)
    {
        public Pairing With(Term term, bool sign)
        {
            var next = sign ? this with { Sign = term } : this with { Thing = term };
            if (next.Thing is not { } thing || next.Sign is not { } what || thing.Position == what.Position) return next;
            var apart = Math.Abs(thing.Position - what.Position);
            return Apart > 0 && Apart <= apart ? next : next with
            {
                Apart = apart, Surface = thing.Position < what.Position ? $"{thing.Surface} … {what.Surface}" : $"{what.Surface} … {thing.Surface}",
            };
        }
    }
}
