using Matchmaking.Copies;
using Matchmaking.Interests;
using ServiceDefaults;
using Xunit;

namespace Matchmaking.Tests.Interests;

/// <summary>Every move from every state: legal, or refused by the name of what forbids it.</summary>
public class InterestRules
{
    private static readonly Dictionary<string, Func<Interest, Error?>> Moves = new()
    {
        ["open-dialogue"] = interest => interest.OpenDialogue(),
        ["withdraw"] = interest => interest.Withdraw("Vi hinner inte."),
        ["decline"] = interest => interest.Decline("Vi tog en annan."),
        ["agree"] = interest => interest.Agree(),
    };

    public static TheoryData<string, string, string?> Table()
    {
        var table = new TheoryData<string, string, string?>();
        foreach (var move in Moves.Keys)
        {
            table.Add("submitted", move, null);
            table.Add("open-dialogue", move, move == "open-dialogue" ? "interest/already-in-dialogue" : null);
            table.Add("withdraw", move, "interest/withdrawn");
            table.Add("decline", move, "interest/declined");
            table.Add("agree", move, "interest/agreed");
        }
        return table;
    }

    [Theory, MemberData(nameof(Table))]
    public void Moves_are_legal_or_refused_by_name(string after, string move, string? error)
    {
        var interest = Interest.Submit(Need(), Guid.CreateVersion7(), "Gärna.", null, Told.Morning);
        if (after != "submitted") Assert.Null(Moves[after](interest));
        var before = interest.Status;
        Assert.Equal(error, Moves[move](interest)?.Name);
        if (error is not null) Assert.Equal(before, interest.Status);
        else Assert.NotEqual(before, interest.Status);
    }

    [Fact]
    public void An_interest_is_never_told_to_others() => Assert.Null(Event(Interest.Submit(Need(), Guid.CreateVersion7(), "Gärna.", null, Told.Morning)));

    private static object? Event(Interest interest) => typeof(Interest)
        .GetMethod("ToEvent", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(interest, ["submitted"]);

    private static NeedCopy Need() => Copy.Need("1280");
}
