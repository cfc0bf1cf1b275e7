using Benchmarks.Routes;
using Matchmaking.Routes;
using Xunit;

namespace Matchmaking.Tests.Routes;

/// <summary>The judge of the cases itself: it must be able to say no.</summary>
public class JudgeTests
{
    private static readonly RouteInput Lawn = new(new NeedFacts
    {
        Kind = "service",
        Cpv = Fact<IReadOnlyList<string>>.Known(["77314100"]),
        ValueSek = 640_000,
    });

    private static CaseOutcome Judge(Expectation expect) => RouteCheck.Check(new RouteCase("x", null, Lawn, expect));

    private static Expectation Expect(string route, string answer) => new(new Dictionary<string, string> { [route] = answer });

    [Fact]
    public void Right_expectations_pass() => Assert.True(Judge(Expect("DIRECT_AWARD", "yes") with
    {
        Duties = ["DOCUMENT"],
        DutiesNot = ["AFTER_NOTICE", "STANDSTILL"],
        Citations = ["LOU 19 a kap. 2 §", "LOU 19 a kap. 11 §"],
        LimitSek = 700_000,
    }).Passes);

    [Fact]
    public void Each_fault_fails_by_itself()
    {
        var right = Expect("DIRECT_AWARD", "yes");
        foreach (var wrong in (Expectation[])
        [
            Expect("DIRECT_AWARD", "no"), Expect("TELEPATHY", "no"), right with { Duties = ["AFTER_NOTICE"] }, right with { DutiesNot = ["DOCUMENT"] },
            right with { Citations = ["LOU 19 a kap. 3 §"] }, right with { Citations = ["LOU 19 a kap. 2 §", "KL 1 kap. 1 §", "KL 1 kap. 2 §", "LOU 5 kap. 3 §"] },
            right with { LimitSek = 2_451_816 },
        ])
            Assert.Single(Judge(wrong).Differences);
    }

    [Theory]
    [InlineData("no", 1)]
    [InlineData("unknown", 1)]
    [InlineData("yes", 0)]
    public void A_yes_that_should_not_be_is_dangerous(string expected, int dangerous) =>
        Assert.Equal(dangerous, Judge(Expect("DIRECT_AWARD", expected)).Dangerous.Count);

    [Theory]
    [InlineData("LOU 19 a kap. 2 §", "LOU|19 a|2")]
    [InlineData("LOU 19 kap. 25 a § första stycket", "LOU|19|25 a")]
    [InlineData("LOU 19:25 a st 1", "LOU|19|25 a")]
    [InlineData("LOU 19 a:2", "LOU|19 a|2")]
    [InlineData("LOU 5:3", "LOU|5|3")]
    [InlineData("LOU bilaga 2", "LOU|bilaga|2")]
    [InlineData("kommunallagen 2 kap. 8 § andra stycket", "KL|2|8")]
    [InlineData("lagen (2022:900) 8 §", "2022:900||8")]
    [InlineData("Lag 2022:900 8 §", "2022:900||8")]
    [InlineData("LUK 15 kap. 6 § st 1 p 1", "LUK|15|6")]
    [InlineData("SFS 2026:245", "2026:245")]
    public void Citations_are_compared_by_paragraph(string citation, string expected) => Assert.Equal([expected], Citation.Parse(citation));

    [Fact]
    public void A_range_of_paragraphs_is_all_of_them() =>
        Assert.Equal(["LOV|3|1", "LOV|3|2"], Citation.Parse("LOV 3 kap. 1–2 §§"));
}
