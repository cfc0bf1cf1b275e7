using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Knowledge.Cases;

/// <summary>Writes a draft anew. Both sides may, and both must then approve the new text.</summary>
internal static class ReviseCase
{
    /// <summary>The whole new text.</summary>
    public sealed record Request : CaseText;

    public static Task<Results<Ok<CaseChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, c => c.IsBuyer(user) || c.IsSupplier(user), c => c.Revise(request), stop);
}

/// <summary>One side stands behind the text as it is.</summary>
internal static class ApproveCase
{
    public static Task<Results<Ok<CaseChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, c => c.IsBuyer(user) || c.IsSupplier(user), c => c.Approve(c.IsBuyer(user)), stop);
}

/// <summary>Makes a case public when the network lead has read it.</summary>
internal static class PublishCase
{
    public static Task<Results<Ok<CaseChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, _ => user.HasRole(Roles.NetworkLead), c => c.Publish(clock.GetUtcNow()), stop);
}

/// <summary>Sends a case back to its writers.</summary>
internal static class SendBackCase
{
    /// <summary>What is missing.</summary>
    /// <param name="Comment">For the writers.</param>
    public sealed record Request([Required(ErrorMessage = "Skriv vad som saknas."), MaxLength(2000, ErrorMessage = "Högst 2 000 tecken.")] string Comment);

    public static Task<Results<Ok<CaseChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, _ => user.HasRole(Roles.NetworkLead), c => c.SendBack(request.Comment), stop);
}

/// <summary>Takes a case back. Either side may: it is about them.</summary>
internal static class WithdrawCase
{
    public static Task<Results<Ok<CaseChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, c => user.HasRole(Roles.NetworkLead) || c.IsBuyer(user) || c.IsSupplier(user), c => c.Withdraw(), stop);
}
