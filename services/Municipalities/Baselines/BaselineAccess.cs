using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;

namespace Municipalities.Baselines;

/// <summary>
/// Who sees and changes which rounds. People of the municipality see its rounds and answer; its development lead opens, closes and
/// shares them; everybody else sees what is shared. The network lead at SKR is everybody else here.
/// </summary>
internal static class BaselineAccess
{
    /// <summary>The municipality that the person leads the development of, or null.</summary>
    public static string? Leads(this CurrentUser user) => user.HasRole(Roles.DevelopmentLead) ? user.MunicipalityCode : null;

    public static Expression<Func<Baseline, bool>> SeenBy(string? municipality) => baseline =>
        baseline.MunicipalityCode == municipality || (baseline.Status == BaselineStatus.Closed && (baseline.Shared.Count > 0 || baseline.WillingToMentor));

    /// <summary>Changes a round: 404 when it may not be seen, 403 for other than the lead of its municipality, 428 or 412 by If-Match, then the rule's own error.</summary>
    public static async Task<Results<Ok<BaselineView>, ProblemHttpResult>> Change(
        this MunicipalitiesDb db, Guid id, CurrentUser user, IfMatch ifMatch, Func<Baseline, IReadOnlyCollection<BaselineAnswer>, Error?> rule, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // Held, so that no answer comes in between what is counted and what is closed.
        var baseline = await db.Baselines.FromSql($"select * from baseline where id = {id} for update").AsTracking().Where(SeenBy(user.Municipality())).SingleOrDefaultAsync(stop);
        if (baseline is null) return BaselineErrors.NotFound.Result();
        if (baseline.MunicipalityCode != user.Municipality()) return BaselineErrors.NotYours.Result();
        if (baseline.MunicipalityCode != user.Leads()) return BaselineErrors.NotALead.Result();
        if (ifMatch.Refuses(baseline.Version) is { } refused) return refused;
        var answers = await db.BaselineAnswers.Where(row => row.BaselineId == id).ToListAsync(stop);
        if (rule(baseline, answers) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(BaselineView.Of(baseline, user.Municipality(), DimensionResult.Of(answers), answers.Count));
    }
}
