using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Baselines;

/// <summary>A person's own answers in a round: read them, put them. Put again they replace the earlier ones.</summary>
internal static class AnswerBaseline
{
    public static async Task<Results<Ok<AnswerContent>, ProblemHttpResult>> Read(Guid id, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        var municipality = user.Municipality();
        if (municipality is null || !await db.Baselines.AnyAsync(row => row.Id == id && row.MunicipalityCode == municipality, stop)) return BaselineErrors.NotFound.Result();
        var own = await db.BaselineAnswers.SingleOrDefaultAsync(row => row.BaselineId == id && row.Subject == user.Subject, stop);
        return TypedResults.Ok(own?.Content ?? new AnswerContent());
    }

    public static async Task<Results<Ok<AnswerContent>, ProblemHttpResult>> Handle(
        Guid id, AnswerContent content, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (content.Levels.GroupBy(answer => answer.Dimension).Any(group => group.Count() > 1)) return BaselineErrors.Twice.Result();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // Shared among those who answer, kept from who closes.
        var municipality = user.Municipality();
        var baseline = await db.Baselines.FromSql($"select * from baseline where id = {id} for share").Where(BaselineAccess.SeenBy(municipality)).SingleOrDefaultAsync(stop);
        if (baseline is null) return BaselineErrors.NotFound.Result();
        if (baseline.MunicipalityCode != municipality) return BaselineErrors.NotYours.Result();
        if (baseline.Status is not BaselineStatus.Open) return BaselineErrors.NotOpen.Result();
        await db.Database.ExecuteSqlAsync($"""
            insert into baseline_answer (baseline_id, subject, content, answered_at)
            values ({id}, {user.Subject}, {JsonColumn.Write(content)}::jsonb, {clock.Moment()})
            on conflict (baseline_id, subject) do update set content = excluded.content, answered_at = excluded.answered_at
            """, stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(content);
    }
}
