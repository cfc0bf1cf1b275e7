using Matchmaking.Indicators;
using Matchmaking.Interests;
using Xunit;

namespace Matchmaking.Tests.Indicators;

/// <summary>No number below five can be had, neither directly nor by taking one shown number from another.</summary>
public class HidingTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 25)];

    [Theory, MemberData(nameof(Seeds))]
    public void Nothing_small_is_shown_or_follows_from_a_sum(int seed)
    {
        var cells = Cells.Of(Random(seed));
        var hidden = Hiding.Hidden(cells.Values, cells.Equations);
        Assert.All(cells.Values, pair => Assert.True(pair.Value is 0 or >= 5 || hidden.Contains(pair.Key)));
        foreach (var equation in cells.Equations)
        {
            // What somebody with pen and paper would try.
            var parts = equation.Parts.Where(hidden.Contains).ToList();
            if (!hidden.Contains(equation.Total)) Assert.NotEqual(1, parts.Count);
            else Assert.NotEmpty(parts);
            if (!hidden.Contains(equation.Total) && parts.Count > 0) Assert.True(parts.Sum(part => cells.Values[part]) >= 5);
        }
    }

    /// <summary>With every sum at once, as somebody with a computer would try: every hidden number stays free to be something else.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void Solving_all_sums_together_tells_no_hidden_number(int seed)
    {
        var cells = Cells.Of(Random(seed));
        var hidden = Hiding.Hidden(cells.Values, cells.Equations);
        Assert.Empty(Solved(cells, hidden));
    }

    [Fact]
    public void Without_hiding_more_than_the_small_ones_the_sums_would_tell()
    {
        var told = Enumerable.Range(1, 25).Count(seed =>
        {
            var cells = Cells.Of(Random(seed));
            return Solved(cells, [.. cells.Values.Where(pair => pair.Value is > 0 and < 5).Select(pair => pair.Key)]).Count > 0;
        });
        Assert.True(told > 10, $"Only {told} of 25: the figures are too tame to test anything.");
    }

    [Fact]
    public void A_sum_of_sevens_hides_nothing()
    {
        var facts = new Facts(Places, [.. Enumerable.Range(0, 70).Select(i => new NeedFact($"000{i % 6}", "55", 2026, true, false))], []);
        var cells = Cells.Of(facts);
        Assert.Empty(Hiding.Hidden(cells.Values, cells.Equations));
    }

    private static readonly Dictionary<string, PlaceFact> Places = Enumerable.Range(0, 6).ToDictionary(i => $"000{i}",
        i => new PlaceFact($"000{i}", $"Kommun {i}", i < 3 ? "01" : "12", i < 3 ? "Stockholms län" : "Skåne län", i % 2 == 0 ? "A1" : "C8"));

    private static Facts Random(int seed)
    {
        var random = new Random(seed);
        return new Facts(Places,
            [.. Enumerable.Range(0, random.Next(20, 120)).Select(_ => new NeedFact($"000{random.Next(6)}", random.Next(2) == 0 ? "55" : "77", 2025 + random.Next(2), random.Next(3) > 0, false))],
            [.. Enumerable.Range(0, random.Next(3, 25)).Select(_ => Deal(random))])
        {
            NoDeals = [.. Enumerable.Range(0, random.Next(60)).Select(_ => new NoDealFact(
                $"000{random.Next(6)}", random.Next(2) == 0 ? "55" : "77", 2025 + random.Next(2), (NoDealReason)random.Next(3)))],
        };
    }

    private static DealFact Deal(Random random)
    {
        var people = Measures.Kinds.ToDictionary(kind => kind, _ => random.Next(3) == 0 ? random.Next(12) : 0);
        people[Measures.Persons] = people.Values.Sum();
        people[Measures.ToWork] = random.Next(4);
        return new DealFact($"000{random.Next(6)}", random.Next(2) == 0 ? "DIRECT_AWARD" : "LOV", random.Next(2) == 0 ? "55" : "77", 2025 + random.Next(2), 1, 0, false, null, 1, 1, people);
    }

    /// <summary>The hidden cells that have one possible value only, by Gaussian elimination over all sums.</summary>
    private static List<Cell> Solved(Cells cells, HashSet<Cell> hidden)
    {
        var unknown = hidden.Select((cell, i) => (cell, i)).ToDictionary(pair => pair.cell, pair => pair.i);
        var rows = cells.Equations.Select(equation =>
        {
            var row = new double[unknown.Count];
            if (unknown.TryGetValue(equation.Total, out var total)) row[total] -= 1;
            foreach (var part in equation.Parts) if (unknown.TryGetValue(part, out var i)) row[i] += 1;
            return row;
        }).Where(row => row.Any(value => value != 0)).ToList();
        var rank = 0;
        for (var column = 0; column < unknown.Count && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => Math.Abs(row[column]) > 1e-9);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            var scale = rows[rank][column];
            for (var j = 0; j < unknown.Count; j++) rows[rank][j] /= scale;
            for (var other = 0; other < rows.Count; other++)
            {
                var factor = rows[other][column];
                if (other == rank || Math.Abs(factor) < 1e-9) continue;
                for (var j = 0; j < unknown.Count; j++) rows[other][j] -= factor * rows[rank][j];
            }
            rank++;
        }
        var cellOf = unknown.ToDictionary(pair => pair.Value, pair => pair.Key);
        return [.. rows.Take(rank).Select(row => row.Select((value, i) => (value, i)).Where(entry => Math.Abs(entry.value) > 1e-9).ToList())
            .Where(entries => entries.Count == 1).Select(entries => cellOf[entries[0].i])];
    }
}
