using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Knowledge.Cases;

internal static class CaseEndpoints
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapGet("/", ListCases.Handle).WithName("ListCases").WithSummary("Lärande exempel");
        cases.MapGet("/{idOrSlug}", GetCase.Handle).WithName("GetCase").WithSummary("Ett exempel").Fails(CaseErrors.NotFound);
        cases.MapGet("/{idOrSlug}/html", GetCase.Html).WithName("GetCaseHtml").WithSummary("Exemplet som HTML")
            .Produces<string>(StatusCodes.Status200OK, "text/html").Fails(CaseErrors.NotFound);
        cases.MapPost("/", BeginCase.Handle).WithName("BeginCase").WithSummary("Börja ett exempel från er samverkan").Idempotent<KnowledgeDb>()
            .Fails(CommonErrors.Invalid, CaseErrors.NotYours, CaseErrors.NoCollaboration);
        cases.MapPut("/{id:guid}", ReviseCase.Handle).WithName("ReviseCase").WithSummary("Skriv utkastet").Changes(CaseErrors.NotDraft);
        cases.MapPost("/{id:guid}/approval", ApproveCase.Handle).WithName("ApproveCase").WithSummary("Godkänn texten för er del")
            .Changes(CaseErrors.NotDraft, CaseErrors.NotWhole);
        cases.MapPost("/{id:guid}/publication", PublishCase.Handle).WithName("PublishCase").WithSummary("Publicera").Changes(CaseErrors.NotInReview);
        cases.MapPost("/{id:guid}/return", SendBackCase.Handle).WithName("SendBackCase").WithSummary("Skicka tillbaka med en kommentar")
            .Changes(CaseErrors.NotInReview);
        cases.MapPost("/{id:guid}/withdrawal", WithdrawCase.Handle).WithName("WithdrawCase").WithSummary("Ta tillbaka").Changes(CaseErrors.Withdrawn);
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [CaseErrors.NotFound, CaseErrors.NotYours, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race, .. errors]);
}
