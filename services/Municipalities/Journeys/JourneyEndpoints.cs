using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Journeys;

internal static class JourneyEndpoints
{
    public static void MapJourneys(this RouteGroupBuilder api)
    {
        api.MapGet("/journey-templates", () => TypedResults.Ok(JourneyTemplate.All)).WithName("ListJourneyTemplates").WithTags("journeys")
            .WithSummary("Mallar för utvecklingsresan / Templates of journeys");

        api.MapGet("/journeys", ListJourneys.Handle).WithName("ListJourneys").WithTags("journeys").WithSummary("Utvecklingsresorna / The journeys")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(CommonErrors.Invalid);

        var journeys = api.MapGroup("/municipalities/{code}/journey").WithTags("journeys");
        journeys.MapGet("/", GetJourney.Handle).WithName("GetJourney").WithSummary("Utvecklingsresan / The journey").Reads();
        journeys.MapGet("/next-step", GetNextStep.Handle).WithName("GetNextStep").WithSummary("Förslag på nästa steg / The next step").Reads(JourneyErrors.NoBaseline);
        journeys.MapGet("/proposals", ListProposals.Handle).WithName("ListProposals").WithSummary("Förslag från nätverkets möten / Proposals from meetings").Reads();

        journeys.MapPost("/", StartJourney.Handle).WithName("StartJourney").WithSummary("Börja resan / Begin the journey")
            .Fails(CommonErrors.Invalid, JourneyErrors.UnknownTemplate, JourneyErrors.NotALead, JourneyErrors.NotFound, JourneyErrors.Exists).Idempotent<MunicipalitiesDb>();
        journeys.MapPost("/goals", WriteGoal.Add).WithName("AddGoal").WithSummary("Nytt mål / Add a goal").Changes(CommonErrors.Invalid, JourneyErrors.TooMany);
        journeys.MapPut("/goals/{id:guid}", WriteGoal.Handle).WithName("ReviseGoal").WithSummary("Ändra målet / Revise a goal").Changes(CommonErrors.Invalid, JourneyErrors.GoalNotFound);
        journeys.MapPost("/actions", WriteAction.Add).WithName("AddAction").WithSummary("Ny åtgärd / Add an action")
            .Changes(CommonErrors.Invalid, JourneyErrors.UnknownGoal, JourneyErrors.TooMany);
        journeys.MapPut("/actions/{id:guid}", WriteAction.Handle).WithName("ReviseAction").WithSummary("Ändra åtgärden / Revise an action")
            .Changes(CommonErrors.Invalid, JourneyErrors.UnknownGoal, JourneyErrors.ActionNotFound, JourneyErrors.ActionEnded);
        journeys.MapPut("/actions/{id:guid}/status", MoveAction.Handle).WithName("MoveAction").WithSummary("Flytta åtgärden / Move an action")
            .Changes(CommonErrors.Invalid, JourneyErrors.EvidenceMissing, JourneyErrors.ActionNotFound, JourneyErrors.ActionEnded);
        journeys.MapPost("/notes", NoteJourney.Handle).WithName("NoteJourney").WithSummary("Skriv en rad / Write a line").Changes(CommonErrors.Invalid);
        journeys.MapPost("/proposals/{id:guid}/acceptance", AnswerProposal.Accept).WithName("AcceptProposal").WithSummary("Ta in förslaget / Accept a proposal")
            .Changes(JourneyErrors.ProposalNotFound, JourneyErrors.ProposalAnswered, JourneyErrors.TooMany);
        journeys.MapPost("/proposals/{id:guid}/refusal", AnswerProposal.Decline).WithName("DeclineProposal").WithSummary("Avböj förslaget / Decline a proposal")
            .Changes(JourneyErrors.ProposalNotFound, JourneyErrors.ProposalAnswered);
    }

    private static void Reads(this RouteHandlerBuilder endpoint, params Error[] errors) =>
        endpoint.RequireAuthorization(Scopes.ReadPolicy).Fails([JourneyErrors.NotFound, .. errors]);

    private static void Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [JourneyErrors.NotFound, JourneyErrors.NotALead, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race, .. errors]);
}
