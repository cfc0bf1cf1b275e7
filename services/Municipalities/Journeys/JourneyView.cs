using ServiceDefaults;

namespace Municipalities.Journeys;

/// <summary>A journey, for the municipality's own people and the network lead.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Raised by one at each change; the ETag.</param>
/// <param name="MunicipalityCode">SCB code, four digits.</param>
/// <param name="Template">The template that it began with, or null.</param>
/// <param name="StartedOn">The day it began.</param>
/// <param name="ProgressOn">The day something last moved.</param>
/// <param name="Goals">In the order they were written.</param>
/// <param name="Actions">Open ones first, by their day; those that have ended after them, the latest first.</param>
/// <param name="Notes">The latest first.</param>
/// <param name="OverdueActions">How many open actions have passed their day.</param>
/// <param name="Demonstration">True for made-up data of the demonstration.</param>
public sealed record JourneyView(
    Guid Id,
    int Version,
    string MunicipalityCode,
    string? Template,
    DateOnly StartedOn,
    DateOnly ProgressOn,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<JourneyAction> Actions,
    IReadOnlyList<JourneyNote> Notes,
    int OverdueActions,
    bool Demonstration) : IVersioned
{
    internal static JourneyView Of(Journey row, DateOnly today) => new(
        row.Id, row.Version, row.MunicipalityCode, row.Template, row.StartedOn, row.ProgressOn, row.Goals,
        [.. row.Actions.Where(action => action.IsOpen).OrderBy(action => action.Content.DueOn ?? DateOnly.MaxValue), .. row.Actions.Where(action => !action.IsOpen).OrderByDescending(action => action.EndedOn)],
        row.Notes, row.OverdueActions(today).Count(), row.Demonstration);
}
