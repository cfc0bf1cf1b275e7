using Matchmaking.Matching.Vocabulary;
using Xunit;

namespace Matchmaking.Tests.Matching;

/// <summary>Words that say what is not meant, things with their signs, and words that several trades share.</summary>
public class DenialTests
{
    private static readonly TradeWords Vocabulary = new(TradeFile.Read(
    [
        "städning | 90910", "= städning, lokalvård", "+ golv, städa",
        "taxi | 60120", "= taxi, persontransport", "+ skjuts",
        "biltvätt | 50112", "= biltvätt, tvätt av bilar", "+ bil, vax, tvätt",
        "tvätteri | 98310", "= tvätteri, tvättstuga", "+ tvätt, lakan", "- bil",
        "gräsklippning | 77310", "= gräsklippning", "* gräset, gräsmattan : klipper, vuxit, högt",
    ]));

    private static readonly TradeReader Reader = new(Vocabulary);

    [Theory]
    [InlineData("Vi städar, men kör inte taxi")]
    [InlineData("Städning. Ingen taxi")]
    [InlineData("All städning utom taxi")]
    public void What_an_offer_denies_it_is_not_about(string text)
    {
        var said = Read(text, asks: false);
        Assert.Equal("städning", said.Key);
        Assert.True(Mass("taxi", text) < Mass("taxi", text.Replace("inte ", "", StringComparison.Ordinal).Replace("Ingen ", "", StringComparison.Ordinal).Replace("utom ", "", StringComparison.Ordinal)) / 2);
    }

    [Fact]
    public void A_denial_ends_with_its_clause() =>
        Assert.Equal("taxi", Read("Golv gör vi inte. Taxi och skjuts kör vi", asks: false).Key);

    [Fact]
    public void In_a_need_a_denial_tells_what_is_the_matter() =>
        Assert.Equal("gräsklippning", Read("Ingen klipper gräset", asks: true).Key);

    [Theory]
    [InlineData("Gräset vid skolan har vuxit", true)]
    [InlineData("Gräset vid skolan", false)]
    [InlineData("Barnen har vuxit", false)]
    [InlineData("Gräset är vackert på sommaren när alla barn leker och föräldrarna sitter på filtar bredvid den gamla skolan i byn, och barnen har vuxit", false)]
    public void A_thing_and_its_sign_speak_for_a_trade_only_together_and_near(string text, bool found) =>
        Assert.Equal(found, new TradeReader(Vocabulary).Read([], asks: true, new WeighedText(text, 1)).Said.Any(said => said.Surface.Contains('…', StringComparison.Ordinal)));

    [Fact]
    public void An_offer_is_not_read_by_frames() =>
        Assert.DoesNotContain(Reader.Read([], asks: false, new WeighedText("Gräset har vuxit", 1)).Said, said => said.Surface.Contains('…', StringComparison.Ordinal));

    [Theory]
    [InlineData("Tvätt och vax av bil", "biltvätt", "tvätteri")]
    [InlineData("Tvätt av lakan i tvättstuga", "tvätteri", "biltvätt")]
    public void A_word_that_two_trades_share_goes_to_the_one_that_the_rest_speaks_for(string text, string to, string from)
    {
        Assert.Equal(to, Read(text, asks: true).Key);
        Assert.True(Mass(from, text) < 0.2 * Mass(to, text), $"{Mass(from, text)} of {Mass(to, text)}");
    }

    private static Trade Read(string text, bool asks) =>
        Vocabulary.Trades[Reader.Read([], asks, new WeighedText(text, 1)).Masses[0].Trade];

    private static float Mass(string trade, string text) =>
        Reader.Read([], asks: false, new WeighedText(text, 1)).Masses.FirstOrDefault(mass => Vocabulary.Trades[mass.Trade].Key == trade).Mass;
}
