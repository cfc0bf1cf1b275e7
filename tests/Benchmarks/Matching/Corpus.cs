using Matchmaking.Matching;
using Matchmaking.Matching.Vocabulary;

namespace Benchmarks.Matching;

/// <summary>A country full of enterprises and needs, made of the vocabulary: the same for the same seed.</summary>
internal sealed class Corpus(List<MatchPlace> places)
{
    private static readonly string[] Fillers =
        "alltid arbetslag baserad belägen beställning duktiga erfarenhet ersättning flexibel förtroende gemensam handledare kollektivavtal kontakt kvalitet lokal lång lärande medlem miljö noggrann närmaste pris projekt region resurser rutin samarbete service social start team trygg uppföljning utveckling vardag veckodag verktyg vänlig överenskommelse område fordon utrustning säsong kund framtid gemenskap"
            .Split(' ');

    private readonly IReadOnlyList<Trade> trades = TradeFile.BuiltIn();
    private readonly Random random = new(20261125);

    /// <summary>Enterprises with five offers each of one to three related trades.</summary>
    public List<MatchEnterprise> Enterprises(int count, DateTimeOffset now) => [.. Enumerable.Range(0, count).Select(i => Enterprise(i, now))];

    /// <summary>Open needs, a third of them told as a situation and without a code.</summary>
    public List<MatchNeed> Needs(int count) => [.. Enumerable.Range(0, count).Select(Need)];

    private MatchEnterprise Enterprise(int number, DateTimeOffset now)
    {
        var home = Place();
        var main = trades[random.Next(trades.Count)];
        var offers = Enumerable.Range(0, 5).Select(i =>
        {
            var key = i < 2 || main.Near.Count == 0 ? main.Key : main.Near.Keys.ElementAt(random.Next(main.Near.Count));
            var trade = trades.First(t => t.Key == key);
            var kind = random.Next(10) switch { < 4 => "municipalities", < 7 => "counties", < 9 => "radius", _ => "national" };
            IReadOnlyList<string> codes = kind switch { "municipalities" => [home.Code, Place().Code], "counties" => [home.CountyCode], _ => [] };
            return new MatchOffer(Guid(3, number * 8 + i), Pick(trade.Names), Text(trade, 35), Codes(trade), kind, codes,
                kind == "radius" ? 30 + random.Next(100) : null, 100_000 * random.Next(1, 40));
        }).ToList();
        return new(Guid(2, number), $"{Pick(Fillers)} {Pick(main.Names)} {home.Name}", home.Code, Text(main, 25), ["wise"], [], now.AddDays(-random.Next(400)), offers);
    }

    private MatchNeed Need(int number)
    {
        var trade = trades[random.Next(trades.Count)];
        var situation = random.Next(3) == 0 && trade.Situations.Count > 0;
        return new(Guid(1, number), Place().Code, situation ? Pick(trade.Situations) : Pick(trade.Names),
            situation ? $"{Pick(trade.Situations)} {Fill(20)}" : Text(trade, 35), situation ? [] : Codes(trade), "service", 50_000 * random.Next(1, 40), 12, []);
    }

    private string Text(Trade trade, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(i => random.Next(3) == 0 && trade.Words.Count > 0 ? Pick(trade.Words) : random.Next(8) == 0 ? Pick(trade.Names) : Pick(Fillers)));

    private string Fill(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Pick(Fillers)));

    private List<string> Codes(Trade trade) => trade.Codes.Count == 0 || random.Next(4) == 0 ? [] : [Pick(trade.Codes).PadRight(8, '0')];

    private MatchPlace Place() => places[random.Next(places.Count)];

    private string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];

    private static Guid Guid(byte kind, int number) => new(number, 0, 0, kind, 0, 0, 0, 0, 0, 0, 0);
}
