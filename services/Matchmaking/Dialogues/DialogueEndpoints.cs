using Matchmaking.Data;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.Dialogues;

internal static class DialogueEndpoints
{
    public static void MapDialogues(this RouteGroupBuilder api)
    {
        var dialogue = api.MapGroup("").WithTags("dialogue");
        dialogue.MapGet("/needs/{id:guid}/questions", ListDialogue.HandleQuestions).WithName("ListQuestions")
            .WithSummary("Frågor och svar om ett behov, för alla").Fails(DialogueErrors.NeedNotFound);
        dialogue.MapPost("/needs/{id:guid}/questions", AskQuestion.Handle).Idempotent<MatchmakingDb>().WithName("AskQuestion")
            .WithSummary("Ställ en fråga; den blir synlig för alla med svaret, utan avsändare")
            .Fails(DialogueErrors.EnterpriseOnly, DialogueErrors.NeedNotFound, DialogueErrors.NeedClosed, DialogueErrors.TooLate);
        dialogue.MapPost("/questions/{id:guid}/answer", MoveQuestion.HandleAnswer).WithName("AnswerQuestion")
            .WithSummary("Svara för alla, eller rätta svaret").Fails([.. Moves, DialogueErrors.MunicipalityOnly]);
        dialogue.MapPost("/questions/{id:guid}/withdrawal", MoveQuestion.HandleWithdraw).WithName("WithdrawQuestion")
            .WithSummary("Dra tillbaka en obesvarad fråga").Fails([.. Moves, DialogueErrors.EnterpriseOnly, DialogueErrors.QuestionAnswered]);
        dialogue.MapPost("/questions/{id:guid}/redaction", RedactDialogue.HandleQuestion).WithName("RedactQuestion")
            .WithSummary("Ta bort texten i en besvarad fråga och dess svar; att den ställdes står kvar").Fails([.. Moves, DialogueErrors.MunicipalityOnly, DialogueErrors.QuestionUnanswered]);
        dialogue.MapPost("/meetings/{id:guid}/redaction", RedactDialogue.HandleMeeting).WithName("RedactMeeting")
            .WithSummary("Ta bort texten i en mötesanteckning; att mötet hölls står kvar")
            .Fails(DialogueErrors.MeetingNotFound, DialogueErrors.MunicipalityOnly, CommonErrors.Stale, CommonErrors.IfMatchMissing, CommonErrors.Race);
        dialogue.MapGet("/needs/{id:guid}/meetings", ListDialogue.HandleMeetings).WithName("ListMeetings")
            .WithSummary("Vad som sagts på möten om ett behov, för alla").Fails(DialogueErrors.NeedNotFound);
        dialogue.MapPost("/needs/{id:guid}/meetings", NoteMeeting.Handle).Idempotent<MatchmakingDb>().WithName("NoteMeeting")
            .WithSummary("Anteckna ett möte").Fails(DialogueErrors.MunicipalityOnly, DialogueErrors.NeedNotFound, DialogueErrors.MeetingInFuture);
    }

    private static Error[] Moves =>
        [DialogueErrors.QuestionNotFound, DialogueErrors.QuestionWithdrawn, CommonErrors.Stale, CommonErrors.IfMatchMissing, CommonErrors.Race];
}
