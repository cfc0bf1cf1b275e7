using Portal.Pages.Discussions;
using Portal.Pages.Examples;
using Portal.Pages.Meetings;
using Xunit;

namespace Portal.Tests.Forms;

/// <summary>Between what people write in fields and what the services keep.</summary>
public sealed class WrittenTextTests
{
    [Fact]
    public void An_examples_parts_become_one_text_and_the_same_parts_again()
    {
        var parts = new Dictionary<string, string> { ["need"] = "Dukar.\n\nVarje vecka.", ["result"] = "Rena dukar.", ["wrong"] = "## Inte vår rubrik\n\nHämtningen." };
        var text = ExampleSections.Join(field => parts.GetValueOrDefault(field, ""));
        Assert.StartsWith("## Behovet\n\nDukar.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Råd till andra", text, StringComparison.Ordinal);
        var again = ExampleSections.Split(text);
        Assert.All(parts, part => Assert.Equal(part.Value, again[part.Key]));
        Assert.Equal("", again["advice"]);
        Assert.Equal("Fri text utan rubriker.", ExampleSections.Split("Fri text utan rubriker.")["need"]);
    }

    [Theory]
    [InlineData("<p>Hej @1280 och @skr.</p>", "<p>Hej <strong class=\"mention\">@Malmö</strong> och <strong class=\"mention\">@processledaren</strong>.</p>")]
    [InlineData("<p>@9999 finns inte, namn@1280 är en adress</p>", "<p>@9999 finns inte, namn@1280 är en adress</p>")]
    [InlineData("<p><a href=\"@1280\">länk</a></p>", "<p><a href=\"@1280\">länk</a></p>")]
    public void A_municipality_that_is_called_on_is_shown_by_name(string html, string expected) => Assert.Equal(expected, MentionText.Of(html).Value);

    [Theory]
    [InlineData("13:00", 13)]
    [InlineData("9.30", 9)]
    [InlineData("9", 9)]
    [InlineData("sent", null)]
    public void A_time_is_read_as_people_write_it(string text, int? hour) => Assert.Equal(hour, MeetingTime.Read(text)?.Hour);

    [Fact]
    public void A_meeting_is_at_the_hour_that_the_clock_in_Sweden_shows()
    {
        Assert.Equal(12, MeetingTime.Of(new DateOnly(2026, 12, 1), new TimeOnly(13, 0)).UtcDateTime.Hour);
        Assert.Equal(11, MeetingTime.Of(new DateOnly(2026, 6, 1), new TimeOnly(13, 0)).UtcDateTime.Hour);
        // The hour that is skipped when summer time begins.
        Assert.Equal(1, MeetingTime.Of(new DateOnly(2026, 3, 29), new TimeOnly(2, 30)).UtcDateTime.Hour);
        Assert.Equal(DayOfWeek.Tuesday, MeetingTime.Suggested(new DateOnly(2026, 11, 28)).DayOfWeek);
    }
}
