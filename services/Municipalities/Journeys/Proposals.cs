using Contracts;
using Contracts.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Journeys;

/// <summary>Turns what a network meeting's adopted minutes give a municipality to do into proposals. What has been answered stands.</summary>
internal sealed class KeepProposals : IEventHandler<MeetingChanged, MunicipalitiesDb>
{
    private const int Longest = 300;

    public async Task Handle(MeetingChanged changed, MunicipalitiesDb db, CancellationToken stop)
    {
        // Events may come late and more than once. The version is kept of each meeting, also of one that has no proposals any more:
        // minutes that come after the cancellation must not bring them back.
        var isNews = await db.Database.ExecuteSqlAsync($"""
            insert into heard_meeting (id, version) values ({changed.Id}, {changed.Version})
            on conflict (id) do update set version = excluded.version where heard_meeting.version < excluded.version
            """, stop);
        if (isNews == 0) return;
        var known = await db.ProposedActions.AsTracking().Where(row => row.MeetingId == changed.Id).ToListAsync(stop);
        var told = changed.Withdrawn ? [] : (changed.FollowUps ?? []).Select((followUp, number) => (followUp, number)).Where(one => one.followUp.MunicipalityCode is { Length: 4 }).ToList();
        foreach (var (followUp, number) in told)
        {
            var row = known.SingleOrDefault(row => row.Number == number);
            if (row is null)
                db.Add(row = new ProposedAction { Id = SeedIds.Of("proposed-action", $"{changed.Id}/{number}"), MeetingId = changed.Id, Number = number });
            row.MeetingVersion = changed.Version;
            if (row.Status is not ProposalStatus.Proposed) continue;
            (row.MunicipalityCode, row.DueOn) = (followUp.MunicipalityCode!, followUp.DueOn);
            row.Text = Cut(followUp.Text, Longest);
            row.MeetingTitle = Cut(changed.Title, 200);
        }
        db.RemoveRange(known.Where(row => row.Status is ProposalStatus.Proposed && told.All(one => one.number != row.Number)));
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)]}…";
}

/// <summary>What meetings have given the municipality to do.</summary>
internal static class ListProposals
{
    /// <summary>A proposal.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Text">What to do, as the minutes say it.</param>
    /// <param name="DueOn">The last day, or null.</param>
    /// <param name="MeetingId">The meeting.</param>
    /// <param name="MeetingTitle">What the meeting was about.</param>
    /// <param name="Status">proposed, accepted or declined.</param>
    public sealed record Item(Guid Id, string Text, DateOnly? DueOn, Guid MeetingId, string MeetingTitle, ProposalStatus Status);

    public static async Task<Results<Ok<IReadOnlyList<Item>>, ProblemHttpResult>> Handle(string code, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        if (!user.MayRead(code)) return JourneyErrors.NotFound.Result();
        IReadOnlyList<Item> all = await db.ProposedActions.Where(row => row.MunicipalityCode == code).OrderBy(row => row.DueOn).ThenBy(row => row.MeetingId).ThenBy(row => row.Number)
            .Select(row => new Item(row.Id, row.Text, row.DueOn, row.MeetingId, row.MeetingTitle, row.Status)).ToListAsync(stop);
        return TypedResults.Ok(all);
    }
}

/// <summary>Takes a proposal into the journey as an action, or declines it.</summary>
internal static class AnswerProposal
{
    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Accept(
        string code, Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(code, id, ifMatch, user, db, clock, ProposalStatus.Accepted, (journey, proposal, today) =>
            journey.AddAction(new ActionContent { Text = proposal.Text, DueOn = proposal.DueOn }, today, proposal.MeetingId), stop);

    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Decline(
        string code, Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(code, id, ifMatch, user, db, clock, ProposalStatus.Declined, (journey, proposal, today) => journey.Note($"Avböjt förslag från {proposal.MeetingTitle}: {proposal.Text}", today), stop);

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Answer(
        string code, Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, ProposalStatus status,
        Func<Journey, ProposedAction, DateOnly, Error?> rule, CancellationToken stop)
    {
        // Both are saved together, and the journey's version lets only one answer through.
        var proposal = await db.ProposedActions.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.MunicipalityCode == code, stop);
        return await db.Change(code, user, ifMatch, clock, (journey, today) =>
        {
            if (proposal is null) return JourneyErrors.ProposalNotFound;
            if (proposal.Status is not ProposalStatus.Proposed) return JourneyErrors.ProposalAnswered;
            proposal.Status = status;
            return rule(journey, proposal, today);
        }, stop);
    }
}
