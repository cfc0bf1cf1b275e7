using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

/// <summary>Begins a collaboration in the lead's own municipality.</summary>
internal static class BeginCollaboration
{
    public static async Task<Results<Created<CollaborationView>, ProblemHttpResult>> Handle(
        CollaborationContent content, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        user.Leads() is { } municipality
            ? await Save(Collaboration.Begin(Guid.CreateVersion7(), municipality, content), db, clock, stop)
            : CollaborationErrors.NotALead.Result();

    public static async Task<Created<CollaborationView>> Save(Collaboration begun, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        db.Add(begun);
        db.Keep(begun, clock);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/municipalities/v1/collaborations/{begun.Id}", CollaborationView.Of(begun, begun.MunicipalityCode, clock.Today()));
    }
}

/// <summary>Starts a collaboration of one's own from another municipality's model.</summary>
internal static class AdoptCollaboration
{
    public static async Task<Results<Created<CollaborationView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Leads() is not { } municipality) return CollaborationErrors.NotALead.Result();
        var origin = await db.Collaborations.Where(CollaborationAccess.SeenBy(municipality)).SingleOrDefaultAsync(row => row.Id == id, stop);
        if (origin is null) return CollaborationErrors.NotFound.Result();
        var (adopted, error) = Collaboration.Adopt(Guid.CreateVersion7(), municipality, origin);
        return adopted is null ? error!.Result() : await BeginCollaboration.Save(adopted, db, clock, stop);
    }
}

/// <summary>Says how it is arranged now.</summary>
internal static class ReviseCollaboration
{
    public static Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Handle(
        Guid id, CollaborationContent content, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, row => row.Revise(content), stop);
}

/// <summary>Chooses whether others see it, and whether they are invited to start from it.</summary>
internal static class ShareCollaboration
{
    /// <summary>What holds from now on.</summary>
    /// <param name="Shared">True when everybody may see it.</param>
    /// <param name="Model">True when others are invited to start from it; it must then be shared.</param>
    public sealed record Request(bool Shared, bool Model);

    public static Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Handle(
        Guid id, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, row => row.Share(request.Shared, request.Model), stop);
}

/// <summary>Tells what it has led to.</summary>
internal static class TellResults
{
    /// <summary>The results.</summary>
    /// <param name="Results">In the municipality's own words; null or empty takes them away.</param>
    public sealed record Request([property: StringLength(4000, ErrorMessage = "Resultaten får ha högst 4 000 tecken."), NoPersonalNumber] string? Results);

    public static Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Handle(
        Guid id, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, row => row.TellResults(request.Results), stop);
}

/// <summary>Ends it; what was shared leaves a tombstone.</summary>
internal static class WithdrawCollaboration
{
    public static Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, row => row.Withdraw(), stop);
}
