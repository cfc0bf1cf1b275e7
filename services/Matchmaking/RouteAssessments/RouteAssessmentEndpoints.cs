using Matchmaking.Data;
using Matchmaking.Deals;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.RouteAssessments;

internal static class RouteAssessmentEndpoints
{
    public static void MapRouteAssessments(this RouteGroupBuilder api)
    {
        var ofDeal = api.MapGroup("/deals/{id:guid}/route-assessments").WithTags("route-assessments");
        ofDeal.MapGet("/", ListAssessments.Handle).RequireAuthorization(Scopes.ReadPolicy).WithName("ListRouteAssessments")
            .WithSummary("Affärens vägval, för kommunen").Fails(DealErrors.NotFound);
        ofDeal.MapPost("/", KeepAssessment.Handle).Idempotent<MatchmakingDb>().WithName("KeepRouteAssessment")
            .WithSummary("Gör vägvalet och spara det med affären: uppgifter, regelversioner, svar, vem och när")
            .Fails(CommonErrors.Invalid, DealErrors.MunicipalityOnly, DealErrors.NotFound);
        ofDeal.MapGet("/{assessmentId:guid}/document", ListAssessments.HandleDocument).RequireAuthorization(Scopes.ReadPolicy).WithName("PrintRouteAssessment")
            .WithSummary("Ett sparat vägval som dokument att skriva ut (Markdown)").Fails(DealErrors.NotFound);
        api.MapGet("/route-assessments/changed", ListAssessments.HandleChanged).RequireAuthorization(Scopes.ReadPolicy).WithTags("route-assessments")
            .WithName("ListChangedRouteAssessments").WithSummary("Kommunens vägval och öppna behov som ändrade regler svarar annorlunda på")
            .Fails(DealErrors.MunicipalityOnly);
    }
}
