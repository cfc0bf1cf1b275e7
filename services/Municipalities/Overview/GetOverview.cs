using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Journeys;
using Municipalities.Register;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Overview;

/// <summary>How the network goes, for its lead: who has begun, who is stuck, which gaps are shared, what is missing. By name, never by level.</summary>
internal static class GetOverview
{
    public static readonly Error NotAllowed = new("overview/not-allowed", 403, "Bara nätverkets processledare ser översikten");

    /// <summary>When a journey counts as stuck.</summary>
    public sealed record Query
    {
        /// <summary>Days without any movement.</summary>
        [Range(1, 730, ErrorMessage = "Ange mellan 1 och 730 dagar."), System.ComponentModel.DefaultValue(90)]
        public int? StuckAfterDays { get; init; }
    }

    /// <summary>The overview.</summary>
    /// <param name="AsOf">The day it shows.</param>
    /// <param name="StuckAfterDays">Days without movement after which a journey counts as stuck.</param>
    /// <param name="Municipalities">Pilots and all that have begun, by name.</param>
    /// <param name="SharedGaps">For each dimension how many share it and how many of those are below level 3; the most common gap first.</param>
    /// <param name="DataQuality">What is missing, by name of municipality.</param>
    public sealed record Response(DateOnly AsOf, int StuckAfterDays, IReadOnlyList<Row> Municipalities, IReadOnlyList<Gap> SharedGaps, IReadOnlyList<Flaw> DataQuality);

    /// <summary>A municipality. It has no level: those are the municipality's own to share.</summary>
    /// <param name="Code">SCB code, four digits.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Pilot">One of the twelve that started the network.</param>
    /// <param name="BaselineClosedOn">The day of its newest closed round, or null.</param>
    /// <param name="StartedOn">The day its journey began, or null.</param>
    /// <param name="ProgressOn">The day its journey last moved, or null.</param>
    /// <param name="OpenActions">Actions that are planned or ongoing.</param>
    /// <param name="DoneActions">Actions that are done.</param>
    /// <param name="Overdue">How much is overdue.</param>
    /// <param name="Stuck">True when there is a reason to call.</param>
    /// <param name="Reasons">Why it counts as stuck, in Swedish.</param>
    public sealed record Row(
        string Code, string Name, bool Pilot, DateOnly? BaselineClosedOn, DateOnly? StartedOn, DateOnly? ProgressOn, int OpenActions, int DoneActions, int Overdue, bool Stuck, IReadOnlyList<string> Reasons);

    /// <summary>A gap that several have. Who does not share a level is in no number and in no list.</summary>
    /// <param name="Dimension">The dimension's code.</param>
    /// <param name="Name">Its name in Swedish.</param>
    /// <param name="Chapter">Slug of the handbook's chapter about it.</param>
    /// <param name="Sharing">How many municipalities share their level in it.</param>
    /// <param name="Below">How many of those are below level 3.</param>
    /// <param name="Lowest">For how many of those it is the lowest of what they share.</param>
    /// <param name="Codes">SCB codes of those below, by name: whom a meeting about it is for.</param>
    public sealed record Gap(string Dimension, string Name, string Chapter, int Sharing, int Below, int Lowest, IReadOnlyList<string> Codes);

