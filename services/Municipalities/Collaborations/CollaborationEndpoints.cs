using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Collaborations;

internal static class CollaborationEndpoints
{
    public static void MapCollaborations(this RouteGroupBuilder api)
    {
        var collaborations = api.MapGroup("/collaborations").WithTags("collaborations");
        collaborations.MapGet("/", ListCollaborations.Handle).WithName("ListCollaborations").WithSummary("Samverkansstrukturer / List collaborations").Fails(CommonErrors.Invalid);
        collaborations.MapGet("/{id:guid}", GetCollaboration.Handle).WithName("GetCollaboration").WithSummary("En samverkansstruktur / Get a collaboration").Fails(CollaborationErrors.NotFound);
        collaborations.MapGet("/{id:guid}/versions", ListVersions.Handle).WithName("ListCollaborationVersions").WithSummary("Tidigare versioner / Versions")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(CollaborationErrors.NotFound);
        collaborations.MapGet("/{id:guid}/comparison", CompareWithOrigin.Handle).WithName("CompareWithOrigin").WithSummary("Jämför med modellen / Compare with the model")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(CollaborationErrors.NotFound, CollaborationErrors.NoOrigin, CollaborationErrors.OriginGone);
        collaborations.MapGet("/{id:guid}/sustainability", GetSustainability.Handle).WithName("GetSustainability").WithSummary("Är den hållbar? / Is it sustainable?")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(CollaborationErrors.NotFound);

        collaborations.MapPost("/", BeginCollaboration.Handle).WithName("BeginCollaboration").WithSummary("Ny samverkansstruktur / Begin a collaboration")
            .Fails(CommonErrors.Invalid, CollaborationErrors.NotALead).Idempotent<MunicipalitiesDb>();
        collaborations.MapPost("/{id:guid}/adoption", AdoptCollaboration.Handle).WithName("AdoptCollaboration").WithSummary("Utgå från modellen / Adopt the model")
            .Fails(CollaborationErrors.NotALead, CollaborationErrors.NotFound, CollaborationErrors.NotAModel, CollaborationErrors.OwnModel).Idempotent<MunicipalitiesDb>();
        collaborations.MapPut("/{id:guid}", ReviseCollaboration.Handle).WithName("ReviseCollaboration").WithSummary("Ändra / Revise").Changes(CommonErrors.Invalid);
        collaborations.MapPut("/{id:guid}/sharing", ShareCollaboration.Handle).WithName("ShareCollaboration").WithSummary("Dela, som modell om ni vill / Share, as a model if wanted")
            .Changes(CollaborationErrors.ModelNotShared);
        collaborations.MapPut("/{id:guid}/results", TellResults.Handle).WithName("TellResults").WithSummary("Berätta vad den lett till / Tell the results").Changes(CommonErrors.Invalid);
        collaborations.MapPut("/{id:guid}/origin-version", TakeFromOrigin.Handle).WithName("TakeFromOrigin").WithSummary("Ta över från modellen / Take from the model")
            .Changes(CommonErrors.Invalid, CollaborationErrors.NoOrigin, CollaborationErrors.OriginGone, CollaborationErrors.UnknownField);
        collaborations.MapPost("/{id:guid}/sustainability-checks", CheckSustainability.Handle).WithName("CheckSustainability").WithSummary("Kontrollera hållbarheten / Check sustainability")
            .Changes();
        collaborations.MapPost("/{id:guid}/withdrawal", WithdrawCollaboration.Handle).WithName("WithdrawCollaboration").WithSummary("Avsluta / Withdraw").Changes();
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [CollaborationErrors.NotFound, CollaborationErrors.NotYours, CollaborationErrors.NotALead, CollaborationErrors.Withdrawn,
            CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race, .. errors]);
}
