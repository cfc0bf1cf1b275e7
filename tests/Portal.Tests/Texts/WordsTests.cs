using System.Reflection;
using Portal.Components;
using Portal.Texts;
using Xunit;

namespace Portal.Tests.Texts;

/// <summary>The words for the API's codes, which are looked up by the code and not by a name that stands in a page.</summary>
public sealed class WordsTests
{
    public static TheoryData<string> Lists => [.. typeof(Words).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_code_has_a_word(string list)
    {
        var options = (Option[])typeof(Words).GetProperty(list)!.GetValue(null)!;
        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.NotEqual(option.Value, option.Label));
    }

    [Fact]
    public void Each_state_has_a_word()
    {
        Assert.All(["draft", "published", "in-dialogue", "closed", "withdrawn"], state => Assert.NotEqual(state, Words.NeedStatus(state).Text));
        Assert.All(["submitted", "in-dialogue", "withdrawn", "declined", "agreed"], state => Assert.NotEqual(state, Words.InterestStatus(state).Text));
        Assert.All(["draft", "signed", "completed", "ended", "withdrawn"], state => Assert.NotEqual(state, Words.DealStatus(state).Text));
        Assert.All(["draft", "published", "withdrawn"], state => Assert.False(Words.ProfileStatus(state) == state || Words.OfferStatus(state) == state));
        Assert.All(["yes", "unknown", "no"], answer => Assert.NotEqual(answer, Words.Answer(answer).Text));
    }

    [Fact]
    public void A_code_that_nobody_knows_shows_itself() => Assert.Equal(("new-state", null), Words.NeedStatus("new-state"));

    [Fact]
    public void One_and_several_are_told_apart()
    {
        Assert.Equal("1 månad", Text.Count("Common.Months", 1));
        Assert.Equal("0 månader", Text.Count("Common.Months", 0));
        Assert.Equal("36 månader", Text.Count("Common.Months", 36));
        Assert.Equal(["varje månad", "varannan månad", "var 3:e månad", "var 12:e månad", "var 21:a månad"], new[] { 1, 2, 3, 12, 21 }.Select(Show.Every));
    }
}
