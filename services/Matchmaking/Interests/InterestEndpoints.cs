using Matchmaking.Data;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.Interests;

internal static class InterestEndpoints
{
    public static void MapInterests(this RouteGroupBuilder api)
    {
        var interests = api.MapGroup("/interests").WithTags("interests");
        interests.MapGet("/", ListInterests.Handle).RequireAuthorization(Scopes.ReadPolicy).WithName("ListInterests")
            .WithSummary("Kommunens eller företagets intresseanmälningar");
        interests.MapGet("/{id:guid}", GetInterest.Handle).RequireAuthorization(Scopes.ReadPolicy).WithName("GetInterest")
            .WithSummary("En intresseanmälan, för dess två parter").Fails(InterestErrors.NotFound);
        interests.MapPost("/", SubmitInterest.Handle).Idempotent<MatchmakingDb>().WithName("SubmitInterest")
            .WithSummary("Anmäl intresse för ett behov")
            .WithDescription("En intresseanmälan är inget anbud: inget pris, ingen bindning. / An expression of interest, not a bid.")
            .Fails(InterestErrors.EnterpriseOnly, InterestErrors.NeedNotFound, InterestErrors.NeedClosed, InterestErrors.TooLate,
                InterestErrors.EnterpriseNotPublished, InterestErrors.AlreadySubmitted);
        interests.MapPost("/{id:guid}/dialogue", MoveInterest.HandleOpenDialogue).WithName("OpenDialogue")
            .WithSummary("Kommunen tar upp dialogen")
            .Fails([.. Moves, InterestErrors.MunicipalityOnly, InterestErrors.AlreadyInDialogue]);
        interests.MapPost("/{id:guid}/refusal", MoveInterest.HandleDecline).WithName("DeclineInterest")
            .WithSummary("Kommunen tackar nej, med skäl").Fails([.. Moves, InterestErrors.MunicipalityOnly]);
        interests.MapPost("/{id:guid}/withdrawal", MoveInterest.HandleWithdraw).WithName("WithdrawInterest")
            .WithSummary("Företaget drar tillbaka sin anmälan").Fails([.. Moves, InterestErrors.EnterpriseOnly]);
        interests.MapPost("/{id:guid}/confirmation", MoveInterest.HandleConfirm).WithName("ConfirmNoDeal")
            .WithSummary("Den andra parten säger om den ser skälet på samma sätt")
            .Fails([.. Moves, InterestErrors.StillOpen, InterestErrors.OwnReason, InterestErrors.AlreadyConfirmed]);
    }

    private static Error[] Moves =>
    [
        InterestErrors.NotFound, InterestErrors.Withdrawn, InterestErrors.Declined, InterestErrors.Agreed,
        CommonErrors.Stale, CommonErrors.IfMatchMissing, CommonErrors.Race,
    ];
}
