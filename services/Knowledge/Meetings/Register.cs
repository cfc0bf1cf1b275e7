using System.ComponentModel.DataAnnotations;
using Knowledge.Follow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Meetings;

/// <summary>Registers the caller: a place when there is one, otherwise last in the waitlist. Asked again it answers the same.</summary>
internal static class Register
{
    /// <summary>Where the caller stands.</summary>
    /// <param name="HasPlace">True for a place, false for the waitlist.</param>
    /// <param name="AheadInQueue">How many wait before, or 0.</param>
    public sealed record Response(bool HasPlace, int AheadInQueue);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var meeting = await db.Held(id, user, stop);
        if (meeting is null) return MeetingErrors.NotFound.Result();
        if (meeting.Status != MeetingStatus.Announced || meeting.StartsAt <= clock.GetUtcNow()) return MeetingErrors.NotOpen.Result();

        var own = await db.Registrations.SingleOrDefaultAsync(r => r.MeetingId == id && r.Subject == user.Subject, stop);
        if (own is null)
        {
            var all = await db.Registrations.Where(r => r.MeetingId == id)
                .GroupBy(_ => 1).Select(group => new { Last = group.Max(r => r.Number), Taken = group.Count(r => r.HasPlace) }).SingleOrDefaultAsync(stop);
            own = new Registration
            {
                Id = Guid.CreateVersion7(),
                MeetingId = id,
                Subject = user.Subject,
                Name = user.Name ?? "",
                Org = user.Org,
                RegisteredAt = clock.GetUtcNow(),
                Number = (all?.Last ?? 0) + 1,
                HasPlace = (all?.Taken ?? 0) < meeting.Capacity,
            };
            db.Add(own);
            await db.SaveChangesAsync(stop);
            // Whoever comes or waits is told of changes, and of a place that becomes free.
            if (Discussions.Writer.IsMember(user)) await Follower.Of(user, db, stop);
        }
        var ahead = own.HasPlace ? 0 : await db.Registrations.CountAsync(r => r.MeetingId == id && !r.HasPlace && r.Number < own.Number, stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(new Response(own.HasPlace, ahead));
    }
}

/// <summary>Takes the caller's registration away; who has waited longest gets the place in the same moment.</summary>
internal static class Unregister
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var meeting = await db.Held(id, user, stop);
        if (meeting is null) return MeetingErrors.NotFound.Result();
        await db.Registrations.Where(r => r.MeetingId == id && r.Subject == user.Subject).ExecuteDeleteAsync(stop);
        await db.Promote(meeting, clock, stop);
        await transaction.CommitAsync(stop);
        return TypedResults.NoContent();
    }
}

/// <summary>Who comes and who waits, for the organiser alone.</summary>
internal static class ListRegistrations
{
    /// <summary>Somebody who wants to come.</summary>
    /// <param name="Id">Identity of the registration.</param>
    /// <param name="Name">The person's name.</param>
    /// <param name="Org">Organisation as in the token.</param>
    /// <param name="HasPlace">True for a place, false for the waitlist.</param>
    /// <param name="Attended">True when the person came.</param>
    public sealed record Item(Guid Id, string Name, string? Org, bool HasPlace, bool Attended);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Paging paging, HttpRequest request, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var organiser = await db.Meetings.Where(MeetingAccess.SeenBy(user)).Where(m => m.Id == id).Select(m => m.OrganiserOrg).SingleOrDefaultAsync(stop);
        if (organiser is null) return MeetingErrors.NotFound.Result();
        if (MeetingAccess.Organiser(user) != organiser) return MeetingErrors.NotYours.Result();
        return TypedResults.Ok(await db.Registrations.AsNoTracking().Where(r => r.MeetingId == id).OrderBy(r => r.Number)
            .Select(r => new Item(r.Id, r.Name, r.Org, r.HasPlace, r.Attended)).ToPageAsync(paging, request, stop));
    }
}

/// <summary>Notes who came, once the meeting has begun. No change of the meeting itself, as no registration is.</summary>
internal static class NoteAttendance
{
    /// <summary>Who came.</summary>
    /// <param name="Present">Registrations of those who came; all others did not.</param>
    public sealed record Request([MaxLength(5000)] IReadOnlyList<Guid> Present);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var meeting = await db.Meetings.AsNoTracking().Where(MeetingAccess.SeenBy(user)).SingleOrDefaultAsync(m => m.Id == id, stop);
        if (meeting is null) return MeetingErrors.NotFound.Result();
        if (MeetingAccess.Organiser(user) != meeting.OrganiserOrg) return MeetingErrors.NotYours.Result();
        if (meeting.Status != MeetingStatus.Announced || meeting.StartsAt > clock.GetUtcNow()) return MeetingErrors.NotHeld.Result();
        await db.Registrations.Where(r => r.MeetingId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Attended, r => request.Present.Contains(r.Id)), stop);
        return TypedResults.NoContent();
    }
}
