using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Journeys;

/// <summary>Journeys by the name of their municipality: all of them for the network lead, one's own for a municipality's people. For others the list is empty.</summary>
internal static class ListJourneys
{
    /// <summary>A journey in figures. It says how much moves, never at what level.</summary>
    /// <param name="MunicipalityCode">SCB code, four digits.</param>
    /// <param name="Name">The municipality's name.</param>
    /// <param name="StartedOn">The day it began.</param>
    /// <param name="ProgressOn">The day something last moved.</param>
    /// <param name="OpenActions">Actions that are planned or ongoing.</param>
    /// <param name="DoneActions">Actions that are done.</param>
    /// <param name="OverdueActions">Open actions that have passed their day.</param>
    public sealed record Item(string MunicipalityCode, string Name, DateOnly StartedOn, DateOnly ProgressOn, int OpenActions, int DoneActions, int OverdueActions);

    public static async Task<Ok<Page<Item>>> Handle([AsParameters] Paging paging, CurrentUser user, MunicipalitiesDb db, HttpRequest request, TimeProvider clock, CancellationToken stop)
    {
        var (own, lead, today) = (user.Municipality(), user.HasRole(Roles.NetworkLead), clock.Today());
        var rows = from journey in db.Journeys
                   where lead || journey.MunicipalityCode == own
                   join municipality in db.Municipalities on journey.MunicipalityCode equals municipality.Code
                   orderby EF.Functions.Collate(municipality.Facts.Name, "sv-SE-x-icu")
                   select new { Journey = journey, municipality.Facts.Name };
        var page = await rows.ToPageAsync(paging, request, stop);
        return TypedResults.Ok(page.Select(row => new Item(
            row.Journey.MunicipalityCode, row.Name, row.Journey.StartedOn, row.Journey.ProgressOn, row.Journey.Actions.Count(action => action.IsOpen),
            row.Journey.Actions.Count(action => action.Status is ActionStatus.Done), row.Journey.OverdueActions(today).Count())));
    }
}
