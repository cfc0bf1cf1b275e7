using System.Globalization;
using System.Text.Json;
using Portal.Texts;
using Xunit;

namespace Portal.Tests.Texts;

/// <summary>No line ends inside a paragraph of law, and nobody's text is changed for that.</summary>
public sealed class ParagraphsTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new ParagraphsKept() } };

    private sealed record Answer(string Text, Dictionary<string, string> Words);

    [Theory]
    [InlineData("Enligt 1 § LOU.", "Enligt 1~§ LOU.")]
    [InlineData("19 a kap. 25 a § LOU", "19~a~kap. 25~a~§ LOU")]
    [InlineData("4 kap. 18 §, och § 3", "4~kap. 18~§, och §~3")]
    [InlineData("11–13 §§", "11–13~§§")]
    [InlineData("Vi har 3 kaféer och 2 a la carte", "Vi har 3 kaféer och 2 a la carte")]
    public void A_paragraph_stays_in_one_piece_and_goes_back_as_it_was(string text, string kept)
    {
        Assert.Equal(kept.Replace('~', '\u00a0'), Paragraphs.Keep(text));
        Assert.Equal(text, Paragraphs.Plain(Paragraphs.Keep(text)));
    }

    [Fact]
    public void Spaces_of_other_figures_are_left() => Assert.Equal("350\u00a0000\u00a0kr, 1 §", Paragraphs.Plain("350\u00a0000\u00a0kr, 1\u00a0§"));

    [Fact]
    public void What_services_say_is_kept_together_and_what_they_are_told_is_plain()
    {
        var read = JsonSerializer.Deserialize<Answer>("""{"text":"8 § LOU","words":{"a":"1 §"}}""", Json)!;
        Assert.Equal(("8\u00a0§ LOU", "1\u00a0§"), (read.Text, read.Words["a"]));
        Assert.Equal("""{"text":"8 \u00A7 LOU","words":{"a":"1 \u00A7"}}""", JsonSerializer.Serialize(read, Json));
    }

    [Fact]
    public void The_portals_own_texts_are_too() =>
        Assert.Equal("Reserverad, idéburna (19~kap. 25~a~§)".Replace('~', '\u00a0'), Text.In(CultureInfo.GetCultureInfo("sv"), "Words.Route.RESERVED_19_25A"));
}
