using System.Globalization;
using Portal.Api;
using Portal.Components;
using Xunit;

namespace Portal.Tests.Forms;

/// <summary>What people write in forms, and what the services say about it.</summary>
public sealed class FormStateTests
{
    private static FormState With(string name, string text)
    {
        var form = new FormState();
        form[name] = text;
        return form;
    }

    [Theory]
    [InlineData("350000", 350_000)]
    [InlineData("350 000", 350_000)]
    [InlineData("350\u00a0000 kr", 350_000)]
    [InlineData("2,5", 2.5)]
    [InlineData("1200:-", 1_200)]
    public void Amounts_are_read_as_people_write_them(string text, double expected)
    {
        var form = With("valueSek", text);
        Assert.Equal((decimal)expected, form.Number("valueSek"));
        Assert.False(form.HasErrors);
    }

    [Theory]
    [InlineData("350.000", 350_000)]
    [InlineData("350,000 kr", 350_000)]
    [InlineData("2.600.000", 2_600_000)]
    [InlineData("2 600 000 kronor", 2_600_000)]
    [InlineData("2.600.000,50", 2_600_000.5)]
    [InlineData("1250,5", 1_250.5)]
    [InlineData("1 250.50", 1_250.5)]
    [InlineData("1200:-", 1_200)]
    public void A_point_before_three_figures_of_a_sum_parts_thousands(string text, double expected)
    {
        var form = With("valueSek", text);
        Assert.Equal((decimal)expected, form.Money("valueSek"));
        Assert.False(form.HasErrors);
    }

    [Theory]
    [InlineData("1.2345")]
    [InlineData("0.350")]
    [InlineData("2.600,000")]
    [InlineData("2600.000")]
    [InlineData("1,5 mnkr")]
    [InlineData("1.2.3")]
    [InlineData("-5")]
    public void A_sum_that_can_be_read_in_two_ways_is_asked_about(string text)
    {
        var form = With("valueSek", text);
        Assert.Null(form.Money("valueSek"));
        Assert.NotNull(form.Error("valueSek"));
    }

    [Theory]
    [InlineData("mycket")]
    [InlineData("-5")]
    [InlineData("1.2.3")]
    [InlineData("1e9")]
    public void What_is_no_amount_is_told_at_its_field(string text)
    {
        var form = With("valueSek", text);
        Assert.Null(form.Number("valueSek"));
        Assert.NotNull(form.Error("valueSek"));
    }

    [Fact]
    public void Half_a_month_is_no_whole_number()
    {
        var form = With("months", "2,5");
        Assert.Null(form.Whole("months"));
        Assert.NotNull(form.Error("months"));
    }

    /// <summary>WCAG 2.2, 3.1.2: the services speak Swedish, the portal the page's language.</summary>
    [Fact]
    public void What_a_service_says_is_marked_as_Swedish_on_a_page_in_English()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var form = With("title", "Hej");
        form["months"] = "";
        form.Wrong("months", "Write a whole number.");
        form.Accept(new Problem(400, "Fel", null, [new("title", "För kort."), new("secret", "Något annat.")], null));
        Assert.Equal(("sv", null, "sv", true), (form.Language("title"), form.Language("months"), form.Language(), form.IsServed));
        foreach (var own in new[] { Problem.NoAnswer, new Problem(429, "Fel", null, null, null), new Problem(412, "Fel", null, null, "/problems/stale") })
        {
            var other = new FormState();
            other.Accept(own);
            Assert.Equal((null, false), (other.Language(), other.IsServed));
        }
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv");
        Assert.Null(form.Language("title"));
    }

    [Fact]
    public void A_problem_finds_its_field_and_the_rest_stands_above()
    {
        var form = With("title", "Hej");
        form["cpvCodes"] = "1";
        form.Accept(new Problem(400, "Fel", null, [new("title", "För kort."), new("cpvCodes[0]", "Okänd kod."), new("secret", "Något annat.")], null));
        Assert.Equal(("För kort.", "Okänd kod."), (form.Error("title"), form.Error("cpvCodes")));
        Assert.Equal("Något annat.", form.Fault);
    }

    [Fact]
    public void A_problem_without_fields_is_a_sentence()
    {
        var form = With("title", "Hej");
        form.Accept(new Problem(409, "Behovet kan inte längre ändras", null, null, "/problems/need/not-revisable"));
        Assert.Equal("Behovet kan inte längre ändras.", form.Fault);
    }

    [Fact]
    public void Somebody_else_s_change_is_told_as_that()
    {
        var form = With("title", "Hej");
        form.Accept(new Problem(412, "Uppgiften har ändrats sedan du läste den", null, null, "/problems/request/stale"));
        Assert.StartsWith("Någon annan har ändrat", form.Fault);
    }
}
