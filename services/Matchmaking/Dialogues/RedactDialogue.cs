using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Dialogues;

/// <summary>The municipality takes away words that should not be there. What is left tells that it did, and when.</summary>
internal static class RedactDialogue
{
    public static async Task<Results<Ok<QuestionView>, ProblemHttpResult>> HandleQuestion(
        Guid id, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        var mark = await Mark(user, db, clock, stop);
        return await MoveQuestion.Move(id, ifMatch, user, question => question.MunicipalityCode == user.Buyer(), DialogueErrors.MunicipalityOnly, question => question.Redact(mark), db, stop);
    }

    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> HandleMeeting(
        Guid id, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(stored => stored.Id == id, stop);
        if (meeting is null) return DialogueErrors.MeetingNotFound.Result();
        if (meeting.MunicipalityCode != user.Buyer()) return DialogueErrors.MunicipalityOnly.Result();
        if (ifMatch.Refuses(meeting.Version) is { } stale) return stale;
        meeting.Redact(await Mark(user, db, clock, stop));

        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(MeetingView.From.Compile()(meeting));
    }

    private static async Task<string> Mark(CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        var code = user.Buyer();
        var name = await db.Municipalities.Where(place => place.Code == code).Select(place => place.Name).SingleOrDefaultAsync(stop);
        return $"Texten togs bort den {clock.Today().Written()} av kommunen ({name ?? code}).";
    }
}
