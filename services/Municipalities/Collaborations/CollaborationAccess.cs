using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

/// <summary>Who sees and changes which collaborations: the municipality's people see its own, its development lead changes them, everybody sees what is shared.</summary>
internal static class CollaborationAccess
{
    public static Expression<Func<Collaboration, bool>> SeenBy(string? municipality) => row => row.IsShared || row.MunicipalityCode == municipality;

    /// <summary>The one that is about to be changed, or why it may not be.</summary>
    public static async Task<(Collaboration? Found, ProblemHttpResult? Refused)> FindToChange(
        this MunicipalitiesDb db, Guid id, CurrentUser user, IfMatch ifMatch, CancellationToken stop)
    {
        var found = await db.Collaborations.AsTracking().Where(SeenBy(user.Municipality())).SingleOrDefaultAsync(row => row.Id == id, stop);
        if (found is null) return (null, CollaborationErrors.NotFound.Result());
        if (found.MunicipalityCode != user.Municipality()) return (null, CollaborationErrors.NotYours.Result());
        if (found.MunicipalityCode != user.Leads()) return (null, CollaborationErrors.NotALead.Result());
        return ifMatch.Refuses(found.Version) is { } refused ? (null, refused) : (found, null);
    }

    /// <summary>Changes one by a rule.</summary>
    public static async Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Change(
        this MunicipalitiesDb db, Guid id, CurrentUser user, IfMatch ifMatch, TimeProvider clock, Func<Collaboration, Error?> rule, CancellationToken stop)
    {
        var (found, refused) = await db.FindToChange(id, user, ifMatch, stop);
        if (found is null) return refused!;
        var before = found.Content;
        if (rule(found) is { } error) return error.Result();
        if (!ReferenceEquals(before, found.Content)) db.Keep(found, clock);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(CollaborationView.Of(found, user.Municipality(), clock.Today()));
    }

    /// <summary>Keeps the content as that of the version that the next save gives.</summary>
    public static void Keep(this MunicipalitiesDb db, Collaboration row, TimeProvider clock) => db.CollaborationRevisions.Add(
        new CollaborationRevision { CollaborationId = row.Id, Version = row.Version + 1, At = clock.Moment(), Content = row.Content });
}
