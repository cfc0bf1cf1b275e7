using ServiceDefaults;

namespace Matchmaking.Routes;

/// <summary>The vägval over HTTP.</summary>
internal static class RouteEndpoints
{
    public static void MapRoutes(this RouteGroupBuilder api)
    {
        var assessments = api.MapGroup("/route-assessments").WithTags("route-assessments");
        // A POST that reads: the facts are too many for a query, and nothing is stored (national REST profile, MOG.03).
        assessments.MapPost("/", AssessRoutes.Handle).AllowAnonymous().Fails(CommonErrors.Invalid).WithName("AssessRoutes")
            .WithSummary("Vägval för ett behov / Legal routes for a need")
            .WithDescription("Prövar vilka vägar lagen öppnar, utan att något sparas. Ett fält som utelämnas är inte aktuellt; null betyder okänt. " +
                "/ Assesses the legal routes without storing anything. A member left out is not at issue; null means unknown.");
        assessments.MapPost("/document", PrintRoutes.Handle).AllowAnonymous().Fails(CommonErrors.Invalid).WithName("PrintRoutes")
            .WithSummary("Vägvalet som dokumentation / The assessment as a document")
            .WithDescription("Samma prövning som utskrivbar text (Markdown), den dokumentation som lagen kräver över 100 000 kr. " +
                "/ The same assessment as printable Markdown.");
    }
}
