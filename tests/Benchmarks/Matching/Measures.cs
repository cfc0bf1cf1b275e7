namespace Benchmarks.Matching;

/// <summary>How good a ranking is, by graded judgements.</summary>
internal static class Measures
{
    /// <summary>Gain 2^grade − 1, discounted by log2(place + 1), beside the best possible, first ten.</summary>
    public static double Ndcg(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        var ideal = Dcg(grades.Values.OrderDescending());
        return ideal == 0 ? 0 : Dcg(ranked.Select(e => grades.GetValueOrDefault(e))) / ideal;
    }

    /// <summary>One through the place of the first with grade 3 (or the highest given), 0 when it is not among the ranked.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        var best = grades.Values.Max();
        for (var i = 0; i < ranked.Count; i++) if (grades.GetValueOrDefault(ranked[i]) == best) return 1.0 / (i + 1);
        return 0;
    }

    /// <summary>Share of those with grade 2 or 3 that are among the first ten.</summary>
    public static double Recall(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        var good = grades.Where(g => g.Value >= 2).Select(g => g.Key).ToList();
        return good.Count == 0 ? 1 : (double)good.Count(g => ranked.Take(10).Contains(g)) / good.Count;
    }

    private static double Dcg(IEnumerable<int> grades) => grades.Take(10).Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();
}
