using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Cases;

/// <summary>Begins a case about how a municipality works, from a collaboration that it shares. Begun already, it is answered with. A deal begins its own.</summary>
internal static class BeginCase
{
    /// <summary>Where it grows from.</summary>
    /// <param name="CollaborationId">A collaboration that the caller's municipality shares.</param>
    public sealed record Request(Guid CollaborationId);

    public static async Task<Results<Created<CaseChangedView>, Ok<CaseChangedView>, ProblemHttpResult>> Handle(Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!user.HasRole(Roles.DevelopmentLead) || user.MunicipalityCode is not { } code) return CaseErrors.NotYours.Result();
        var collaboration = await db.Collaborations.SingleOrDefaultAsync(c => c.Id == request.CollaborationId && c.MunicipalityCode == code && !c.Withdrawn, stop);
        if (collaboration is null) return CaseErrors.NoCollaboration.Result();
        if (await db.Cases.SingleOrDefaultAsync(c => c.CollaborationId == collaboration.Id, stop) is { } begun) return TypedResults.Ok(View(begun));
        var name = await db.Municipalities.Where(m => m.Code == code).Select(m => m.Name).SingleOrDefaultAsync(stop);
        var draft = Case.From(collaboration, name ?? code, clock.GetUtcNow());
        db.Add(draft);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/knowledge/v1/cases/{draft.Id}", View(draft));
    }

    private static CaseChangedView View(Case draft) => new(draft.Id, draft.Slug, draft.Status, draft.BuyerApproved, draft.SupplierApproved, draft.Version);
}
