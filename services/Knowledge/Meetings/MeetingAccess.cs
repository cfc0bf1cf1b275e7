using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Meetings;

/// <summary>The network lead and a municipality's development lead organise; everybody sees what is announced, also when it is cancelled.</summary>
internal static class MeetingAccess
{
    public static Expression<Func<Meeting, bool>> SeenBy(CurrentUser user)
    {
        var organiser = Organiser(user);
        return m => m.Status != MeetingStatus.Planned || (organiser != null && m.OrganiserOrg == organiser);
    }

    /// <summary>The organisation that the caller may organise for, or null.</summary>
    public static string? Organiser(CurrentUser user) =>
        user.HasRole(Roles.NetworkLead) ? Author.Skr : user.HasRole(Roles.DevelopmentLead) ? user.MunicipalityCode : null;

    /// <summary>
    /// Loads a meeting and holds it until the save, so that of several who register, leave or change the number of places at once
    /// each sees what the one before did. Must run within a transaction.
    /// </summary>
    public static Task<Meeting?> Held(this KnowledgeDb db, Guid id, CurrentUser user, CancellationToken stop) =>
        db.Meetings.FromSql($"select * from meeting where id = {id} for update").Where(SeenBy(user)).SingleOrDefaultAsync(stop);

    /// <summary>Gives free places to those who have waited longest, and tells them. The meeting is held.</summary>
    public static async Task Promote(this KnowledgeDb db, Meeting meeting, TimeProvider clock, CancellationToken stop)
    {
        if (meeting.Status != MeetingStatus.Announced || meeting.StartsAt <= clock.GetUtcNow()) return;
        var free = meeting.Capacity - await db.Registrations.CountAsync(r => r.MeetingId == meeting.Id && r.HasPlace, stop);
        if (free <= 0) return;
        foreach (var next in await db.Registrations.Where(r => r.MeetingId == meeting.Id && !r.HasPlace).OrderBy(r => r.Number).Take(free).ToListAsync(stop))
        {
            next.HasPlace = true;
            db.Add(meeting.TellOfPlace(next, clock.Moment()));
        }
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Changes a meeting for its organiser.</summary>
    public static async Task<Results<Ok<MeetingChangedView>, ProblemHttpResult>> Change(
        this KnowledgeDb db, Guid id, CurrentUser user, IfMatch ifMatch, TimeProvider clock, Func<Meeting, int, Error?> rule, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var meeting = await db.Held(id, user, stop);
        if (meeting is null) return MeetingErrors.NotFound.Result();
        if (Organiser(user) != meeting.OrganiserOrg) return MeetingErrors.NotYours.Result();
        if (ifMatch.Refuses(meeting.Version) is { } refused) return refused;
        var taken = await db.Registrations.CountAsync(r => r.MeetingId == id && r.HasPlace, stop);
        if (rule(meeting, taken) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        await db.Promote(meeting, clock, stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(new MeetingChangedView(meeting.Id, meeting.Status, meeting.Version));
    }
}

/// <summary>What a change answers with; the version is the next change's If-Match.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Version">The new version.</param>
public sealed record MeetingChangedView(Guid Id, MeetingStatus Status, int Version) : IVersioned;
