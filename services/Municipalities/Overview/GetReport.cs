using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Agreements;
using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Context;
using Municipalities.Journeys;
using Municipalities.Mentorships;
using Municipalities.Needs;
using Municipalities.Register;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Overview;

/// <summary>What fits on one page to the board: where the municipality stands against its earlier self, where it is going, what it has agreed.</summary>
internal static class GetReport
{
    /// <summary>The report. The network lead sees the shared dimensions and agreements only.</summary>
    /// <param name="AsOf">The day it shows.</param>
    /// <param name="Context">Population, group, profile, distance, imported series.</param>
    /// <param name="BaselineTitle">Title of the newest closed round, or null; null for the network lead when nothing of it is shared.</param>
    /// <param name="BaselineClosedOn">The day it was closed, or null.</param>
    /// <param name="Dimensions">The dimensions in their order; never other municipalities'.</param>
    /// <param name="SupportWishes">What support is wished for.</param>
    /// <param name="Journey">The journey in figures, or null.</param>
    /// <param name="NextStep">Why the next step is the next, in Swedish; null for the network lead and without a baseline.</param>
    /// <param name="Collaborations">The collaborations that are not ended.</param>
    /// <param name="Agreements">Agreements in force.</param>
    /// <param name="Mentorships">Help given and received in figures.</param>
    public sealed record Response(
        DateOnly AsOf, GetContext.Response Context, string? BaselineTitle, DateOnly? BaselineClosedOn, IReadOnlyList<DimensionLine> Dimensions, IReadOnlyList<SupportWish> SupportWishes,
        JourneyFigures? Journey, string? NextStep, IReadOnlyList<CollaborationLine> Collaborations, IReadOnlyList<AgreementLine> Agreements, MentorshipFigures Mentorships);

    /// <summary>A dimension against earlier.</summary>
    /// <param name="Code">The dimension's code.</param>
    /// <param name="Name">Its name in Swedish.</param>
    /// <param name="Now">The newest mean, or null.</param>
    /// <param name="Before">The mean of the round before, or null.</param>
    /// <param name="First">The mean of the first round, or null.</param>
    /// <param name="Change">Now less first, or null.</param>
    public sealed record DimensionLine(string Code, string Name, decimal? Now, decimal? Before, decimal? First, decimal? Change);

    /// <summary>The journey in figures.</summary>
    /// <param name="StartedOn">The day it began.</param>
    /// <param name="ProgressOn">The day it last moved.</param>
    /// <param name="Goals">How many goals there are.</param>
    /// <param name="GoalsReached">How many of them are reached.</param>
    /// <param name="OpenActions">Actions planned or ongoing.</param>
    /// <param name="DoneActions">Actions done.</param>
    /// <param name="OverdueActions">Open actions that have passed their day.</param>
    /// <param name="Next">The five open actions that come first.</param>
    public sealed record JourneyFigures(DateOnly StartedOn, DateOnly ProgressOn, int Goals, int GoalsReached, int OpenActions, int DoneActions, int OverdueActions, IReadOnlyList<ActionContent> Next);

    /// <summary>A collaboration.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Sustainable">yes, no or unknown, as things stand.</param>
    /// <param name="CheckedOn">The day of the last kept check, or null.</param>
    /// <param name="Missing">What keeps the answer from being yes, in Swedish.</param>
    /// <param name="Results">What it has led to, or null.</param>
    public sealed record CollaborationLine(Guid Id, string Title, Verdict Sustainable, DateOnly? CheckedOn, IReadOnlyList<string> Missing, string? Results);

    /// <summary>An agreement.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Kind">public-partnership, letter-of-intent or cooperation.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Parties">The other parties.</param>
    /// <param name="EndsOn">The last day, or null.</param>
    /// <param name="ReviewOn">The next review.</param>
    /// <param name="Overdue">True when the review or the last day has passed.</param>
    public sealed record AgreementLine(Guid Id, AgreementKind Kind, string Title, IReadOnlyList<string> Parties, DateOnly? EndsOn, DateOnly ReviewOn, bool Overdue);

    /// <summary>Help between municipalities.</summary>
    /// <param name="Received">Mentorships that the municipality asked for and got.</param>
    /// <param name="Given">Mentorships that it gave.</param>
    public sealed record MentorshipFigures(int Received, int Given);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string code, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!user.MayRead(code) || await GetContext.Of(db, code, stop) is not { } context) return MunicipalityEndpoints.NotFound.Result("Rapporten ses av kommunens egna medarbetare och av nätverkets processledare.");
        var (own, today) = (user.Municipality() == code, clock.Today());
        var latest = await db.LatestBaseline(code, stop);
        var lines = await GetHistory.Lines(db, code, own, stop);
        var journey = await db.Journeys.SingleOrDefaultAsync(row => row.MunicipalityCode == code, stop);
        var collaborations = new List<CollaborationLine>();
        foreach (var row in await db.Collaborations.Where(row => row.MunicipalityCode == code && !row.IsWithdrawn && (own || row.IsShared)).OrderBy(row => row.Id).ToListAsync(stop))
        {
            var judged = await db.Judge(row, today, stop);
            // What is missing names levels, which are the municipality's own.
            collaborations.Add(new(row.Id, row.Content.Title, own ? judged.Answer : row.Sustainable, row.SustainableCheckedOn, own ? [.. judged.Missing.Select(one => one.Text)] : [], row.Results));
        }
        var agreements = await db.Agreements.Where(row => row.MunicipalityCode == code && row.Status == AgreementStatus.InForce && (own || row.IsShared)).OrderBy(row => row.ReviewOn).ToListAsync(stop);
        var helped = await db.Mentorships.Where(row => (row.AskingCode == code || row.MentorCode == code) && (row.Status == MentorshipStatus.Accepted || row.Status == MentorshipStatus.Concluded))
            .Select(row => row.MentorCode == code).ToListAsync(stop);
        return TypedResults.Ok(new Response(
            today, context, own || latest is { IsShared: true } ? latest?.Title : null, latest?.ClosedOn, [.. lines.Select(line => LineOf(line, latest))], own ? latest?.SupportWishes ?? [] : [],
            journey is null ? null : FiguresOf(journey, today), own && latest is not null ? (await GetNextStep.Of(db, code, latest, stop)).Reason : null, collaborations,
            [.. agreements.Select(row => new AgreementLine(row.Id, row.Content.Kind!.Value, row.Content.Title, [.. row.Content.Parties.Select(party => party.Name)], row.EndsOn, row.ReviewOn, row.IsOverdue(today)))],
            new MentorshipFigures(helped.Count(given => !given), helped.Count(given => given))));
    }

    private static DimensionLine LineOf(GetHistory.Line line, Baseline? latest)
    {
        var now = line.Points.SingleOrDefault(point => point.BaselineId == latest?.Id)?.Mean;
        var earlier = line.Points.Where(point => point.BaselineId != latest?.Id).ToList();
        var first = earlier.FirstOrDefault()?.Mean;
        return new(line.Code, line.Name, now, earlier.LastOrDefault()?.Mean, first, now - first);
    }

    private static JourneyFigures FiguresOf(Journey row, DateOnly today)
    {
        var open = row.Actions.Where(action => action.IsOpen).OrderBy(action => action.Content.DueOn ?? DateOnly.MaxValue).ToList();
        return new(row.StartedOn, row.ProgressOn, row.Goals.Count, row.Goals.Count(goal => goal.Content.Reached), open.Count,
            row.Actions.Count(action => action.Status is ActionStatus.Done), row.OverdueActions(today).Count(), [.. open.Take(5).Select(action => action.Content)]);
    }
}
