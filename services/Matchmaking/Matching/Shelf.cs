using System.Runtime.InteropServices;
using Matchmaking.Matching.Vocabulary;

namespace Matchmaking.Matching;

/// <summary>
/// Profiles of one side in numbered slots, and for each trade compact lists of those that speak of it, by how strongly. Not safe for writers beside others.
/// </summary>
internal sealed class Shelf<T, TPosting>(int trades, Func<int, T, TPosting> posting) where T : class where TPosting : struct, IPosting
{
    private readonly List<Standing?> slots = [];
    private readonly List<(int Trade, float Strength)> spoken = [];
    private readonly List<byte> count = [];
    private readonly Stack<int> free = [];
    private readonly List<TPosting>[] lists = [.. Enumerable.Range(0, trades * TradeNearness.Levels + 1).Select(_ => new List<TPosting>())];

    private sealed record Standing(T Profile, int[] Lists, int[] At);

    /// <summary>Slots in use or free.</summary>
    public int Size => slots.Count;

    /// <summary>Number of the list of the profiles in which no trade could be read; the others go before it.</summary>
    public int Unread => trades * TradeNearness.Levels;

    /// <summary>Number of the list of a trade and level.</summary>
    public static int ListOf(int trade, int level) => trade * TradeNearness.Levels + level;

    /// <summary>What stands in a slot that <see cref="Of"/> has given.</summary>
    public T this[int slot] => slots[slot]!.Profile;

    /// <summary>Its trades, kept side by side: asking thousands of profiles touches little memory.</summary>
    public ReadOnlySpan<(int Trade, float Strength)> Trades(int slot) => CollectionsMarshal.AsSpan(spoken).Slice(slot * TradeReader.Kept, count[slot]);

    /// <summary>A list.</summary>
    public ReadOnlySpan<TPosting> Of(int list) => CollectionsMarshal.AsSpan(lists[list]);

    /// <summary>Puts a profile on the shelf.</summary>
    public int Add(T profile, Profile text)
    {
        var slot = free.Count > 0 ? free.Pop() : slots.Count;
        if (slot == slots.Count)
        {
            slots.Add(null);
            count.Add(0);
            CollectionsMarshal.SetCount(spoken, slots.Count * TradeReader.Kept);
        }
        int[] into = text.Trades.Length == 0 ? [Unread] : [.. text.Trades.Select(t => ListOf(t.Trade, TradeNearness.Level(t.Strength)))];
        text.Trades.CopyTo(CollectionsMarshal.AsSpan(spoken)[(slot * TradeReader.Kept)..]);
        count[slot] = (byte)text.Trades.Length;
        slots[slot] = new(profile, into, [.. into.Select(list => lists[list].Count)]);
        foreach (var list in into) lists[list].Add(posting(slot, profile));
        return slot;
    }

    /// <summary>Takes away what stands in a slot; the slot is used again.</summary>
    public void Remove(int slot)
    {
        var (_, from, at) = slots[slot]!;
        for (var i = 0; i < from.Length; i++)
        {
            // The order of a list does not matter: the last takes the place of the one removed.
            var list = lists[from[i]];
            var moved = slots[list[^1].Slot]!;
            moved.At[Array.IndexOf(moved.Lists, from[i])] = at[i];
            list[at[i]] = list[^1];
            list.RemoveAt(list.Count - 1);
        }
        slots[slot] = null;
        free.Push(slot);
    }
}
