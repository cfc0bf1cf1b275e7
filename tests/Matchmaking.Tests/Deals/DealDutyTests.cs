using Matchmaking.Deals;
using Matchmaking.Routes;
using Xunit;

namespace Matchmaking.Tests.Deals;

/// <summary>What a signed deal asks of its buyer, on both sides of each limit and of each rule's validity.</summary>
public class DealDutyTests
{
    private const string Bicycles = "50800000", HomeDelivery = "85312200";

    [Theory]
    [InlineData("DIRECT_AWARD", 100_000, "")]
    [InlineData("DIRECT_AWARD", 100_001, "DOCUMENT 2026-12-10")]
    [InlineData("DIRECT_AWARD", 699_999, "DOCUMENT 2026-12-10")]
    [InlineData("DIRECT_AWARD", 700_000, "DOCUMENT 2026-12-10, AFTER_NOTICE 2026-12-10")]
    [InlineData("EMPLOYMENT_CLAUSE", 699_999, "DOCUMENT 2026-12-10")]
    [InlineData("ADVERTISED_19", 700_000, "DOCUMENT, AFTER_NOTICE 2026-12-10, STANDSTILL")]
    [InlineData("RESERVED_19_25", 9_000_000, "DOCUMENT, AFTER_NOTICE 2026-12-10, STANDSTILL, MAX_THREE_YEARS 2029-12-31")]
    [InlineData("SINGLE_SUPPLIER", 2_451_815, "DOCUMENT 2026-12-10, AFTER_NOTICE 2026-12-10")]
    [InlineData("SINGLE_SUPPLIER", 2_451_816, "DOCUMENT, AFTER_NOTICE 2026-12-10")]
    [InlineData("CONCESSION_DIRECT", 3_067_040, "DOCUMENT")]
    [InlineData("CONCESSION_DIRECT", 3_067_041, "DOCUMENT, AFTER_NOTICE 2026-12-28")]
    [InlineData("CALL_OFF", 3_000_000, "")]
    [InlineData("LOV", 3_000_000, "")]
    [InlineData("GRANT", 3_000_000, "")]
    public void Duties_follow_route_and_value(string route, int value, string duties) => Assert.Equal(duties, Said(Signed(route, value)));

    /// <summary>The term is the same whatever the law's chapter is; the paragraph is not.</summary>
    [Theory]
    [InlineData(2_451_815, "LOU 19 kap. 7 §")]
    [InlineData(2_451_816, "LOU 10 kap. 4 §")]
    public void A_reserved_procurement_follows_the_threshold_of_its_day(int value, string paragraph) =>
        Assert.Equal(paragraph, Signed("RESERVED_4_18", value).Single(duty => duty.Id == "AFTER_NOTICE").Paragraph);

    [Fact]
    public void After_the_last_thresholds_both_paragraphs_are_named() =>
        Assert.Equal("LOU 19 kap. 7 § eller LOU 10 kap. 4 §", Signed("RESERVED_4_18", 2_451_816, new DateOnly(2028, 1, 1)).Single(duty => duty.Id == "AFTER_NOTICE").Paragraph);

    [Fact]
    public void Services_in_bilaga_2_may_be_gathered_by_quarter()
    {
        var notice = Signed("DIRECT_AWARD", 700_000, code: HomeDelivery).Single(duty => duty.Id == "AFTER_NOTICE");
        Assert.Equal((new DateOnly(2026, 12, 10), new DateOnly(2027, 1, 30)), (notice.DueOn, notice.BatchedDueOn));
        Assert.Null(Signed("DIRECT_AWARD", 700_000).Single(duty => duty.Id == "AFTER_NOTICE").BatchedDueOn);
    }

    /// <summary>Before the rules that the platform knows it does not guess.</summary>
    [Fact]
    public void Without_a_rule_for_the_day_nothing_is_certain()
    {
        var before = Signed("DIRECT_AWARD", 2_000_000, new DateOnly(2022, 1, 31));
        Assert.Equal(["DOCUMENT", "AFTER_NOTICE"], before.Select(duty => duty.Id));
        Assert.All(before, duty => Assert.Equal((Answer.Unknown, null, null), (duty.Owed, duty.DueOn, duty.Limit)));
        Assert.All(Signed("DIRECT_AWARD", 2_000_000, new DateOnly(2022, 2, 1)), duty => Assert.Equal(Answer.Yes, duty.Owed));
        Assert.All(Signed("DIRECT_AWARD", 700_000, new DateOnly(2031, 1, 1)), duty => Assert.NotNull(duty.DueOn));
    }

    [Fact]
    public void A_draft_and_what_was_withdrawn_ask_for_nothing()
    {
        var deal = Draft(Bicycles);
        Assert.Empty(DealDuties.Of(deal));
        Assert.Null(deal.Sign(Scenario.Terms(value: 900_000), null, null));
        Assert.NotEmpty(DealDuties.Of(deal));
        Assert.Null(deal.Withdraw("Fel företag.", new DateOnly(2026, 11, 20)));
        Assert.Empty(DealDuties.Of(deal));
    }

    private static string Said(IEnumerable<DealDuty> duties) => string.Join(", ", duties.Select(duty => $"{duty.Id} {duty.DueOn:yyyy-MM-dd}".Trim()));

    private static IReadOnlyList<DealDuty> Signed(string route, decimal value, DateOnly? on = null, string code = Bicycles)
    {
        var deal = Draft(code);
        Assert.Null(deal.Sign(Scenario.Terms(route, value) with { SignedOn = on ?? new DateOnly(2026, 11, 10) }, null, null));
        return DealDuties.Of(deal);
    }

    private static Deal Draft(string code) => Deal.Draft(Copy.Need("1280", cpv: code), Copy.Enterprise("1280"), null, Told.Morning);
}
