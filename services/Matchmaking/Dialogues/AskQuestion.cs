using ServiceDefaults.Rules;
using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Dialogues;

/// <summary>A published enterprise asks about an open need.</summary>
internal static class AskQuestion
{
    /// <param name="Text">The question. It becomes public with the answer, so it should not tell who asks.</param>
    public sealed record Request([property: Required(ErrorMessage = "Skriv frågan."), MaxLength(2000, ErrorMessage = "Högst 2 000 tecken."), NoPersonalNumber] string Text);

    public static async Task<Results<Created<QuestionView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Supplier() is not { } supplier || !await db.Enterprises.AnyAsync(enterprise => enterprise.Id == supplier && !enterprise.Withdrawn, stop))
            return DialogueErrors.EnterpriseOnly.Result();
        var need = await db.Needs.FindAsync([id], stop);
        if (need is null or { Withdrawn: true }) return DialogueErrors.NeedNotFound.Result();
        if (!need.IsOpen) return DialogueErrors.NeedClosed.Result();
        if (need.AnswerBy < clock.Today()) return DialogueErrors.TooLate.Result();

        var question = Question.Ask(need, supplier, request.Text.Trim(), clock.Moment());
        db.Add(question);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/matchmaking/v1/questions/{question.Id}", QuestionView.From(supplier).Compile()(question));
    }
}
