using Matchmaking.Matching;
using Matchmaking.Trades;
using Xunit;

namespace Matchmaking.Tests.Matching;

/// <summary>Which trades are proposed to somebody who writes: those that the text has something of its own for.</summary>
public class SuggestionTests
{
    [Theory]
    [InlineData("Vi behöver någon som lagar mat till 40 elever om dagen.", "skolmat")]
    [InlineData("Personalen lagar soppa och gröt till förskolan två gånger om dagen", "skolmat")]
    [InlineData("Någon som lagar lunch åt konferensgäster, runt trettio personer om dagen", "catering, restaurang")]
    [InlineData("Vi vill att någon öppnar ett kafé i simhallen och serverar kaffe om dagen", "kafé, badanläggning")]
    public void A_word_of_many_meanings_proposes_nothing_beside_a_trade_that_the_text_is_about(string text, string proposed) =>
        Assert.Equal(proposed, string.Join(", ", Read(text).Select(trade => trade.Key)));

    [Theory]
    [InlineData("Kontoret ska städas, gräset klippas och cyklarna lagas", "städning", "grönyteskötsel", "cykelservice")]
    [InlineData("De vuxna med lss-beslut har inget att göra om dagarna", "dagligverksamhet")]
    public void What_the_text_does_speak_of_is_proposed(string text, params string[] expected) =>
        Assert.Subset(Read(text).Select(trade => trade.Key).ToHashSet(), expected.ToHashSet());

    [Fact]
    public void Words_are_told_with_their_accents() =>
        Assert.Contains("kafé", Read("Vi vill driva ett kafé i biblioteket")[0].Because);

    private static IReadOnlyList<ListTrades.TradeView> Read(string text)
    {
        using var index = new MatchIndex();
        return ListTrades.Handle(new ListTrades.Question { Text = text }, MatchIndex.BuiltInVocabulary, index).Value!.Items;
    }
}
