using Matchmaking.Routes;
using Xunit;

namespace Matchmaking.Tests.Routes;

/// <summary>The dated rules themselves. A changed rule is a new file, and its values belong here.</summary>
public class RuleFileTests
{
    private static RuleBook Rules => RuleBook.Current;

    [Theory]
    [InlineData("2022-06-01", 2_236_731, 7_802_550, 55_991_099, 2_799_554.95)]
    [InlineData("2024-01-01", 2_389_585, 8_109_450, 59_880_179, 2_994_008.95)]
    [InlineData("2025-12-31", 2_389_585, 8_109_450, 59_880_179, 2_994_008.95)]
    [InlineData("2026-01-01", 2_451_816, 8_513_250, 61_340_804, 3_067_040.20)]
    [InlineData("2027-12-31", 2_451_816, 8_513_250, 61_340_804, 3_067_040.20)]
    public void Thresholds_are_those_of_their_day(string day, decimal goodsAndServices, decimal annex, decimal works, decimal concession)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(goodsAndServices, Rules.Limit("lou.goods-services", date)!.AmountSek);
        Assert.Equal(annex, Rules.Limit("lou.annex-2", date)!.AmountSek);
        Assert.Equal(works, Rules.Limit("lou.works", date)!.AmountSek);
        Assert.Equal(concession, Rules.Limit("luk.direct-award", date)!.AmountSek);
    }

    [Fact]
    public void Outside_every_validity_there_is_no_limit()
    {
        Assert.Null(Rules.Limit("lou.goods-services", new DateOnly(2028, 1, 1)));
        Assert.Null(Rules.Limit("luk.direct-award", new DateOnly(2028, 1, 1)));
        Assert.Null(Rules.Limit("lou.direct-award", new DateOnly(2022, 1, 31)));
        Assert.Null(Rules.Limit("lou.goods-services", null));
        // The law's own amount has no end.
        Assert.Equal(700_000, Rules.Limit("lou.direct-award", new DateOnly(2028, 1, 1))!.AmountSek);
        Assert.Equal(Answer.Unknown, Rules.Lists("lou.19-25a", "85311000", new DateOnly(2022, 12, 31)));
    }

    [Fact]
    public void The_source_is_that_of_the_day()
    {
        Assert.Contains("2025/2150", Rules.Limit("lou.goods-services", new DateOnly(2026, 3, 16))!.Source, StringComparison.Ordinal);
        Assert.Equal("SFS 2026:245", Rules.Limit("lou.goods-services", new DateOnly(2026, 3, 17))!.Source);
        Assert.Equal("limits-2026", Rules.Limit("lou.goods-services", new DateOnly(2026, 3, 17))!.RuleVersion);
    }

    /// <summary>Of any day, a limit and a list come from one file only; a gap is allowed and gives unknown.</summary>
    [Fact]
    public void No_two_files_hold_the_same_rule_on_the_same_day()
    {
        for (var day = new DateOnly(2021, 1, 1); day < new DateOnly(2030, 1, 1); day = day.AddDays(1))
        {
            var names = Rules.VersionsAt(day).SelectMany(Rules.CodesOf).ToList();
            Assert.Equal(names.Distinct().Count(), names.Count);
        }
    }

    [Theory]
    [InlineData("lou.annex-2", 423)]
    [InlineData("lou.19-25", 115)]
    [InlineData("lou.19-25a", 173)]
    [InlineData("lov", 94)]
    public void A_list_holds_so_many_real_codes(string list, int count) =>
        Assert.Equal(count, CpvCodes.All.Count(code => Rules.Lists(list, code, new DateOnly(2026, 11, 23)) == Answer.Yes));

    [Fact]
    public void Only_real_codes_are_found()
    {
        Assert.Equal(9454, CpvCodes.All.Count);
        Assert.Equal("85323000", CpvCodes.Find("85323000-4"));
        Assert.Null(CpvCodes.Find("85323001"));
        Assert.Null(CpvCodes.Find("8532300"));
        Assert.Equal("03000000", CpvCodes.Find("03000000"));
    }
}
