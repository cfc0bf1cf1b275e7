using Portal.Pages.Operations;
using Xunit;

namespace Portal.Tests.Operations;

/// <summary>What a person who has been woken reads about the error budget.</summary>
public sealed class ErrorBudgetTests
{
    [Theory]
    [InlineData(20_000, 5, "75 %", "av felbudgeten kvar: 5 fel av 20 000 svar på sju dygn, 20 får bli fel")]
    [InlineData(20_000, 0, "100 %", "av felbudgeten kvar: 0 fel av 20 000 svar på sju dygn, 20 får bli fel")]
    [InlineData(20_000, 20, "0 %", "av felbudgeten kvar: 20 fel av 20 000 svar på sju dygn, 20 får bli fel")]
    [InlineData(20_000, 25, "Slut", "Felbudgeten är slut: 25 fel av 20 000 svar på sju dygn, 20 får bli fel")]
    [InlineData(5_000, 873, "Slut", "Felbudgeten är förbrukad 174 gånger om: 873 fel av 5 000 svar på sju dygn, 5 får bli fel")]
    [InlineData(640.4, 111.2, "111 fel", "av 640 svar på sju dygn. Felbudgeten bedöms först från 1 000 svar.")]
    [InlineData(0, 0, "0 fel", "av 0 svar på sju dygn. Felbudgeten bedöms först från 1 000 svar.")]
    public void It_is_said_in_words(double answers, double faults, string figure, string text)
    {
        var said = new ErrorBudget(answers, faults).Words();
        Assert.Equal((figure, text), (Plain(said.Figure), Plain(said.Text)));
    }

    [Fact]
    public void What_is_left_is_never_below_nought_and_unknown_with_too_few_answers()
    {
        Assert.Equal(0, new ErrorBudget(5_000, 873).Left);
        Assert.Equal(0.75, new ErrorBudget(20_000, 5).Left);
        Assert.Null(new ErrorBudget(999, 1).Left);
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
