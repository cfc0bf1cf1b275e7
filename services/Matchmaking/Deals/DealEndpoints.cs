using Matchmaking.Data;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.Deals;

internal static class DealEndpoints
{
    public static void MapDeals(this RouteGroupBuilder api)
    {
        var deals = api.MapGroup("/deals").WithTags("deals");
        deals.MapGet("/", ListDeals.Handle).RequireAuthorization(Scopes.ReadPolicy).WithName("ListDeals")
            .WithSummary("Kommunens eller företagets affärer");
        deals.MapGet("/{id:guid}", GetDeal.Handle).RequireAuthorization(Scopes.ReadPolicy).WithName("GetDeal")
            .WithSummary("En affär, för dess två parter").Fails(DealErrors.NotFound);
        deals.MapPost("/", DraftDeal.Handle).Idempotent<MatchmakingDb>().WithName("DraftDeal")
            .WithSummary("Börja en affär, ur en intresseanmälan eller direkt")
            .Fails(DealErrors.MunicipalityOnly, DealErrors.InterestNotFound, DealErrors.InterestNotOpen, DealErrors.NeedNotFound,
                DealErrors.NeedClosed, DealErrors.EnterpriseNotPublished, DealErrors.AlreadyDrafted);
        deals.MapPost("/{id:guid}/signature", SignDeal.Handle).WithName("SignDeal")
            .WithSummary("Registrera att båda har undertecknat; affären blir publik")
            .Fails([.. Changes, DealErrors.TermsInvalid, DealErrors.AlreadySigned, DealErrors.InterestNotOpen]);
        deals.MapPut("/{id:guid}", ChangeDeal.HandleRevise).WithName("ReviseDeal")
            .WithSummary("Rätta det avtalade eller registrera ett tillägg, också sedan affären har slutat")
            .Fails(DealErrors.NotFound, DealErrors.MunicipalityOnly, DealErrors.TermsInvalid, DealErrors.NotSigned, DealErrors.Withdrawn, CommonErrors.Stale, CommonErrors.IfMatchMissing, CommonErrors.Race);
        deals.MapPost("/{id:guid}/completion", ChangeDeal.HandleComplete).WithName("CompleteDeal")
            .WithSummary("Levererad som avtalat").Fails([.. Changes, DealErrors.TermsInvalid, DealErrors.NotSigned]);
        deals.MapPost("/{id:guid}/termination", ChangeDeal.HandleEnd).WithName("EndDeal")
            .WithSummary("Avslutad i förtid, med skäl").Fails([.. Changes, DealErrors.TermsInvalid, DealErrors.NotSigned]);
        deals.MapPost("/{id:guid}/confirmation", ConfirmDeal.Handle).WithName("ConfirmDeal")
            .WithSummary("Företaget säger om det ser slutet på samma sätt")
            .Fails(DealErrors.NotFound, DealErrors.EnterpriseOnly, DealErrors.NotClosed, DealErrors.Withdrawn, DealErrors.AlreadyConfirmed,
                CommonErrors.Stale, CommonErrors.IfMatchMissing, CommonErrors.Race);
        deals.MapPost("/{id:guid}/withdrawal", WithdrawDeal.Handle).WithName("WithdrawDeal")
            .WithSummary("Återta ett utkast eller en affär som registrerats av misstag").Fails([DealErrors.NotFound, DealErrors.MunicipalityOnly, DealErrors.Withdrawn, DealErrors.TermsInvalid, CommonErrors.Stale, CommonErrors.IfMatchMissing, CommonErrors.Race]);
    }

    private static Error[] Changes =>
    [
        DealErrors.NotFound, DealErrors.MunicipalityOnly, DealErrors.Completed, DealErrors.Ended, DealErrors.Withdrawn,
        CommonErrors.Stale, CommonErrors.IfMatchMissing, CommonErrors.Race,
    ];
}
