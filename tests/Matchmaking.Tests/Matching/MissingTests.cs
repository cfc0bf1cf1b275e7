using Xunit;

namespace Matchmaking.Tests.Matching;

public class MissingTests
{
    private const string Text = "Städning av kontor och skolor, golvvård och fönster";

    [Fact]
    public void A_near_miss_lacks_one_thing_and_says_which()
    {
        using var index = Samples.Index(
            Samples.Need(1, Text, "2361", 900_000, ["90910000"]),
            Samples.Enterprise(1, Text, cpv: ["90910000"]),
            Samples.Enterprise(2, Text, "2326", "municipalities", ["2326"], cpv: ["90910000"]),
            Samples.Enterprise(3, Text, largest: 400_000, cpv: ["90910000"]),
            Samples.Enterprise(4, Text, daysOld: 400, cpv: ["90910000"]),
            Samples.Enterprise(5, Text, "2326", "municipalities", ["2326"], largest: 400_000, cpv: ["90910000"]),
            Samples.Enterprise(6, "Vi lagar cyklar"));
        var misses = index.NearMissesForNeed(Samples.Id(1, 1), 10);
        Assert.Equal(
            [(2, "area"), (3, "size"), (4, "freshness")],
            misses.Select(m => (BitConverter.ToInt32(m.Match.EnterpriseId.ToByteArray()), m.Missing)).Order());
        Assert.All(misses, m => Assert.StartsWith("Bara ", m.Advice, StringComparison.Ordinal));
        Assert.Equal(["area"], index.NearMissesForEnterprise(Samples.Id(2, 2), 10).Select(m => m.Missing));
        Assert.Empty(index.NearMissesForEnterprise(Samples.Id(2, 1), 10));
    }

    [Fact]
    public void Those_who_are_too_small_alone_are_proposed_together()
    {
        using var index = Samples.Index(
            Samples.Need(1, Text, value: 900_000), Samples.Enterprise(1, Text, largest: 400_000), Samples.Enterprise(2, Text, largest: 300_000),
            Samples.Enterprise(3, Text, largest: 250_000), Samples.Enterprise(4, Text, "2361", "municipalities", ["2361"], largest: 800_000));
        var together = index.ConsortiumFor(Samples.Id(1, 1));
        Assert.Equal([1, 2, 3], together!.Members.Select(m => BitConverter.ToInt32(m.EnterpriseId.ToByteArray())));
        Samples.Put(index, Samples.Enterprise(5, Text, largest: 900_000));
        Assert.Null(index.ConsortiumFor(Samples.Id(1, 1)));
    }

    [Fact]
    public void Who_has_one_trade_each_of_a_need_for_two_is_proposed_together()
    {
        using var index = Samples.Index(
            Samples.Need(1, "Städning av kontoret och snöröjning på gården", value: 300_000), Samples.Enterprise(1, "Städning av kontor och trappor"), Samples.Enterprise(2, "Snöröjning, plogning och sandning"),
            Samples.Enterprise(3, "Snöröjning, plogning och sandning", "2361", "municipalities", ["2361"]), Samples.Enterprise(4, "Snöröjning, plogning och sandning", largest: 10_000));
        var together = index.ConsortiumFor(Samples.Id(1, 1))!;
        Assert.Equal([1, 2], together.Members.Select(m => BitConverter.ToInt32(m.EnterpriseId.ToByteArray())).Order());
        Assert.Contains("städning (Företag 1)", together.Advice, StringComparison.Ordinal);
        Assert.Contains("snöröjning (Företag 2)", together.Advice, StringComparison.Ordinal);
        // Who has both makes them needless.
        Samples.Put(index, Samples.Enterprise(5, "Städning av kontor. Snöröjning, plogning och sandning"));
        Assert.Null(index.ConsortiumFor(Samples.Id(1, 1)));
    }
}
