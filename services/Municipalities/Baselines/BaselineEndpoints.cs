using Municipalities.Register;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Baselines;

internal static class BaselineEndpoints
{
    public static void MapBaselines(this RouteGroupBuilder api)
    {
        api.MapGet("/baseline-dimensions", () => TypedResults.Ok(Dimensions.All)).WithName("ListDimensions").WithTags("baselines")
            .WithSummary("De åtta delarna och deras nivåer / The eight dimensions and their levels");
        api.MapGet("/municipalities/{code}/baseline-history", GetHistory.Handle).WithName("GetBaselineHistory").WithTags("baselines")
            .WithSummary("Utgångsläget över tid / Baselines over time").Fails(MunicipalityEndpoints.NotFound);

        var baselines = api.MapGroup("/baselines").WithTags("baselines");
        baselines.MapGet("/", ListBaselines.Handle).WithName("ListBaselines").WithSummary("Utgångslägen / List baselines").Fails(CommonErrors.Invalid);
        baselines.MapGet("/{id:guid}", GetBaseline.Handle).WithName("GetBaseline").WithSummary("Ett utgångsläge / Get a baseline").Fails(BaselineErrors.NotFound);
        baselines.MapPost("/", OpenBaseline.Handle).WithName("OpenBaseline").WithSummary("Öppna en omgång / Open a round")
            .Fails(CommonErrors.Invalid, BaselineErrors.NotALead, BaselineErrors.OpenAlready).Idempotent<MunicipalitiesDb>();
        baselines.MapGet("/{id:guid}/answer", AnswerBaseline.Read).WithName("GetOwnAnswer").WithSummary("Mina svar / One's own answers")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(BaselineErrors.NotFound);
        baselines.MapPut("/{id:guid}/answer", AnswerBaseline.Handle).WithName("AnswerBaseline").WithSummary("Svara / Answer for oneself")
            .Fails(CommonErrors.Invalid, BaselineErrors.Twice, BaselineErrors.NotFound, BaselineErrors.NotYours, BaselineErrors.NotOpen);
        baselines.MapPost("/{id:guid}/closure", CloseBaseline.Handle).WithName("CloseBaseline").WithSummary("Stäng omgången / Close the round")
            .Changes(BaselineErrors.NotOpen, BaselineErrors.NoAnswers);
        baselines.MapPost("/{id:guid}/withdrawal", WithdrawBaseline.Handle).WithName("WithdrawBaseline").WithSummary("Ta tillbaka omgången / Withdraw an open round")
            .Changes(BaselineErrors.NotOpen);
        baselines.MapPut("/{id:guid}/sharing", ShareBaseline.Handle).WithName("ShareBaseline").WithSummary("Välj vad som delas / Choose what is shared")
            .Changes(BaselineErrors.NotClosed, CommonErrors.Invalid);
        baselines.MapPut("/{id:guid}/support-wishes", WishSupport.Handle).WithName("WishSupport").WithSummary("Önska stöd / Wish for support")
            .Changes(BaselineErrors.NotOpen, CommonErrors.Invalid);
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [BaselineErrors.NotFound, BaselineErrors.NotYours, BaselineErrors.NotALead, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race, .. errors]);
}
