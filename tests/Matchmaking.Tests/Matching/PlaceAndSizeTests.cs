using Matchmaking.Matching;
using Xunit;

namespace Matchmaking.Tests.Matching;

/// <summary>Distance, size, target groups and age of a profile.</summary>
public class PlaceAndSizeTests
{
    private const string Text = "Städning av kontor";

    [Fact]
    public void Who_covers_the_place_comes_before_who_does_not()
    {
        using var index = Samples.Index(
            Samples.Need(1, Text, "2361"),
            Samples.Enterprise(1, Text, "1280", "municipalities", ["1280"]),
            Samples.Enterprise(2, Text, "2326", "radius", km: 70),
            Samples.Enterprise(3, Text, "2326", "counties", ["23"]),
            Samples.Enterprise(4, Text, "2326", "municipalities", ["2326"]));
        // Sveg and Svenstavik lie 81 km apart: just outside a radius of 70, and no distance at all in Jämtland.
        Assert.Equal([3, 2, 4, 1], Order(index));
        Assert.Contains(index.ForNeed(Samples.Id(1, 1), 9)[2].Reasons, r => r.Effect == ReasonEffect.Against && r.Text.Contains("så långt åker man ibland här", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_distance_is_near_in_the_country_and_far_in_a_big_city()
    {
        using var index = Samples.Index(
            Samples.Need(1, Text, "2361"), Samples.Enterprise(1, Text, "2326", "municipalities", ["2326"]), Samples.Enterprise(2, Text, "2326"));
        var scores = index.ForNeed(Samples.Id(1, 1), 2).Select(match => match.Score).ToList();
        // At least a fifth is left at a usual distance, a twentieth beyond it.
        Assert.True(scores[1] > scores[0] * 0.15, string.Join(' ', scores));
        Assert.True(Geography.UsualKm("C9") > Geography.UsualKm("A1"));
    }

    [Fact]
    public void Who_can_take_on_all_of_it_comes_first_and_the_rest_by_how_much()
    {
        using var index = Samples.Index(
            Samples.Need(1, Text, value: 900_000),
            Samples.Enterprise(1, Text, largest: 100_000), Samples.Enterprise(2, Text, largest: 500_000), Samples.Enterprise(3, Text, largest: 900_000));
        Assert.Equal([3, 2, 1], Order(index));
        Assert.Contains("Tar uppdrag upp till 500 000 kr av behovets 900 000 kr: kan passa om behovet delas eller om flera går samman.",
            index.ForNeed(Samples.Id(1, 1), 9)[1].Reasons.Select(reason => reason.Text));
    }

    [Fact]
    public void A_profile_loses_rank_with_age_and_then_is_not_shown()
    {
        using var index = Samples.Index(
            Samples.Need(1, Text), Samples.Enterprise(1, Text, daysOld: 549), Samples.Enterprise(2, Text, daysOld: 400),
            Samples.Enterprise(3, Text, daysOld: 300), Samples.Enterprise(4, Text, daysOld: 10));
        Assert.Equal([4, 3, 2], Order(index));
    }

    [Fact]
    public void Of_two_alike_the_one_shown_less_comes_first()
    {
        using var index = Samples.Index(Samples.Need(1, Text), Samples.Enterprise(1, Text), Samples.Enterprise(2, Text));
        Assert.Equal([1, 2], Order(index));
        index.SetShown(new Dictionary<Guid, int> { [Samples.Id(2, 1)] = 3 });
        Assert.Equal([2, 1], Order(index));
    }

    [Fact]
    public void Target_groups_decide_between_two_alike()
    {
        using var index = Samples.Index(
            Samples.Need(1, "Arbetsträning", groups: ["addiction"]),
            Samples.Enterprise(1, "Arbetsträning", groups: ["disability"]), Samples.Enterprise(2, "Arbetsträning", groups: ["addiction"]));
        Assert.Equal([2, 1], Order(index));
        Assert.Contains("Målgrupp gemensam: personer med beroende.", index.ForNeed(Samples.Id(1, 1), 1)[0].Reasons.Select(reason => reason.Text));
    }

    private static int[] Order(MatchIndex index) =>
        [.. index.ForNeed(Samples.Id(1, 1), 9).Select(m => BitConverter.ToInt32(m.EnterpriseId.ToByteArray()))];
}
