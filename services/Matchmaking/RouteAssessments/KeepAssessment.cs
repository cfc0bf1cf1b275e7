using Matchmaking.Data;
using Matchmaking.Deals;
using Matchmaking.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Matchmaking.RouteAssessments;

/// <summary>Assesses the routes and keeps the assessment with the municipality's deal.</summary>
internal static class KeepAssessment
{
    public static async Task<Results<Created<RouteAssessmentView>, ProblemHttpResult>> Handle(
        Guid id, RouteInput request, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Buyer() is not { } buyer) return DealErrors.MunicipalityOnly.Result();
        var invalid = RouteInputRules.Check(request);
        if (invalid.Length > 0) return CommonErrors.Invalid.Result("Rätta uppgifterna och försök igen.", invalid);
        if (await db.Deals.SingleOrDefaultAsync(deal => deal.Id == id && deal.MunicipalityCode == buyer, stop) is not { } deal) return DealErrors.NotFound.Result();

        var assessment = RouteAssessment.Of(deal, request, user.Name ?? user.Subject, clock.Moment());
        db.Add(assessment);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/matchmaking/v1/deals/{id}/route-assessments/{assessment.Id}", RouteAssessmentView.Of(assessment));
    }
}
