using System.Runtime.InteropServices;
using Matchmaking.Matching.Vocabulary;

namespace Matchmaking.Matching;

/// <summary>How two trades stand to each other: the same 1, near ones as the vocabulary says (either way), others 0.</summary>
public sealed class TradeNearness
{
    private readonly float[] near;
    private readonly int[][] around;
    private readonly Dictionary<string, int> index;

    /// <summary>Builds the table of a vocabulary.</summary>
    /// <exception cref="FormatException">A trade names a near trade that does not exist.</exception>
    public TradeNearness(IReadOnlyList<Trade> trades)
    {
        index = trades.ToDictionary(t => t.Key, t => t.Index);
        Count = trades.Count;
        near = new float[Count * Count];
        foreach (var trade in trades)
        {
            near[At(trade.Index, trade.Index)] = 1;
            foreach (var (key, weight) in trade.Near)
            {
                if (!index.TryGetValue(key, out var other)) throw new FormatException($"{trade.Key} is near {key}, which is no trade.");
                near[At(trade.Index, other)] = Math.Max(near[At(trade.Index, other)], weight);
                near[At(other, trade.Index)] = Math.Max(near[At(other, trade.Index)], weight);
            }
        }
        around = [.. trades.Select(t => trades.Select(o => o.Index).Where(o => this[t.Index, o] > 0).OrderByDescending(o => this[t.Index, o]).ToArray())];
    }

    /// <summary>
    /// The lists of the other side worth looking at for a text, best first, each once, with the most trade likeness (0 to 1) that a
    /// counterpart can have which stands in this list and those after it but in none before.
    /// </summary>
    /// <param name="trades">The trades of the text with their strengths.</param>
    /// <param name="offer">True when the text is an offer: then the shares of the needs are not known, and may be 1.</param>
    public List<(int Trade, int Level, double Most)> Towards((int Trade, float Strength)[] trades, bool offer)
    {
        var steps = new List<(int From, int Trade, int Level)>();
        var worths = new List<float>();
        for (var from = 0; from < trades.Length; from++)
            foreach (var other in around[trades[from].Trade])
                for (var level = 0; level < Levels; level++)
                {
                    worths.Add(trades[from].Strength * this[trades[from].Trade, other] * (offer ? 1 : (level + 1f) / Levels));
                    steps.Add((from, other, level));
                }
        CollectionsMarshal.AsSpan(worths).Sort(CollectionsMarshal.AsSpan(steps));
        // A need's shares add up: each of its trades may still find its nearest among what is left. An offer's trades do not: the best of them counts.
        var left = new float[trades.Length];
        var ordered = new List<(int Trade, int Level, double Most)>(steps.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            var (from, trade, level) = steps[i];
            left[from] = worths[i];
            var sum = 0.0;
            foreach (var one in left) sum += one;
            ordered.Add((trade, level, Math.Min(1, offer ? worths[i] : sum)));
        }
        ordered.Reverse();
        return ordered;
    }

    /// <summary>Lists that a trade is kept in, by how strongly it is spoken of.</summary>
    public const int Levels = 8;

    /// <summary>The list of a strength: level <c>n</c> holds those up to <c>(n + 1) / Levels</c>.</summary>
    public static int Level(float strength) => Math.Clamp((int)MathF.Ceiling(strength * Levels) - 1, 0, Levels - 1);

    /// <summary>How many trades there are.</summary>
    internal int Count { get; }

    /// <summary>The trades that a trade is near to, itself among them.</summary>
    internal ReadOnlySpan<int> Around(int trade) => around[trade];

    /// <summary>The trade with a key, or -1.</summary>
    public int Find(string? key) => key is not null && index.TryGetValue(key, out var trade) ? trade : -1;

    /// <summary>How far <paramref name="offered"/> could stand in for <paramref name="asked"/>, 0 to 1.</summary>
    public float this[int asked, int offered] => near[At(asked, offered)];

    private int At(int asked, int offered) => asked * Count + offered;
}
