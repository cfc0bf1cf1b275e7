using Matchmaking.Data;
using Matchmaking.Deals;
using Matchmaking.Matching;
using Matchmaking.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.RouteAssessments;

/// <summary>The assessments of the municipality's deals; they are its own working papers.</summary>
internal static class ListAssessments
{
    /// <summary>Of one deal, the newest first.</summary>
    public static async Task<Results<Ok<Page<RouteAssessmentView>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Paging paging, CurrentUser user, MatchmakingDb db, HttpRequest request, CancellationToken stop) =>
        await db.Deals.AnyAsync(deal => deal.Id == id && deal.MunicipalityCode == user.Buyer(), stop)
            ? TypedResults.Ok(await db.Set<RouteAssessment>().AsNoTracking().Where(assessment => assessment.DealId == id)
                .OrderByDescending(assessment => assessment.AssessedAt).ThenByDescending(assessment => assessment.Id)
                .Select(assessment => RouteAssessmentView.Of(assessment)).ToPageAsync(paging, request, stop))
            : DealErrors.NotFound.Result();

    /// <summary>The newest of each deal that is not closed, where the rules now in force would answer otherwise; and the open needs without a deal that new rules have overtaken.</summary>
    public static async Task<Results<Ok<Changes>, ProblemHttpResult>> HandleChanged(CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Buyer() is not { } buyer) return DealErrors.MunicipalityOnly.Result();
        var open = db.Deals.Where(deal => deal.Status == DealStatus.Draft || deal.Status == DealStatus.Signed).Select(deal => deal.Id);
        var newest = await db.Set<RouteAssessment>().AsNoTracking()
            .Where(assessment => assessment.MunicipalityCode == buyer && open.Contains(assessment.DealId))
            .GroupBy(assessment => assessment.DealId)
            .Select(deal => deal.OrderByDescending(assessment => assessment.AssessedAt).First())
            .ToListAsync(stop);
        var needs = await db.NeedsWithoutDeal().Where(need => need.MunicipalityCode == buyer)
            .OrderBy(need => need.PublishedAt).ThenBy(need => need.Id).ToListAsync(stop);
        var today = clock.Today();
        return TypedResults.Ok(new Changes([.. newest.Select(RouteAssessmentView.Of).Where(view => view.ChangedRoutes.Count > 0)],
            [.. needs.Select(need => ChangedNeed.Of(need, today)).OfType<ChangedNeed>()]));
    }

    /// <summary>One as a document to print and sign.</summary>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> HandleDocument(
        Guid id, Guid assessmentId, CurrentUser user, MatchmakingDb db, MatchIndex index, CancellationToken stop) =>
        await db.Set<RouteAssessment>().AsNoTracking().SingleOrDefaultAsync(
            assessment => assessment.Id == assessmentId && assessment.DealId == id && assessment.MunicipalityCode == user.Buyer(), stop) is { } found
            ? PrintRoutes.Text(found.Made(), found.Facts, PrintRoutes.Named(found.Input(), index), found.AssessedOn, found.AssessedBy)
            : DealErrors.NotFound.Result();

    /// <param name="Items">Assessments that should be made again.</param>
    /// <param name="Needs">Open needs without a deal whose routes are no longer those of the day when they were published.</param>
    public sealed record Changes(IReadOnlyList<RouteAssessmentView> Items, IReadOnlyList<ChangedNeed> Needs);
}
