using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Agreements;

internal static class AgreementEndpoints
{
    public static void MapAgreements(this RouteGroupBuilder api)
    {
        var agreements = api.MapGroup("/agreements").WithTags("agreements");
        agreements.MapGet("/", ListAgreements.Handle).WithName("ListAgreements").WithSummary("Överenskommelser som inte är köp / Agreements that are no purchases").Fails(CommonErrors.Invalid);
        agreements.MapGet("/{id:guid}", GetAgreement.Handle).WithName("GetAgreement").WithSummary("En överenskommelse / Get an agreement").Fails(AgreementErrors.NotFound);
        agreements.MapPost("/", DraftAgreement.Handle).WithName("DraftAgreement").WithSummary("Nytt utkast / Draft an agreement")
            .Fails(CommonErrors.Invalid, AgreementErrors.EndsBeforeStart, AgreementErrors.ReviewAfterEnd, AgreementErrors.NotALead).Idempotent<MunicipalitiesDb>();
        agreements.MapPut("/{id:guid}", ReviseAgreement.Handle).WithName("ReviseAgreement").WithSummary("Ändra utkastet / Revise the draft")
            .Changes(CommonErrors.Invalid, AgreementErrors.EndsBeforeStart, AgreementErrors.ReviewAfterEnd, AgreementErrors.NotDraft);
        agreements.MapPost("/{id:guid}/signature", MoveAgreement.Sign).WithName("SignAgreement").WithSummary("Undertecknad / Sign").Changes(AgreementErrors.NotDraft);
        agreements.MapPost("/{id:guid}/reviews", MoveAgreement.LookAt).WithName("ReviewAgreement").WithSummary("Översyn / Review")
            .Changes(CommonErrors.Invalid, AgreementErrors.NotInForce, AgreementErrors.ReviewBeforeToday, AgreementErrors.ReviewAfterEnd);
        agreements.MapPut("/{id:guid}/sharing", MoveAgreement.Share).WithName("ShareAgreement").WithSummary("Dela / Share").Changes();
        agreements.MapPost("/{id:guid}/termination", MoveAgreement.Terminate).WithName("EndAgreement").WithSummary("Avsluta / End").Changes(CommonErrors.Invalid, AgreementErrors.EndedAlready);
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [AgreementErrors.NotFound, AgreementErrors.NotYours, AgreementErrors.NotALead, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race, .. errors]);
}
