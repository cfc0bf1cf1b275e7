using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Journeys;

/// <summary>A journey is read by the municipality's own people and by the network lead, and changed by the municipality's development lead. To others it does not exist.</summary>
internal static class JourneyAccess
{
    public static bool MayRead(this CurrentUser user, string code) => user.Municipality() == code || user.HasRole(Roles.NetworkLead);

    /// <summary>The problem for somebody who may not change the municipality's journey; otherwise null.</summary>
    public static ProblemHttpResult? RefuseChange(this CurrentUser user, string code) =>
        user.Leads() == code ? null : user.MayRead(code) ? JourneyErrors.NotALead.Result() : JourneyErrors.NotFound.Result();

    /// <summary>Changes the municipality's journey by a rule.</summary>
    public static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Change(
        this MunicipalitiesDb db, string code, CurrentUser user, IfMatch ifMatch, TimeProvider clock, Func<Journey, DateOnly, Error?> rule, CancellationToken stop)
    {
        if (user.RefuseChange(code) is { } forbidden) return forbidden;
        var journey = await db.Journeys.AsTracking().SingleOrDefaultAsync(row => row.MunicipalityCode == code, stop);
        if (journey is null) return JourneyErrors.NotFound.Result();
        if (ifMatch.Refuses(journey.Version) is { } refused) return refused;
        if (rule(journey, clock.Today()) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(JourneyView.Of(journey, clock.Today()));
    }
}
