using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Tests.Baselines;
using Xunit;

namespace Municipalities.Tests.Collaborations;

/// <summary>The rule of three values: eight dimensions at level 3 or higher, shown, and no fall within twelve months after the project's end.</summary>
public class SustainabilityTests
{
    private static readonly DateOnly End = new(2026, 12, 31);
    private static readonly DateOnly Year = End.AddMonths(12);
    private static readonly int?[] All3 = [3, 3, 3, 3, 3, 3, 3, 3];

    private static Baseline Round(DateOnly on, int?[] levels, bool evidence = true)
    {
        var round = Baseline.Open(Guid.CreateVersion7(), "2361", "Utgångsläge", null, on);
        Assert.Null(round.Close([new BaselineAnswer { Subject = "a", Content = BaselineClient.Answer(levels, evidence) }], on));
        return round;
    }

    private static Judgement Judge(DateOnly today, params Baseline[] rounds) => SustainabilityRule.Judge(End, rounds, today);

    [Fact]
    public void Yes_when_a_round_after_twelve_months_still_has_level_three_in_all_with_evidence()
    {
        var judged = Judge(Year, Round(End, All3), Round(Year, All3));
        Assert.Equal(Verdict.Yes, judged.Answer);
        Assert.Empty(judged.Missing);
    }

    [Fact]
    public void Unknown_the_day_before_twelve_months_have_passed_and_until_a_new_round_is_closed()
    {
        Assert.Equal(Verdict.Unknown, Judge(Year.AddDays(-1), Round(End, All3), Round(Year.AddDays(-1), All3)).Answer);
        var judged = Judge(Year, Round(End, All3));
        Assert.Equal((Verdict.Unknown, "En omgång av utgångsläget behöver stängas den 31 december 2027 eller senare."), (judged.Answer, Assert.Single(judged.Missing).Text));
    }

    [Fact]
    public void At_twenty_four_months_an_older_round_says_nothing()
    {
        var two = End.AddMonths(24);
        Assert.Equal(Verdict.Yes, Judge(two.AddDays(-1), Round(Year, All3)).Answer);
        var judged = Judge(two, Round(Year, All3));
        Assert.Equal((Verdict.Unknown, "En omgång av utgångsläget behöver stängas den 31 december 2028 eller senare."), (judged.Answer, Assert.Single(judged.Missing).Text));
        Assert.Equal(Verdict.Yes, Judge(two, Round(Year, All3), Round(two, All3)).Answer);
    }

    [Fact]
    public void A_low_level_from_before_the_mark_says_as_little_as_a_high_one_and_a_new_round_decides()
    {
        int?[] low = [3, 3, 3, 3, 3, 2, 3, 3];
        var judged = Judge(Year, Round(End, low));
        Assert.Equal(Verdict.Unknown, judged.Answer);
        Assert.Contains(judged.Missing, one => one is { Dimension: "purchasing", Answer: Verdict.Unknown, Text: "Inköp och affärer låg på 2,0 i den senaste omgången, som är för gammal för att avgöra." });
        Assert.Equal(Verdict.No, Judge(Year, Round(End, low), Round(Year, low)).Answer);
        Assert.Equal(Verdict.Yes, Judge(Year, Round(End, low), Round(Year, All3)).Answer);
        // As things stand before the mark, and between the marks, the newest round is what there is.
        Assert.Equal(Verdict.No, Judge(Year.AddDays(-1), Round(End, low)).Answer);
        Assert.Equal((Verdict.No, Verdict.Unknown), (Judge(End.AddMonths(24).AddDays(-1), Round(Year, low)).Answer, Judge(End.AddMonths(24), Round(Year, low)).Answer));
        // A fall within the twelve months has happened, however old the round is.
        Assert.Equal(Verdict.No, Judge(Year, Round(End.AddMonths(-1), All3), Round(End.AddMonths(6), low)).Answer);
    }

    [Fact]
    public void No_when_a_dimension_is_below_three_whatever_else_is_unknown()
    {
        var judged = Judge(End, Round(End, [3, 3, null, 3, 3, 2, 3, 3]));
        Assert.Equal(Verdict.No, judged.Answer);
        Assert.Contains(judged.Missing, one => one is { Dimension: "purchasing", Answer: Verdict.No, Text: "Inköp och affärer ligger på 2,0 och behöver minst nivå 3." });
        Assert.Contains(judged.Missing, one => one is { Dimension: "internal-cooperation", Answer: Verdict.Unknown });
    }

    [Fact]
    public void No_when_a_dimension_fell_within_twelve_months_even_if_it_has_risen_since()
    {
        var judged = Judge(Year, Round(End, All3), Round(End.AddMonths(6), [3, 2, 3, 3, 3, 3, 3, 3]), Round(Year, All3));
        Assert.Equal(Verdict.No, judged.Answer);
        Assert.Contains("föll till 2,0 den 30 juni 2027", Assert.Single(judged.Missing).Text, StringComparison.Ordinal);
        // A fall after the twelve months is another matter: only where it stands now counts.
        Assert.Equal(Verdict.Yes, Judge(Year.AddMonths(3), Round(End, All3), Round(Year, All3), Round(Year.AddMonths(1), [4, 4, 4, 4, 4, 4, 4, 4])).Answer);
    }

    [Fact]
    public void Unknown_without_rounds_without_evidence_and_without_an_end()
    {
        Assert.Equal(Verdict.Unknown, Judge(Year).Answer);
        Assert.Equal(8, Judge(Year, Round(Year, All3, evidence: false)).Missing.Count(one => one is { Answer: Verdict.Unknown, Dimension: not null }));
        Assert.Equal(Verdict.Unknown, SustainabilityRule.Judge(null, [Round(Year, All3)], Year).Answer);
    }

    [Fact]
    public void A_check_is_due_at_twelve_and_at_twenty_four_months_until_it_has_an_answer()
    {
        var row = Collaboration.Begin(Guid.CreateVersion7(), "2361", CollaborationClient.Content with { ProjectEndsOn = End });
        Assert.Null(SustainabilityRule.Due(row, Year.AddDays(-1)));
        Assert.Equal((CheckKind.AtTwelveMonths, Year), SustainabilityRule.Due(row, Year));
        row.Check(new Judgement(Verdict.Unknown, []), Year);
        Assert.Equal((CheckKind.AtTwelveMonths, Year), SustainabilityRule.Due(row, Year.AddDays(1)));
        row.Check(new Judgement(Verdict.Yes, []), Year.AddDays(1));
        Assert.Null(SustainabilityRule.Due(row, Year.AddDays(2)));
        Assert.Equal((CheckKind.AtTwentyFourMonths, End.AddMonths(24)), SustainabilityRule.Due(row, End.AddMonths(25)));
        Assert.Equal([CheckKind.AtTwelveMonths, CheckKind.AtTwelveMonths], row.Checks.Select(check => check.Kind));
    }
}
