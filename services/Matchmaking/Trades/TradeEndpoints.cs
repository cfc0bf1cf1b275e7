using Matchmaking.Matching;
using ServiceDefaults;

namespace Matchmaking.Trades;

internal static class TradeEndpoints
{
    public static void AddTrades(this WebApplicationBuilder builder) => builder.Services.AddSingleton(_ => MatchIndex.BuiltInVocabulary);

    // A POST that reads: a description is too long for an address, and addresses are logged (national REST profile, MOG.03).
    public static void MapTrades(this RouteGroupBuilder api) =>
        api.MapPost("/trade-readings", ListTrades.Handle).AllowAnonymous().WithTags("trades").WithName("ListTrades").Fails(CommonErrors.Invalid)
            .WithSummary("Yrken som en text handlar om / Trades that a text is about")
            .WithDescription("Läser vilka yrken en text handlar om, med CPV-kod, utan att något sparas. / Reads which trades a text is about, with CPV codes, storing nothing.");
}
