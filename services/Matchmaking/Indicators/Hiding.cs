using Matchmaking.Statistics;

namespace Matchmaking.Indicators;

/// <summary>
/// Which counts the public may not see: those below five, and as many others as it takes that none of them is the difference
/// of numbers that are shown, nor a few together. The sums form a tree (<see cref="Cells"/>), so looking at each sum by itself is enough.
/// </summary>
internal static class Hiding
{
    /// <summary>The cells to hide.</summary>
    public static HashSet<Cell> Hidden(IReadOnlyDictionary<Cell, int> values, IReadOnlyList<Equation> equations)
    {
        var hidden = values.Where(pair => Suppression.Hides(pair.Value)).Select(pair => pair.Key).ToHashSet();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var equation in equations)
                while (Tells(equation, values, hidden) && Cover(equation, values, hidden))
                    changed = true;
        }
        return hidden;
    }

    /// <summary>True when the sum tells a hidden number, or that the hidden ones together are few.</summary>
    public static bool Tells(Equation equation, IReadOnlyDictionary<Cell, int> values, HashSet<Cell> hidden)
    {
        var parts = equation.Parts.Where(hidden.Contains).ToList();
        return hidden.Contains(equation.Total)
            ? parts.Count == 0
            : parts.Count == 1 || (parts.Count > 1 && parts.Sum(part => values[part]) < Suppression.Smallest);
    }

    /// <summary>Hides one more: the smallest part that is shown, so that the least is lost, or else the sum itself.</summary>
    private static bool Cover(Equation equation, IReadOnlyDictionary<Cell, int> values, HashSet<Cell> hidden)
    {
        var shown = equation.Parts.Where(part => !hidden.Contains(part) && values[part] > 0).ToList();
        return hidden.Add(shown.Count > 0 ? shown.MinBy(part => values[part]) : equation.Total);
    }
}
