using ServiceDefaults.Rules;
using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Dialogues;

/// <summary>The municipality answers; the enterprise takes its question back.</summary>
internal static class MoveQuestion
{
    /// <param name="Answer">For all to see.</param>
    public sealed record Reply([property: Required(ErrorMessage = "Skriv svaret."), MaxLength(4000, ErrorMessage = "Högst 4 000 tecken."), NoPersonalNumber] string Answer);

    public static Task<Results<Ok<QuestionView>, ProblemHttpResult>> HandleAnswer(
        Guid id, Reply request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop) =>
        Move(id, ifMatch, user, question => question.MunicipalityCode == user.Buyer(), DialogueErrors.MunicipalityOnly,
            question => question.Reply(request.Answer.Trim(), clock.Moment()), db, stop);

    public static Task<Results<Ok<QuestionView>, ProblemHttpResult>> HandleWithdraw(
        Guid id, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        Move(id, ifMatch, user, question => question.EnterpriseId == user.Supplier(), DialogueErrors.EnterpriseOnly, question => question.Withdraw(), db, stop);

    internal static async Task<Results<Ok<QuestionView>, ProblemHttpResult>> Move(
        Guid id, IfMatch ifMatch, CurrentUser user, Func<Question, bool> may, Error mayNot, Func<Question, Error?> move, MatchmakingDb db, CancellationToken stop)
    {
        var question = await db.Questions.VisibleTo(user).SingleOrDefaultAsync(stored => stored.Id == id, stop);
        if (question is null) return DialogueErrors.QuestionNotFound.Result();
        if (!may(question)) return mayNot.Result();
        if (ifMatch.Refuses(question.Version) is { } stale) return stale;
        if (move(question) is { } refused) return refused.Result();

        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(QuestionView.From(user.Supplier()).Compile()(question));
    }
}
