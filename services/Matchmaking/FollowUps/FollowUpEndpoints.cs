using Matchmaking.Data;
using Matchmaking.Deals;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.FollowUps;

internal static class FollowUpEndpoints
{
    public static void MapFollowUps(this RouteGroupBuilder api)
    {
        var followUps = api.MapGroup("/deals/{id:guid}/follow-ups").WithTags("follow-ups");
        followUps.MapGet("/", ListFollowUps.Handle).RequireAuthorization(Scopes.ReadPolicy).WithName("ListFollowUps")
            .WithSummary("Uppföljningar av en affär, för dess två parter").Fails(DealErrors.NotFound);
        followUps.MapPost("/", NoteFollowUp.Handle).Idempotent<MatchmakingDb>().WithName("NoteFollowUp")
            .WithSummary("Hur affären står: kommunen anger fakturerat, företaget årsarbetskrafter och personer")
            .Fails(DealErrors.NotFound, DealErrors.NotSigned, DealErrors.Withdrawn, FollowUpErrors.NotYours, FollowUpErrors.DayInvalid);
    }
}
