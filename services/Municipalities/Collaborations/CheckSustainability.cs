using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

/// <summary>Whether a collaboration is sustainable as things stand, with the rule and what is missing.</summary>
internal static class GetSustainability
{
    /// <summary>The answer.</summary>
    /// <param name="Answer">yes, no or unknown.</param>
    /// <param name="Rule">The rule in Swedish.</param>
    /// <param name="Missing">What keeps the answer from being yes.</param>
    /// <param name="DueCheck">at-twelve-months or at-twenty-four-months when such a check is due, otherwise null.</param>
    /// <param name="DueSince">The day it was due, or null.</param>
    /// <param name="Checks">The checks that have been made, the oldest first.</param>
    public sealed record Response(Verdict Answer, string Rule, IReadOnlyList<Missing> Missing, CheckKind? DueCheck, DateOnly? DueSince, IReadOnlyList<SustainabilityCheck> Checks);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        var municipality = user.Municipality();
        var found = await db.Collaborations.SingleOrDefaultAsync(row => row.Id == id && row.MunicipalityCode == municipality, stop);
        if (found is null) return CollaborationErrors.NotFound.Result();
        var judgement = await db.Judge(found, clock.Today(), stop);
        var due = SustainabilityRule.Due(found, clock.Today());
        return TypedResults.Ok(new Response(judgement.Answer, SustainabilityRule.Text, judgement.Missing, due?.Kind, due?.On, found.Checks));
    }

    public static async Task<Judgement> Judge(this MunicipalitiesDb db, Collaboration row, DateOnly today, CancellationToken stop)
    {
        var rounds = await db.Baselines.Where(round => round.MunicipalityCode == row.MunicipalityCode && round.Status == BaselineStatus.Closed)
            .OrderBy(round => round.ClosedOn).ThenBy(round => round.Id).ToListAsync(stop);
        return SustainabilityRule.Judge(row.Content.ProjectEndsOn, rounds, today);
    }
}

/// <summary>Makes a check and keeps its answer.</summary>
internal static class CheckSustainability
{
    public static async Task<Results<Ok<CollaborationView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        var (found, refused) = await db.FindToChange(id, user, ifMatch, stop);
        if (found is null) return refused!;
        if (found.Check(await db.Judge(found, clock.Today(), stop), clock.Today()) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(CollaborationView.Of(found, user.Municipality(), clock.Today()));
    }

    /// <summary>
    /// Makes the checks that are due, 12 and 24 months after the project's end. One whose answer was unknown is made again when the
    /// answer is another. Any number of processes may do it at once: a collaboration that another has just checked is left to it.
    /// </summary>
    /// <returns>How many checks were made.</returns>
    public static async Task<int> RunDue(MunicipalitiesDb db, DateOnly today, ILogger log, CancellationToken stop)
    {
        var made = 0;
        foreach (var row in await db.Collaborations.AsTracking().Where(row => !row.IsWithdrawn).ToListAsync(stop))
        {
            try
            {
                if (SustainabilityRule.Due(row, today) is not { } due) continue;
                var judgement = await db.Judge(row, today, stop);
                if (row.Checks.Any(check => check.Kind == due.Kind && check.On >= due.On && check.Answer == judgement.Answer)) continue;
                row.Check(judgement, today);
                made += await db.SaveChangesAsync(stop) > 0 ? 1 : 0;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Entry(row).State = EntityState.Detached;
            }
            catch (Exception fault) when (fault is ArgumentException or NullReferenceException or InvalidOperationException)
            {
                log.LeftOut(nameof(Collaboration), $"{row.Id}", fault);
                db.Entry(row).State = EntityState.Detached;
            }
        }
        return made;
    }
}

/// <summary>Looks for checks that are due when the service starts and every hour from then on.</summary>
internal sealed partial class DueChecks(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DueChecks> log)
    : RecurringWork(TimeSpan.FromHours(1), clock, log, first: TimeSpan.Zero)
{
    /// <inheritdoc/>
    public override async Task Turn(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var made = await CheckSustainability.RunDue(scope.ServiceProvider.GetRequiredService<MunicipalitiesDb>(), Clock.Today(), log, stop);
        if (made > 0) Made(log, made);
    }

    [LoggerMessage(1, LogLevel.Information, "{Made} sustainability checks were due and have been made")]
    private static partial void Made(ILogger log, int made);
}
