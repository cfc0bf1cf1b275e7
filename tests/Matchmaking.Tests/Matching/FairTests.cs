using Xunit;

namespace Matchmaking.Tests.Matching;

public class FairTests
{
    private const string Text = "Städning av kontor och skolor, golvvård och fönster";

    [Fact]
    public void Ten_equal_offers_share_the_top_of_a_thousand_lists()
    {
        using var index = Samples.Index([Samples.Need(1, Text), .. Enumerable.Range(1, 10).Select(i => Samples.Enterprise(i, Text))]);
        var shown = Enumerable.Range(1, 10).ToDictionary(i => Samples.Id(2, i), _ => 0);
        for (var list = 0; list < 1_000; list++)
        {
            foreach (var match in index.ForNeed(Samples.Id(1, 1), 3)) shown[match.EnterpriseId]++;
            index.SetShown(shown);
        }
        Assert.All(shown.Values, times => Assert.InRange(times, 299, 301));
    }

    [Fact]
    public void Who_fits_better_by_a_hundredth_comes_first_however_often_it_was_shown()
    {
        using var index = Samples.Index(Samples.Need(1, Text, value: 900_000), Samples.Enterprise(1, Text), Samples.Enterprise(2, Text, largest: 800_000), Samples.Enterprise(3, Text));
        index.SetShown(new Dictionary<Guid, int> { [Samples.Id(2, 1)] = 500, [Samples.Id(2, 3)] = 499 });
        Assert.Equal([3, 1, 2], index.ForNeed(Samples.Id(1, 1), 3).Select(match => BitConverter.ToInt32(match.EnterpriseId.ToByteArray())));
    }

    [Fact]
    public void The_same_exposure_gives_the_same_ranking()
    {
        var shown = Enumerable.Range(1, 10).ToDictionary(i => Samples.Id(2, i), i => i * 7 % 10);
        var rankings = Enumerable.Range(0, 2).Select(_ =>
        {
            using var index = Samples.Index([Samples.Need(1, Text), .. Enumerable.Range(1, 10).Select(i => Samples.Enterprise(i, Text))]);
            index.SetShown(shown);
            return index.ForNeed(Samples.Id(1, 1), 10).Select(match => match.EnterpriseId).ToList();
        }).ToList();
        Assert.Equal(rankings[0], rankings[1]);
        Assert.Equal(shown.OrderBy(pair => pair.Value).Select(pair => pair.Key), rankings[0]);
    }
}
