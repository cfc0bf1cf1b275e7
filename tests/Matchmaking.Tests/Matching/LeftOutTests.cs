using Matchmaking.Matching;
using Xunit;

namespace Matchmaking.Tests.Matching;

public class LeftOutTests
{
    private const string Text = "Städning av kontor och skolor, golvvård och fönster";

    [Fact]
    public void Each_enterprise_is_a_match_or_left_out_for_a_reason()
    {
        using var index = Samples.Index(
            Samples.Need(1, Text, "2361", 900_000, ["90910000"]),
            Samples.Enterprise(1, Text, cpv: ["90910000"]),
            Samples.Enterprise(2, Text, "1280", "municipalities", ["1280"], cpv: ["90910000"]),
            Samples.Enterprise(3, Text, largest: 100_000, daysOld: 400, cpv: ["90910000"]),
            Samples.Enterprise(4, Text, daysOld: 600, cpv: ["90910000"]),
            Samples.Enterprise(5, "Vi lagar cyklar"));
        var matches = index.ForNeed(Samples.Id(1, 1), new Window(10, Weights.LeastMatch, 0, 10));
        Assert.Equal([1], matches.Items.Select(match => BitConverter.ToInt32(match.EnterpriseId.ToByteArray())));
        Assert.Equal(new LeftOut(Area: 1, Size: 1, Hidden: 1, Stale: 0, LowScore: 0), index.LeftOutOf(Samples.Id(1, 1), Weights.LeastMatch));
        Assert.Equal(new LeftOut(0, 0, 0, 0, 0), index.LeftOutOf(Samples.Id(1, 9), Weights.LeastMatch));
    }

    [Fact]
    public void A_window_is_a_part_of_the_whole_ranking_and_nothing_below_the_least_is_in_it()
    {
        using var index = Samples.Index([Samples.Need(1, Text, "2361"), .. Enumerable.Range(1, 9).Select(i => Samples.Enterprise(i, Text, i % 3 == 0 ? "1280" : "2326", "municipalities", [i % 3 == 0 ? "1280" : "2361"]))]);
        var whole = index.ForNeed(Samples.Id(1, 1), 100);
        Assert.Equal(9, whole.Count);
        var page = index.ForNeed(Samples.Id(1, 1), new Window(100, Weights.LeastMatch, 2, 3));
        Assert.Equal(6, page.Total);
        Assert.Equal(whole.Skip(2).Take(3).Select(match => match.EnterpriseId), page.Items.Select(match => match.EnterpriseId));
    }
}
