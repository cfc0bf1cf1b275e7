using System.Buffers;

namespace Matchmaking.Matching;

public sealed partial class MatchIndex
{
    /// <summary>
    /// Looks at each profile that could be among the best, the likeliest first. The lists of the nearest trades, most strongly spoken of, come first; of a list only
    /// those are scored whose most (by trades, area, size and date) is not below the last of the best, and it ends when nothing that is left can be among them.
    /// </summary>
    private void Scan<T, TPosting, TLeft, TLikeness>(
        Shelf<T, TPosting> shelf, Profile text, double beside, TLeft left, TLikeness likeness, Best best, Action<T, bool> visit)
        where T : class where TPosting : struct, IPosting where TLeft : struct, ILeft<TPosting> where TLikeness : struct, ILikeness
    {
        var seen = ArrayPool<ulong>.Shared.Rent((shelf.Size + 63) / 64);
        Array.Clear(seen);
        var candidates = new PriorityQueue<int, double>();
        var gathered = new List<(int Slot, double Most)>();
        foreach (var (trade, level, near) in nearness.Towards(text.Trades, typeof(T) == typeof(NeedProfile)))
        {
            // Whoever has not been seen yet speaks of none of the nearer trades, so this is the most that it could reach.
            var most = Weights.Trade * near + beside;
            if (best.Least > most) break;
            Gather(Shelf<T, TPosting>.ListOf(trade, level), most, tradeless: false);
            Visit(tradeless: false);
        }
        // Words alone are worth little, and only where no trade could be read.
        var words = Math.Min(beside, Scorer.MostWithoutTrade);
        for (var list = text.Trades.Length == 0 ? 0 : shelf.Unread; list <= shelf.Unread && words >= best.Least; list++)
        {
            Gather(list, words, tradeless: true);
            Visit(tradeless: true);
        }
        ArrayPool<ulong>.Shared.Return(seen);

        void Gather(int list, double most, bool tradeless)
        {
            var least = best.Least;
            var enough = least / most;
            foreach (ref readonly var posting in shelf.Of(list))
            {
                ref var bits = ref seen[posting.Slot >> 6];
                var bit = 1UL << (posting.Slot & 63);
                if ((bits & bit) != 0) continue;
                bits |= bit;
                var part = left.Most(posting, enough, tradeless);
                if (part <= 0 || part < enough) continue;
                // Thousands come so far in a need that says a little of many trades, and few of them further: the profile itself is not touched before.
                var reach = part * (tradeless ? most : Weights.Trade * likeness.Of(shelf.Trades(posting.Slot)) + beside);
                if (reach >= least) gathered.Add((posting.Slot, -reach));
            }
        }

        void Visit(bool tradeless)
        {
            candidates.EnqueueRange(gathered);
            gathered.Clear();
            while (candidates.TryDequeue(out var slot, out var reach) && -reach >= best.Least) visit(shelf[slot], tradeless);
            candidates.Clear();
        }
    }
}
