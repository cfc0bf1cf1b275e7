using Municipalities.Needs;
using ServiceDefaults;
using Xunit;

namespace Municipalities.Tests.Needs;

/// <summary>Every move from every status: it leads where it should, or is refused by its own name and changes nothing.</summary>
public class NeedRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly NeedContent Content = new() { Title = "Snöröjning vid förskolor", Description = "Gångvägar ska vara skottade före halv sju." };

    private static readonly Dictionary<string, Func<Need, Error?>> Moves = new()
    {
        ["revise"] = need => need.Revise(Content with { Title = "Snöröjning vid elva förskolor" }, Now),
        ["publish"] = need => need.Publish(Now),
        ["open-dialogue"] = need => need.OpenDialogue(),
        ["close"] = need => need.Close(NeedOutcome.Deal, Now),
        ["withdraw"] = need => need.Withdraw(),
    };

    [Theory]
    [InlineData(NeedStatus.Draft, "revise", NeedStatus.Draft, null)]
    [InlineData(NeedStatus.Draft, "publish", NeedStatus.Published, null)]
    [InlineData(NeedStatus.Draft, "open-dialogue", NeedStatus.Draft, "need/not-published")]
    [InlineData(NeedStatus.Draft, "close", NeedStatus.Draft, "need/not-open")]
    [InlineData(NeedStatus.Draft, "withdraw", NeedStatus.Withdrawn, null)]
    [InlineData(NeedStatus.Published, "revise", NeedStatus.Published, null)]
    [InlineData(NeedStatus.Published, "publish", NeedStatus.Published, "need/not-draft")]
    [InlineData(NeedStatus.Published, "open-dialogue", NeedStatus.InDialogue, null)]
    [InlineData(NeedStatus.Published, "close", NeedStatus.Closed, null)]
    [InlineData(NeedStatus.Published, "withdraw", NeedStatus.Withdrawn, null)]
    [InlineData(NeedStatus.InDialogue, "revise", NeedStatus.InDialogue, "need/not-revisable")]
    [InlineData(NeedStatus.InDialogue, "publish", NeedStatus.InDialogue, "need/not-draft")]
    [InlineData(NeedStatus.InDialogue, "open-dialogue", NeedStatus.InDialogue, "need/not-published")]
    [InlineData(NeedStatus.InDialogue, "close", NeedStatus.Closed, null)]
    [InlineData(NeedStatus.InDialogue, "withdraw", NeedStatus.Withdrawn, null)]
    [InlineData(NeedStatus.Closed, "revise", NeedStatus.Closed, "need/not-revisable")]
    [InlineData(NeedStatus.Closed, "publish", NeedStatus.Closed, "need/not-draft")]
    [InlineData(NeedStatus.Closed, "open-dialogue", NeedStatus.Closed, "need/not-published")]
    [InlineData(NeedStatus.Closed, "close", NeedStatus.Closed, "need/not-open")]
    [InlineData(NeedStatus.Closed, "withdraw", NeedStatus.Closed, "need/not-withdrawable")]
    [InlineData(NeedStatus.Withdrawn, "revise", NeedStatus.Withdrawn, "need/not-revisable")]
    [InlineData(NeedStatus.Withdrawn, "publish", NeedStatus.Withdrawn, "need/not-draft")]
    [InlineData(NeedStatus.Withdrawn, "open-dialogue", NeedStatus.Withdrawn, "need/not-published")]
    [InlineData(NeedStatus.Withdrawn, "close", NeedStatus.Withdrawn, "need/not-open")]
    [InlineData(NeedStatus.Withdrawn, "withdraw", NeedStatus.Withdrawn, "need/not-withdrawable")]
    public void A_move_leads_on_or_is_refused_by_name(NeedStatus from, string move, NeedStatus to, string? refusal)
    {
        var need = In(from);
        var before = need.Title;
        Assert.Equal(refusal, Moves[move](need)?.Name);
        Assert.Equal(to, need.Status);
        if (refusal is not null) Assert.Equal(before, need.Title);
    }

    [Fact]
    public void A_draft_without_description_cannot_be_published_and_a_published_one_cannot_lose_it()
    {
        var draft = Draft(Content with { Description = " " });
        Assert.Equal("need/incomplete", draft.Publish(Now)?.Name);
        Assert.Equal(NeedStatus.Draft, draft.Status);
        Assert.Equal("need/incomplete", In(NeedStatus.Published).Revise(Content with { Description = "" }, Now)?.Name);
    }

    [Fact]
    public void The_last_day_for_answers_is_counted_in_Swedish_time()
    {
        // 23.30 UTC is half past midnight of the next day in Sweden.
        var late = new DateTimeOffset(2026, 11, 25, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal("need/answer-by-passed", Need.Draft(Guid.NewGuid(), "1280", Content with { AnswerBy = new(2026, 11, 25) }, late).Error?.Name);
        Assert.Null(Need.Draft(Guid.NewGuid(), "1280", Content with { AnswerBy = new(2026, 11, 26) }, late).Error);
        Assert.Null(Need.Draft(Guid.NewGuid(), "1280", Content with { AnswerBy = new(2026, 11, 25) }, Now).Error);
    }

    [Fact]
    public void A_day_that_passed_while_the_draft_lay_stops_the_publishing_but_not_another_revision()
    {
        var draft = Draft(Content with { AnswerBy = new(2026, 11, 26) });
        var later = Now.AddDays(7);
        Assert.Equal("need/answer-by-passed", draft.Publish(later)?.Name);
        Assert.Null(draft.Revise(Content with { AnswerBy = new(2026, 11, 26), Unit = "Gata" }, later));
        Assert.Equal("need/answer-by-passed", draft.Revise(Content with { AnswerBy = new(2026, 11, 27) }, later)?.Name);
        Assert.Null(draft.Revise(Content with { AnswerBy = new(2026, 12, 24) }, later));
        Assert.Null(draft.Publish(later));
    }

    private static Need Draft(NeedContent content) => Need.Draft(Guid.CreateVersion7(), "1280", content, Now).Need!;

    private static Need In(NeedStatus status)
    {
        var need = Draft(Content);
        string[] way = status switch
        {
            NeedStatus.Published => ["publish"],
            NeedStatus.InDialogue => ["publish", "open-dialogue"],
            NeedStatus.Closed => ["publish", "close"],
            NeedStatus.Withdrawn => ["publish", "withdraw"],
            _ => [],
        };
        foreach (var move in way) Assert.Null(Moves[move](need));
        return need;
    }
}