    /// <summary>Something that is missing.</summary>
    /// <param name="Code">SCB code, four digits.</param>
    /// <param name="Name">The municipality's name.</param>
    /// <param name="Text">What is missing, in Swedish.</param>
    public sealed record Flaw(string Code, string Name, string Text);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [AsParameters] Query query, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, ILogger<OverdueReview> log, CancellationToken stop)
    {
        if (!user.HasRole(Roles.NetworkLead)) return NotAllowed.Result();
        var (today, days) = (clock.Today(), query.StuckAfterDays ?? 90);
        var journeys = await db.Journeys.ToDictionaryAsync(row => row.MunicipalityCode, stop);
        var rounds = (await db.Baselines.Where(row => row.Status == BaselineStatus.Closed
                && !db.Baselines.Any(later => later.MunicipalityCode == row.MunicipalityCode && later.Status == BaselineStatus.Closed && later.ClosedOn > row.ClosedOn)).ToListAsync(stop))
            .DistinctBy(row => row.MunicipalityCode).ToDictionary(row => row.MunicipalityCode);
        // What a municipality has not shared is not even counted, nor does it bring the municipality into the list.
        var collaborations = (await db.Collaborations.Where(row => !row.IsWithdrawn && row.IsShared).ToListAsync(stop)).ToLookup(row => row.MunicipalityCode);
        var begun = journeys.Keys.Concat(rounds.Keys).Concat(collaborations.Select(group => group.Key)).ToHashSet();
        var municipalities = (await db.Municipalities.Where(row => row.Facts.Pilot || begun.Contains(row.Code)).ToListAsync(stop)).OrderBy(row => row.Facts.Name, Overdue.ByName).ToList();
        var overdue = await Overdue.Of(db, null, today, log, stop, sharedOnly: true);
        return TypedResults.Ok(new Response(today, days,
            [.. municipalities.Select(row => RowOf(row, rounds.GetValueOrDefault(row.Code), journeys.GetValueOrDefault(row.Code), overdue[row.Code].Count(), today, days))],
            Gaps([.. municipalities.Select(row => rounds.GetValueOrDefault(row.Code)).OfType<Baseline>()]),
            [.. municipalities.SelectMany(row => DataQuality.Of(rounds.GetValueOrDefault(row.Code), journeys.GetValueOrDefault(row.Code), collaborations[row.Code], today).Select(text => new Flaw(row.Code, row.Facts.Name, text)))]));
    }

    private static Row RowOf(Municipality row, Baseline? round, Journey? journey, int overdue, DateOnly today, int days)
    {
        var reasons = new List<string>();
        if (journey is not null && journey.ProgressOn.AddDays(days) < today) reasons.Add($"Ingenting har hänt i resan sedan den {journey.ProgressOn.Written()}.");
        if (journey is null && round?.ClosedOn is { } closed && closed.AddDays(days) < today) reasons.Add($"Utgångsläget stängdes den {closed.Written()}, men ingen resa har börjat.");
        if (overdue > 0) reasons.Add(overdue == 1 ? "En sak har passerat sin dag." : $"{overdue} saker har passerat sin dag.");
        return new Row(row.Code, row.Facts.Name, row.Facts.Pilot, round?.ClosedOn, journey?.StartedOn, journey?.ProgressOn,
            journey?.Actions.Count(action => action.IsOpen) ?? 0, journey?.Actions.Count(action => action.Status is ActionStatus.Done) ?? 0, overdue, reasons.Count > 0, reasons);
    }

    private static List<Gap> Gaps(IReadOnlyList<Baseline> rounds)
    {
        var lowest = rounds.Select(Lowest).ToList();
        return
        [
            .. from dimension in Dimensions.All
               let shared = rounds.Where(round => SharedLevel(round, dimension) is not null).ToList()
               let below = shared.Where(round => SharedLevel(round, dimension) < Dimensions.Lasting).ToList()
               orderby below.Count descending
               select new Gap(dimension.Code, dimension.Name, dimension.Chapter, shared.Count, below.Count, lowest.Count(one => one == dimension), [.. below.Select(round => round.MunicipalityCode)]),
        ];
    }

    private static decimal? SharedLevel(Baseline round, Dimension dimension) => round.Shared.Contains(dimension.Code) ? round.MeanOf(dimension.Code) : null;

    /// <summary>The lowest of the shared dimensions that are below level 3, the first in their order when several are as low.</summary>
    private static Dimension? Lowest(Baseline round) =>
        Dimensions.All.Where(dimension => SharedLevel(round, dimension) < Dimensions.Lasting).MinBy(dimension => SharedLevel(round, dimension));
}

/// <summary>What makes figures less to be trusted.</summary>
internal static class DataQuality
{
    public static IEnumerable<string> Of(Baseline? round, Journey? journey, IEnumerable<Collaboration> collaborations, DateOnly today)
    {
        if (round is null) yield return "Inget utgångsläge är stängt.";
        else
        {
            if (round.ClosedOn is { } closed && closed.AddMonths(12) < today) yield return $"Utgångsläget är från den {closed.Written()}, mer än tolv månader gammalt.";
            var unshown = round.Results.Count(result => round.Shared.Contains(result.Dimension) && result.Unshown().Count > 0);
            if (unshown > 0) yield return $"{unshown} delade delar saknar underlag för nivån.";
            var lone = round.Results.Count(result => round.Shared.Contains(result.Dimension) && result.Answers == 1);
            if (lone > 0) yield return $"{lone} delade delar bygger på en enda persons svar.";
        }
        var open = journey?.Actions.Where(action => action.IsOpen).ToList() ?? [];
        if (open.Count(action => action.Content.Owner is null) is > 0 and var ownerless) yield return $"{ownerless} öppna åtgärder saknar ansvarig.";
        if (open.Count(action => action.Content.DueOn is null) is > 0 and var dayless) yield return $"{dayless} öppna åtgärder saknar datum.";
        foreach (var row in collaborations)
        {
            if (row.Content.ProjectEndsOn is null) yield return "Samverkansstrukturen saknar slutdatum för projektet, så hållbarheten kan inte avgöras.";
            if (row.Content.Coordinator is null) yield return "Samverkansstrukturen saknar samordnare.";
        }
    }
}
