using Municipalities.Register;
using ServiceDefaults;

namespace Municipalities.Overview;

internal static class OverviewEndpoints
{
    public static void MapOverview(this RouteGroupBuilder api)
    {
        api.MapGet("/network-overview", GetOverview.Handle).WithName("GetOverview").WithTags("overview").WithSummary("Översikt för processledaren / The network lead's overview")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(CommonErrors.Invalid, GetOverview.NotAllowed);
        api.MapGet("/overdue-reviews", ListOverdue.Handle).WithName("ListOverdueReviews").WithTags("overview").WithSummary("Det som har passerat sin dag / What is overdue")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(GetOverview.NotAllowed);
        api.MapGet("/municipalities/{code}/report", GetReport.Handle).WithName("GetReport").WithTags("overview").WithSummary("Underlag till en sida för nämnden / One page for the board")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(MunicipalityEndpoints.NotFound);
    }
}
