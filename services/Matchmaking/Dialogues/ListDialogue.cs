using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Dialogues;

/// <summary>What has been asked and said about a need, open to all.</summary>
internal static class ListDialogue
{
    public static async Task<Results<Ok<Page<QuestionView>>, ProblemHttpResult>> HandleQuestions(
        Guid id, [AsParameters] Paging paging, CurrentUser user, MatchmakingDb db, HttpRequest request, CancellationToken stop) =>
        await IsPublic(id, db, stop)
            ? TypedResults.Ok(await db.Questions.VisibleTo(user).Where(question => question.NeedId == id && !question.Withdrawn)
                .OrderBy(question => question.AskedAt).ThenBy(question => question.Id)
                .Select(QuestionView.From(user.Supplier())).ToPageAsync(paging, request, stop))
            : DialogueErrors.NeedNotFound.Result();

    public static async Task<Results<Ok<Page<MeetingView>>, ProblemHttpResult>> HandleMeetings(
        Guid id, [AsParameters] Paging paging, MatchmakingDb db, HttpRequest request, CancellationToken stop) =>
        await IsPublic(id, db, stop)
            ? TypedResults.Ok(await db.Meetings.Where(meeting => meeting.NeedId == id)
                .OrderBy(meeting => meeting.HeldOn).ThenBy(meeting => meeting.Id)
                .Select(MeetingView.From).ToPageAsync(paging, request, stop))
            : DialogueErrors.NeedNotFound.Result();

    private static Task<bool> IsPublic(Guid id, MatchmakingDb db, CancellationToken stop) =>
        db.Needs.AnyAsync(need => need.Id == id && !need.Withdrawn, stop);
}
