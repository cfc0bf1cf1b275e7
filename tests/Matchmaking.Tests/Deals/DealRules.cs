using Contracts.Matchmaking;
using Matchmaking.Deals;
using ServiceDefaults;
using Xunit;

namespace Matchmaking.Tests.Deals;

/// <summary>Every move from every state, what goes out, and terms that do not add up.</summary>
public class DealRules
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly Dictionary<string, Func<Deal, Error?>> Moves = new()
    {
        ["sign"] = deal => deal.Sign(Scenario.Terms(), null, null),
        ["revise"] = deal => deal.Revise(Scenario.Terms(value: 1)),
        ["complete"] = deal => deal.Complete(Day),
        ["end"] = deal => deal.End("Verksamheten lades ner.", Day),
        ["withdraw"] = deal => deal.Withdraw("Fel företag.", Day),
    };

    private static readonly Dictionary<string, string[]> Paths = new()
    {
        ["draft"] = [], ["signed"] = ["sign"], ["revised"] = ["sign", "revise"], ["completed"] = ["sign", "complete"], ["ended"] = ["sign", "end"],
        ["discarded"] = ["withdraw"], ["withdrawn"] = ["sign", "withdraw"],
        ["corrected"] = ["sign", "complete", "revise"], ["mistaken"] = ["sign", "end", "withdraw"],
    };

    public static TheoryData<string, string, string?> Table()
    {
        var table = new TheoryData<string, string, string?>();
        foreach (var move in Moves.Keys)
        {
            table.Add("draft", move, move is "sign" or "withdraw" ? null : "deal/not-signed");
            foreach (var signed in new[] { "signed", "revised" }) table.Add(signed, move, move == "sign" ? "deal/already-signed" : null);
            foreach (var over in new[] { "completed", "ended" })
                table.Add(over, move, move is "revise" or "withdraw" ? null : $"deal/{over}");
            table.Add("corrected", move, move is "revise" or "withdraw" ? null : "deal/completed");
            foreach (var withdrawn in new[] { "discarded", "withdrawn", "mistaken" }) table.Add(withdrawn, move, "deal/withdrawn");
        }
        return table;
    }

    [Theory, MemberData(nameof(Table))]
    public void Moves_are_legal_or_refused_by_name(string state, string move, string? error)
    {
        var deal = In(state);
        var before = deal.Status;
        Assert.Equal(error, Moves[move](deal)?.Name);
        if (error is not null) Assert.Equal(before, deal.Status);
    }

    [Theory]
    [InlineData("draft", false, false)]
    [InlineData("discarded", false, false)]
    [InlineData("signed", true, false)]
    [InlineData("completed", true, false)]
    [InlineData("ended", true, false)]
    [InlineData("withdrawn", true, true)]
    [InlineData("mistaken", true, true)]
    public void Nothing_is_told_before_the_signing(string state, bool told, bool withdrawn)
    {
        var changed = (DealChanged?)typeof(Deal).GetMethod("ToEvent", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .Invoke(In(state), ["signed"]);
        Assert.Equal(told, changed is not null);
        if (changed is not null)
            Assert.Equal(withdrawn ? (true, "", 0, 0) : (false, "DIRECT_AWARD", 240_000m, 1.5m), (changed.Withdrawn, changed.Route, changed.AgreedValueSek, changed.ExpectedJobs));
    }

    [Theory]
    [InlineData("published", null, false, false, "1280", null)]
    [InlineData("in-dialogue", null, false, false, "1280", null)]
    [InlineData("closed", "deal", false, false, "1280", null)]
    [InlineData("closed", "no-deal", false, false, "1280", "deal/need-closed")]
    [InlineData("closed", "procured-elsewhere", false, false, "1280", null)]
    [InlineData("published", null, true, false, "1280", "deal/need-not-found")]
    [InlineData("published", null, false, true, "1280", "deal/enterprise-not-published")]
    [InlineData("published", null, false, false, "1283", "deal/need-not-found")]
    public void A_deal_needs_the_buyers_own_open_need_and_a_published_enterprise(
        string status, string? outcome, bool needWithdrawn, bool enterpriseWithdrawn, string buyer, string? error) =>
        Assert.Equal(error, Deal.Refuses(Copy.Need("1280", status, outcome, needWithdrawn), Copy.Enterprise("1280", enterpriseWithdrawn), buyer)?.Name);

    [Theory]
    [InlineData("DIRECT_AWARD", "2026-11-20", "2027-01-01", "2027-12-31", null)]
    [InlineData("DIRECT_AWARD", "2026-11-20", "2027-01-01", null, null)]
    [InlineData("DIREKT", "2026-11-20", "2027-01-01", "2027-12-31", "route")]
    [InlineData("DIRECT_AWARD", "2026-11-21", "2027-01-01", "2027-12-31", "signedOn")]
    [InlineData("DIRECT_AWARD", "2026-11-20", "2027-01-01", "2026-12-31", "endsOn")]
    [InlineData("RESERVED_19_25", "2026-11-20", "2027-01-01", "2029-12-31", null)]
    [InlineData("RESERVED_19_25", "2026-11-20", "2027-01-01", "2030-01-01", "endsOn")]
    [InlineData("RESERVED_19_25", "2026-11-20", "2027-01-01", null, "endsOn")]
    [InlineData("RESERVED_19_25", "2026-11-20", "9999-01-01", "9999-12-31", "startsOn", "endsOn")]
    [InlineData("DIRECT_AWARD", "0001-01-01", "2027-01-01", "2027-12-31", "signedOn")]
    [InlineData("DIRECT_AWARD", "1999-12-31", "2000-01-01", "2100-12-31", "signedOn")]
    [InlineData("DIRECT_AWARD", "2000-01-01", "2000-01-01", "2101-01-01", "endsOn")]
    [InlineData("DIRECT_AWARD", "2000-01-01", "2000-01-01", "2100-12-31")]
    public void Terms_that_do_not_add_up_are_named(string route, string signedOn, string starts, string? ends, params string?[]? wrong)
    {
        var terms = Scenario.Terms(route) with { SignedOn = Date(signedOn), StartsOn = Date(starts), EndsOn = ends is null ? null : Date(ends) };
        Assert.Equal(wrong ?? [], terms.Contradictions(Day).Select(parameter => parameter.Name).Distinct());
    }

    /// <summary>Such as stand in the database from before the days were bounded: they are read, and stop no sum.</summary>
    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void An_impossible_day_that_is_stored_stops_nothing(string day)
    {
        var deal = Deal.Draft(Copy.Need("1280"), Copy.Enterprise("1280"), null, Told.Morning);
        foreach (var route in DealRoutes.Codes)
        {
            var terms = Scenario.Terms(route) with { SignedOn = Date(day), StartsOn = Date(day), EndsOn = Date(day) };
            Assert.NotEmpty(terms.Contradictions(Day));
            Assert.Null(deal.Status == DealStatus.Draft ? deal.Sign(terms, null, null) : deal.Revise(terms));
            Assert.All(DealDuties.Of(deal), duty => Assert.NotEqual("", duty.Text));
        }
        Assert.Equal((DateOnly.MinValue, DateOnly.MaxValue, Date("2024-02-29")), (Date("0002-12-31").PlusMonths(-24), Date("9998-01-01").PlusMonths(24), Date("2026-02-28").PlusMonths(-24).PlusDays(1)));
        Assert.Equal((Date("0001-01-01"), Date("9999-12-01"), Date("2024-02-29")), (Date("0003-01-01").PlusMonths(-24), Date("9997-12-01").PlusMonths(24), Date("2026-02-28").PlusMonths(-24).PlusDays(1)));
    }

    private static Deal In(string state)
    {
        var deal = Deal.Draft(Copy.Need("1280"), Copy.Enterprise("1280"), null, Told.Morning);
        foreach (var move in Paths[state]) Assert.Null(Moves[move](deal));
        return deal;
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
