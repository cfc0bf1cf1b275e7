using System.ComponentModel.DataAnnotations;
using Matchmaking.Matching;
using Matchmaking.Matching.Vocabulary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaking.Trades;

/// <summary>
/// Which trades a text is about, so that nobody who describes a need must know a code. The same reading as the matching's; the text is
/// neither kept nor logged.
/// </summary>
internal static class ListTrades
{
    private const int Most = 5;

    /// <summary>A trade that the text says so much of beside the best one is always told.</summary>
    private const float Near = 0.5f;

    /// <summary>What is asked.</summary>
    public sealed record Question
    {
        /// <summary>The text in anybody's own words.</summary>
        [Required(ErrorMessage = "Skriv en text."), StringLength(3000, MinimumLength = 3, ErrorMessage = "Texten ska ha mellan 3 och 3 000 tecken.")]
        public string Text { get; init; } = "";
    }

    /// <summary>A trade.</summary>
    /// <param name="Key">Its name in the vocabulary.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="CpvCode">The CPV code that fits it best, eight digits; null when the trade has none.</param>
    /// <param name="CpvLabel">What the code is called in the official list where the operator has imported it, else the trade's name; null without a code.</param>
    /// <param name="Share">How much of what the text says that speaks for it, 0 to 1.</param>
    /// <param name="Because">The words that spoke for it, as written.</param>
    public sealed record TradeView(string Key, string Name, string? CpvCode, string? CpvLabel, double Share, IReadOnlyList<string> Because);

    /// <summary>The answer.</summary>
    /// <param name="Items">The trades, the likeliest first; empty when the text speaks for none.</param>
    public sealed record Response(IReadOnlyList<TradeView> Items);

    public static Ok<Response> Handle(Question question, TradeWords vocabulary, MatchIndex index)
    {
        var reading = new TradeReader(vocabulary).Read([], asks: true, new WeighedText(question.Text, 1));
        var all = reading.Masses.Sum(mass => mass.Mass);
        return TypedResults.Ok(new Response([.. reading.Masses.Where(mass => mass.Mass >= Near * reading.Masses[0].Mass || HasOwn(reading, mass.Trade)).Take(Most).Select(mass =>
        {
            var trade = vocabulary.Trades[mass.Trade];
            var code = trade.Codes.Count == 0 ? null : trade.Codes[0].PadRight(8, '0');
            return new TradeView(trade.Key, trade.Label, code, code is null ? null : index.CodeName(code) ?? trade.Label,
                Math.Round(mass.Mass / all, 2), [.. reading.Said.Where(said => said.Trade == mass.Trade).Select(said => said.Surface).Distinct().Take(4)]);
        })]));
    }

    /// <summary>
    /// Whether something in the text is this trade's own: several words together, or two that no other trade explains better. One word of many meanings ("lagar")
    /// in a text that is about something else is no reason to propose a trade to somebody who has to choose.
    /// </summary>
    private static bool HasOwn(Reading reading, int trade)
    {
        var own = reading.Said.Where(said => said.Trade == trade && !reading.Said.Any(other => other.Trade != trade && other.Mass > said.Mass && Names(other.Surface, said.Surface)))
            .Select(said => said.Surface).Distinct().ToList();
        return own.Count > 1 || own.Exists(surface => surface.Contains(' ', StringComparison.Ordinal));
    }

    private static bool Names(string surface, string words) => words.Split(' ').All(surface.Split(' ').Contains);
}
