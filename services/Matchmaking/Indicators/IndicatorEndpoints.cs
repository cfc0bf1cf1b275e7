using ServiceDefaults;

namespace Matchmaking.Indicators;

internal static class IndicatorEndpoints
{
    public static void MapIndicators(this RouteGroupBuilder api)
    {
        var indicators = api.MapGroup("").WithTags("indicators");
        indicators.MapGet("/indicators", GetIndicators.Handle).WithName("GetIndicators")
            .WithSummary("Indikatorer A1–A6 och B1–B3, och varför intressen inte blev affär")
            .WithDescription("Behov och undertecknade affärer är publika en och en och visas som de är. Antal svar, personer och skäl till att det inte blev affär under 5 döljs, också mot differenser; "
                + "den egna kommunen ser sina tal. / Counts of answers, people and reasons for no deal below 5 are hidden, also against differencing.")
            .Fails(CommonErrors.Invalid);
        indicators.MapGet("/indicators.csv", GetIndicators.HandleCsv).WithName("GetIndicatorsCsv").WithSummary("Indikatorerna som CSV").Fails(CommonErrors.Invalid);
        indicators.MapGet("/statistics/municipalities/{code}/purchases/{year:int}", TellPurchases.HandleGet).RequireAuthorization(Scopes.ReadPolicy).WithName("GetPurchases")
            .WithSummary("Vad kommunen har angett att den köpte för under ett år").Fails(TellPurchases.OwnOnly, TellPurchases.NotTold);
        indicators.MapPut("/statistics/municipalities/{code}/purchases/{year:int}", TellPurchases.Handle).WithName("TellPurchases")
            .WithSummary("Kommunen anger vad den köpte för under ett år, som A3 jämför med").Fails(CommonErrors.Invalid, TellPurchases.OwnOnly, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race);
        indicators.MapGet("/statistics/municipalities/{code}/report", PrintReport.Handle).WithName("PrintReport")
            .WithSummary("En kommuns rapport på en sida, för utskrift").Produces<string>(200, "text/html").Fails(PrintReport.NotFound);
    }
}
