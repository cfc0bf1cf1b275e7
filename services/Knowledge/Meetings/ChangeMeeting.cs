using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Knowledge.Meetings;

/// <summary>Plans a meeting that its organiser alone can see.</summary>
internal static class PlanMeeting
{
    /// <summary>The plan.</summary>
    public sealed record Request : MeetingPlan;

    public static async Task<Results<Created<MeetingChangedView>, ProblemHttpResult>> Handle(
        Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (MeetingAccess.Organiser(user) is not { } organiser) return MeetingErrors.NotYours.Result();
        var meeting = Meeting.Plan(organiser, request, clock.GetUtcNow());
        db.Add(meeting);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/knowledge/v1/meetings/{meeting.Id}", new MeetingChangedView(meeting.Id, meeting.Status, meeting.Version));
    }
}

/// <summary>Plans anew; more places go to those who wait.</summary>
internal static class ReviseMeeting
{
    /// <summary>The whole new plan.</summary>
    public sealed record Request : MeetingPlan;

    public static Task<Results<Ok<MeetingChangedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (meeting, taken) => meeting.Revise(request, taken), stop);
}

/// <summary>Makes a meeting public and opens registration.</summary>
internal static class AnnounceMeeting
{
    public static Task<Results<Ok<MeetingChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (meeting, _) => meeting.Announce(clock.GetUtcNow()), stop);
}

/// <summary>Cancels a meeting. It stays to be seen, so that calendars learn of it.</summary>
internal static class CancelMeeting
{
    public static Task<Results<Ok<MeetingChangedView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, IfMatch ifMatch, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, clock, (meeting, _) => meeting.Cancel(), stop);
}
