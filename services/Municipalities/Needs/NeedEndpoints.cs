using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Needs;

internal static class NeedEndpoints
{
    private static readonly Error[] Changing =
        [NeedErrors.NotFound, NeedErrors.NotYours, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race];

    public static void MapNeeds(this RouteGroupBuilder api)
    {
        var needs = api.MapGroup("/needs").WithTags("needs");
        needs.MapGet("/", ListNeeds.Handle).WithName("ListNeeds").WithSummary("Behov / List needs").Fails(CommonErrors.Invalid);
        needs.MapGet("/{id:guid}", GetNeed.Handle).WithName("GetNeed").WithSummary("Ett behov / Get a need").Fails(NeedErrors.NotFound);
        needs.MapPost("/", CreateNeed.Handle).WithName("CreateNeed").WithSummary("Nytt utkast / Draft a need")
            .Fails(CommonErrors.Invalid, NeedErrors.AnswerByPassed, NeedErrors.NotAMunicipality).Idempotent<MunicipalitiesDb>();
        needs.MapPut("/{id:guid}", ReviseNeed.Handle).WithName("ReviseNeed").WithSummary("Ändra / Revise")
            .Fails([.. Changing, CommonErrors.Invalid, NeedErrors.AnswerByPassed, NeedErrors.Incomplete, NeedErrors.NotRevisable]);
        needs.MapPost("/{id:guid}/publication", PublishNeed.Handle).WithName("PublishNeed").WithSummary("Publicera / Publish")
            .Fails([.. Changing, NeedErrors.NotDraft, NeedErrors.Incomplete, NeedErrors.AnswerByPassed]).Idempotent<MunicipalitiesDb>();
        needs.MapPost("/{id:guid}/dialogue", OpenDialogue.Handle).WithName("OpenDialogue").WithSummary("Öppna dialog / Open a dialogue")
            .Fails([.. Changing, NeedErrors.NotPublished]).Idempotent<MunicipalitiesDb>();
        needs.MapPost("/{id:guid}/closure", CloseNeed.Handle).WithName("CloseNeed").WithSummary("Avsluta / Close with an outcome")
            .Fails([.. Changing, CommonErrors.Invalid, NeedErrors.NotOpen]).Idempotent<MunicipalitiesDb>();
        needs.MapPost("/{id:guid}/withdrawal", WithdrawNeed.Handle).WithName("WithdrawNeed").WithSummary("Återkalla / Withdraw")
            .Fails([.. Changing, NeedErrors.NotWithdrawable]).Idempotent<MunicipalitiesDb>();
    }
}
