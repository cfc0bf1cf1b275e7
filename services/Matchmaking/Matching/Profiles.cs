using System.IO.Hashing;
using System.Text;
using Matchmaking.Matching.Vocabulary;

namespace Matchmaking.Matching;

/// <summary>A text of one side, read and ready to be compared.</summary>
/// <param name="Trades">Trade and strength, strongest first. Of a need: its share of what is asked (at most 1 in all). Of an offer: how sure it is, 0 to 1.</param>
/// <param name="Words">Words as numbers, ascending, and their weights.</param>
/// <param name="Codes">CPV codes without the zeros that fill them up.</param>
/// <param name="Said">The words behind the trades, weightiest first.</param>
public sealed record Profile((int Trade, float Strength)[] Trades, (uint Word, float Weight)[] Words, string[] Codes, Evidence[] Said);

/// <summary>A need, read.</summary>
/// <param name="Need">The need.</param>
/// <param name="Text">What it asks for.</param>
/// <param name="Place">Number of its municipality.</param>
/// <param name="ForGroup">The service itself is bought for a certain group of people.</param>
public sealed record NeedProfile(MatchNeed Need, Profile Text, int Place, bool ForGroup)
{
    /// <summary>The value as a number that is quick to divide; NaN when unknown.</summary>
    public double Value { get; } = Need.ValueSek is { } value and > 0 ? (double)value : double.NaN;

    /// <summary>Number of the last day on which an enterprise can answer.</summary>
    public int LastDay { get; } = (Need.AnswerBy ?? DateOnly.MaxValue).DayNumber;
}

/// <summary>An offer of an enterprise, read.</summary>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Text">What it offers.</param>
/// <param name="Area">Where.</param>
public sealed record OfferProfile(MatchEnterprise Enterprise, MatchOffer Offer, Profile Text, Area Area)
{
    /// <summary>When the profile was last confirmed.</summary>
    public DateTimeOffset ConfirmedAt { get; } = Enterprise.ConfirmedAt;

    /// <summary>The largest contract as a number that is quick to divide; NaN when not stated.</summary>
    public double Largest { get; } = Offer.MaxContractSek is { } largest ? (double)largest : double.NaN;
}

/// <summary>Reads needs and offers.</summary>
public sealed class Profiler(TradeWords vocabulary)
{
    private const int SaidKept = 10;
    private const float LeastShare = 0.05f, HalfSure = 0.7f;

    private readonly TradeReader reader = new(vocabulary);

    /// <summary>Reads a need; its title tells most.</summary>
    public NeedProfile Read(MatchNeed need)
    {
        var reading = reader.Read(need.CpvCodes, asks: true, new WeighedText(need.Title, 1.6f), new WeighedText(need.Description, 1));
        var all = reading.Masses.Sum(m => m.Mass);
        var sharp = reading.Masses.Sum(m => Sharp(m.Mass));
        // Little recognised means little claimed: then the words in common decide.
        var sure = all / (all + 0.25f);
        var shares = reading.Masses.Select(m => (m.Trade, Strength: sure * Sharp(m.Mass) / sharp)).Where(t => t.Strength >= LeastShare).ToArray();
        var forGroup = shares.Length > 0 && vocabulary.Trades[shares[0].Trade].ForGroup;
        return new(need, Compact(shares, reading, need.CpvCodes), Area.Number(need.MunicipalityCode), forGroup);

        static float Sharp(float mass) => MathF.Pow(mass, 1.3f);
    }

    /// <summary>Reads an offer with what its enterprise says of itself.</summary>
    public OfferProfile Read(MatchEnterprise enterprise, MatchOffer offer)
    {
        var reading = reader.Read(offer.CpvCodes, asks: false,
            new(offer.Title, 1.4f), new(offer.Description, 1), new(enterprise.Name, 0.5f), new(enterprise.Presentation, 0.3f));
        var trades = reading.Masses.Select(m => (m.Trade, Strength: m.Mass / (m.Mass + HalfSure))).ToArray();
        return new(enterprise, offer, Compact(trades, reading, offer.CpvCodes), Area.Of(enterprise, offer));
    }

    private static Profile Compact((int, float)[] trades, Reading reading, IReadOnlyList<string> codes) => new(
        trades,
        [.. reading.Words.Where(w => w.Value > 0).Select(w => (Number(w.Key), w.Value)).OrderBy(w => w.Item1)],
        [.. codes.Select(Cpv.Significant)],
        [.. reading.Said.Take(SaidKept)]);

    /// <summary>A number for a word, the same in every process; two words in a million share one.</summary>
    private static uint Number(string stem) => XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(stem));
}
