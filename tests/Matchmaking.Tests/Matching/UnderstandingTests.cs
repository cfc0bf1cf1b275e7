using Matchmaking.Matching;
using Matchmaking.Matching.Vocabulary;
using Xunit;

namespace Matchmaking.Tests.Matching;

/// <summary>What the ranking must understand of everyday Swedish. None of these sentences stands in the vocabulary.</summary>
public class UnderstandingTests
{
    private static readonly (string Name, string Text)[] Market =
    [
        ("laundry", "Vi hämtar smutsiga arbetskläder och sänglinne, tvättar, manglar och viker."),
        ("cars", "Tvätt av bilar, invändig dammsugning, vaxning och polering av lack."),
        ("stairs", "Vi städar trappor, tvättstugor och källargångar åt bostadsbolag."),
        ("snow", "Plogning med traktor, skottning för hand och sandning hela vintern."),
        ("cycles", "Verkstad för cyklar: punkteringar, bromsar och batterier till elcyklar."),
        ("cafe", "Kafé med hembakat, smörgåsar och lunch i egen lokal."),
        ("windows", "Putsning av fönster och skyltfönster."),
        ("moving", "Flyttfirma med lastbil, packning och bärhjälp."),
        ("tv", "Vi lagar tv-apparater och kaffemaskiner."),
        ("hair", "Frisörsalong: klippning, färg och fotvård."),
    ];

    [Theory]
    [InlineData("Tvätt av kommunens tjänstebilar", "cars")]
    [InlineData("Personalens kläder ska tvättas", "laundry")]
    [InlineData("Städning av tvättstugan i hyreshuset", "stairs")]
    [InlineData("Trappstädning", "stairs")]
    [InlineData("Fönsterputsning av skolan", "windows")]
    [InlineData("Fonsterputs i skolan", "windows")]
    [InlineData("Snöröjnig vid förskolan", "snow")]
    [InlineData("Vi kommer inte fram med barnvagnarna och det är glashalt på morgonen", "snow")]
    [InlineData("Personalen kommer inte iväg för att däcken är platta och kedjan hoppar", "cycles")]
    [InlineData("Klippning av gräsmattor", null)]
    [InlineData("Besökarna vill kunna köpa något varmt att dricka och en macka", "cafe")]
    [InlineData("Enheten byter lokal och allt ska bäras, två trappor upp", "moving")]
    public void Finds_the_trade_that_is_meant(string need, string? expected)
    {
        using var index = Samples.Index([Samples.Need(1, need), .. Market.Select((m, i) => Samples.Enterprise(i, m.Text))]);
        var first = index.ForNeed(Samples.Id(1, 1), 1).SingleOrDefault();
        if (expected is null) Assert.True(first is null || first.Parts[MatchParts.Trade] < 0.2, string.Join(' ', first?.Reasons.Select(reason => reason.Text) ?? []));
        else Assert.Equal(expected, Market[BitConverter.ToInt32(first!.EnterpriseId.ToByteArray())].Name);
    }

    [Fact]
    public void Who_works_there_is_not_what_is_sold()
    {
        using var index = Samples.Index(
            Samples.Need(1, "Arbetsträning för långtidsarbetslösa med försörjningsstöd"),
            Samples.Enterprise(1, "Vi tvättar. Hälften av oss är långtidsarbetslösa med försörjningsstöd."),
            Samples.Enterprise(2, "Vi tvättar. Hälften av dagen tar vi emot långtidsarbetslösa med försörjningsstöd."));
        var matches = index.ForNeed(Samples.Id(1, 1), 2).ToDictionary(match => match.EnterpriseId, match => match.Parts[MatchParts.Trade]);
        Assert.True(matches[Samples.Id(2, 2)] > 1.2 * matches.GetValueOrDefault(Samples.Id(2, 1)), string.Join(' ', matches.Values));
    }

    [Fact]
    public void A_code_that_no_trade_comes_near_still_tells_its_division()
    {
        var trades = TradeFile.Read(["lek | 37", "= lek", "el | 4531", "= el"]);
        Assert.Equal([new Lead(0, 0.1f)], Cpv.Leads(trades, "37535291"));
        Assert.Empty(Cpv.Leads(trades, "45442100"));
    }

    [Fact]
    public void A_denied_word_is_no_offer()
    {
        using var index = Samples.Index(
            Samples.Need(1, "Budtjänst med cykel"),
            Samples.Enterprise(1, "Vi lagar cyklar men kör inte bud."),
            Samples.Enterprise(2, "Vi kör bud på lastcykel."));
        Assert.Equal(Samples.Id(2, 2), index.ForNeed(Samples.Id(1, 1), 1)[0].EnterpriseId);
    }

    [Fact]
    public void A_code_helps_where_the_text_says_little_and_gives_way_where_it_says_more()
    {
        using var index = Samples.Index(
            Samples.Need(1, "Avrop enligt bilaga", cpv: ["90620000"]),
            Samples.Need(2, "Hemtjänstens cyklar måste lagas, punkteringar och bromsar", cpv: ["90911300"]),
            Samples.Enterprise(1, Market[3].Text), Samples.Enterprise(2, Market[4].Text), Samples.Enterprise(3, Market[6].Text));
        Assert.Equal(Samples.Id(2, 1), index.ForNeed(Samples.Id(1, 1), 1)[0].EnterpriseId);
        Assert.Equal(Samples.Id(2, 2), index.ForNeed(Samples.Id(1, 2), 1)[0].EnterpriseId);
    }
}
