using Matchmaking.Matching;
using Xunit;

namespace Matchmaking.Tests.Matching;

/// <summary>What interests without a deal teach, and how little of it.</summary>
public class LessonTests
{
    private const string Text = "Städning av kontor och skolor, golvvård och fönster";

    private static readonly MatchNeed Need = Samples.Need(1, Text, "2361", 900_000);

    [Theory]
    [InlineData(LessonKind.Capacity, "kapaciteten")]
    [InlineData(LessonKind.Distance, "avståndet")]
    [InlineData(LessonKind.WrongTrade, "städning")]
    public void What_both_have_confirmed_turns_the_order_of_equals_and_is_told(LessonKind kind, string told)
    {
        using var index = Equals(Lesson(1, kind));
        var matches = index.ForNeed(Need.Id, 2);
        Assert.Equal([2, 1], matches.Select(Number));
        Assert.Equal(-Weights.MostLearned, matches[1].Parts[MatchParts.Experience] / (matches[1].Score - matches[1].Parts[MatchParts.Experience]), 6);
        Assert.Equal(matches[1].Score, matches[1].Parts.Values.Sum(), 9);
        var reason = Assert.Single(matches[1].Reasons, reason => reason.Kind == MatchParts.Experience);
        Assert.Equal(ReasonEffect.Against, reason.Effect);
        Assert.Contains(told, reason.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Härjedalen", reason.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(matches[0].Reasons, other => other.Kind == MatchParts.Experience);
        // The other direction says the same.
        Assert.Equal(matches[1].Score, index.ForEnterprise(Samples.Id(2, 1), 1)[0].Score);
    }

    [Fact]
    public void It_weighs_less_each_day_and_is_gone_after_24_months()
    {
        var scores = new[] { 0, 365, 729, 730, 2000 }.Select(days =>
        {
            using var index = Equals(Lesson(1, LessonKind.Capacity, daysOld: days));
            return index.Between(Need.Id, Samples.Id(2, 1))!;
        }).ToList();
        Assert.Equal(scores.Select(match => match.Score).Order(), scores.Select(match => match.Score));
        using var without = Equals();
        Assert.Equal(without.ForNeed(Need.Id, 2).Select(Whole), Both(Lesson(1, LessonKind.Capacity, daysOld: 730)));
        Assert.NotEqual(without.ForNeed(Need.Id, 2).Select(Whole), Both(Lesson(1, LessonKind.Capacity, daysOld: 729)));

        static IEnumerable<string> Both(Lesson lesson)
        {
            using var index = Equals(lesson);
            return index.ForNeed(Need.Id, 2).Select(Whole).ToList();
        }
    }

    [Theory]
    [InlineData(LessonKind.Capacity, "2361", 1_300_000, "städning", Text, false)]
    [InlineData(LessonKind.Capacity, "1280", 1_000_000, "cykelreparation", Text, true)]
    [InlineData(LessonKind.Capacity, "2361", null, "städning", Text, false)]
    [InlineData(LessonKind.Distance, "0360", 900_000, "städning", Text, true)]
    [InlineData(LessonKind.Distance, "2480", 900_000, "städning", Text, false)]
    [InlineData(LessonKind.WrongTrade, "2361", 900_000, "cykelreparation", Text, false)]
    [InlineData(LessonKind.WrongTrade, "2361", 900_000, null, Text, false)]
    public void It_is_about_such_pairs_only(LessonKind kind, string at, int? value, string? asked, string text, bool counts)
    {
        using var index = Samples.Index(Need, Samples.Enterprise(1, text), new Lesson(Samples.Id(2, 1), Samples.Id(3, 1), null, kind, at, value, asked, Samples.Now));
        Assert.Equal(counts, index.Between(Need.Id, Samples.Id(2, 1))!.Parts[MatchParts.Experience] < 0);
    }

    [Fact]
    public void It_follows_the_enterprise_and_the_trade_when_the_offer_is_put_up_anew()
    {
        var anew = Samples.Enterprise(1, Text);
        anew = anew with { Offers = [anew.Offers[0] with { Id = Samples.Id(3, 8) }] };
        double Taken(params object[] items)
        {
            using var index = Samples.Index([Need, .. items]);
            return index.Between(Need.Id, Samples.Id(2, 1))!.Parts[MatchParts.Experience];
        }
        Assert.True(Taken(anew, Lesson(1, LessonKind.Capacity)) < 0);
        // Not to what it offers in another trade, not to another enterprise, and where no trade could be read to that very offer only.
        Assert.Equal(0, Taken(anew, Lesson(1, LessonKind.Capacity, offered: "cykelreparation")));
        Assert.Equal(0, Taken(anew, Lesson(2, LessonKind.Capacity)));
        Assert.Equal(0, Taken(anew, Lesson(1, LessonKind.Capacity, offered: null)));
    }

    [Fact]
    public void Many_take_no_more_away_than_one_and_another_offer_of_the_enterprise_nothing()
    {
        using var one = Equals(Lesson(1, LessonKind.Capacity));
        using var many = Equals([Lesson(1, LessonKind.Capacity), .. Enumerable.Range(0, 9).Select(i => Lesson(1, (LessonKind)(i % 3), daysOld: 10 + i))]);
        Assert.Equal(one.ForNeed(Need.Id, 2).Select(Whole), many.ForNeed(Need.Id, 2).Select(Whole));

        var two = Samples.Enterprise(1, "Vi lagar cyklar");
        two = two with { Offers = [.. two.Offers, two.Offers[0] with { Id = Samples.Id(3, 8), Description = Text }] };
        using var index = Samples.Index(Need, two, Lesson(1, LessonKind.Distance, offered: "cykelreparation"));
        Assert.Equal((Samples.Id(3, 8), 0.0), (index.ForNeed(Need.Id, 1)[0].OfferId, index.ForNeed(Need.Id, 1)[0].Parts[MatchParts.Experience]));
    }

    private static Lesson Lesson(int enterprise, LessonKind kind, int daysOld = 0, string? offered = "städning") =>
        new(Samples.Id(2, enterprise), Samples.Id(3, enterprise), offered, kind, "2361", 900_000, "städning", Samples.Now.AddDays(-daysOld));

    private static MatchIndex Equals(params Lesson[] lessons) => Samples.Index([Need, Samples.Enterprise(1, Text), Samples.Enterprise(2, Text), .. lessons]);

    private static int Number(Match match) => BitConverter.ToInt32(match.EnterpriseId.ToByteArray());

    private static string Whole(Match match) => $"{match.EnterpriseId} {match.Score} {string.Join('|', match.Reasons)}";
}
