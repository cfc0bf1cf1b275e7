using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using Municipalities.Needs;
using Npgsql;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Mentorships;

/// <summary>Who sees what: the people of the two municipalities all of it, the network lead that it goes on. Their development leads act.</summary>
internal static class MentorshipAccess
{
    public static Expression<Func<Mentorship, bool>> SeenBy(CurrentUser user)
    {
        var (code, lead) = (user.Municipality(), user.HasRole(Roles.NetworkLead));
        return row => lead || row.AskingCode == code || row.MentorCode == code;
    }

    public static async Task<Results<Ok<MentorshipView>, ProblemHttpResult>> Change(
        this MunicipalitiesDb db, Guid id, CurrentUser user, IfMatch ifMatch, Func<Mentorship, string, Error?> rule, CancellationToken stop)
    {
        var found = await db.Mentorships.AsTracking().Where(SeenBy(user)).SingleOrDefaultAsync(row => row.Id == id, stop);
        if (found is null) return MentorshipErrors.NotFound.Result();
        if (user.Leads() is not { } code) return MentorshipErrors.NotALead.Result();
        if (ifMatch.Refuses(found.Version) is { } refused) return refused;
        if (rule(found, code) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(MentorshipView.Of(found, code));
    }
}

/// <summary>Asks a municipality that is willing.</summary>
internal static class RequestMentorship
{
    public static async Task<Results<Created<MentorshipView>, ProblemHttpResult>> Handle(
        MentorshipRequest request, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Leads() is not { } code) return MentorshipErrors.NotALead.Result();
        if (request.MentorCode == code) return MentorshipErrors.Oneself.Result();
        if (await db.LatestBaseline(request.MentorCode, stop) is not { WillingToMentor: true }) return MentorshipErrors.NotWilling.Result();
        if (await db.Mentorships.AnyAsync(row => row.AskingCode == code && row.MentorCode == request.MentorCode && row.Dimension == request.Dimension
            && (row.Status == MentorshipStatus.Requested || row.Status == MentorshipStatus.Accepted), stop)) return MentorshipErrors.AskedAlready.Result();
        var asked = Mentorship.Request(Guid.CreateVersion7(), code, request.MentorCode, request.Dimension, request.Message, clock.Today());
        db.Add(asked);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: MentorshipTable.OneAtATime })
        {
            return MentorshipErrors.AskedAlready.Result();
        }
        return TypedResults.Created($"/municipalities/v1/mentorships/{asked.Id}", MentorshipView.Of(asked, code));
    }
}

/// <summary>Those that one is part of; all of them for the network lead. The newest first.</summary>
internal static class ListMentorships
{
    /// <summary>What to list.</summary>
    public sealed record Filter
    {
        /// <summary>requested, accepted, declined, withdrawn or concluded.</summary>
        public Choice<MentorshipStatus>? Status { get; init; }
    }

    public static async Task<Ok<Page<MentorshipView>>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, CurrentUser user, MunicipalitiesDb db, HttpRequest request, CancellationToken stop)
    {
        var rows = db.Mentorships.Where(MentorshipAccess.SeenBy(user));
        if (filter.Status is { Value: var status }) rows = rows.Where(row => row.Status == status);
        var reader = user.Municipality();
        return TypedResults.Ok((await rows.OrderByDescending(row => row.RequestedOn).ThenByDescending(row => row.Id).ToPageAsync(paging, request, stop)).Select(row => MentorshipView.Of(row, reader)));
    }
}

/// <summary>One of them.</summary>
internal static class GetMentorship
{
    public static async Task<Results<Ok<MentorshipView>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, CancellationToken stop) =>
        await db.Mentorships.Where(MentorshipAccess.SeenBy(user)).SingleOrDefaultAsync(row => row.Id == id, stop) is { } found
            ? TypedResults.Ok(MentorshipView.Of(found, user.Municipality()))
            : MentorshipErrors.NotFound.Result();
}

/// <summary>What moves a mentorship.</summary>
internal static class MoveMentorship
{
    /// <summary>The mentor's answer.</summary>
    /// <param name="Text">A few words, such as when to talk or why not now; may be null.</param>
    public sealed record Reply([property: StringLength(2000, ErrorMessage = "Svaret får ha högst 2 000 tecken."), NoPersonalNumber] string? Text);

    /// <summary>A note of a conversation.</summary>
    /// <param name="On">The day of the conversation.</param>
    /// <param name="Text">What was said and agreed.</param>
    public sealed record Note(
        [property: Required(ErrorMessage = "Ange dagen för samtalet."), Day] DateOnly? On,
        [property: Required(ErrorMessage = "Skriv vad ni kom fram till."), StringLength(4000, MinimumLength = 5, ErrorMessage = "Anteckningen ska ha mellan 5 och 4 000 tecken."), NoPersonalNumber] string Text);

    /// <summary>How it ended.</summary>
    /// <param name="Outcome">helped, helped-in-part or did-not-help.</param>
    /// <param name="Text">What came of it, and what others can learn.</param>
    public sealed record Conclusion(
        [property: Required(ErrorMessage = "Ange vad det ledde till.")] MentorshipOutcome? Outcome,
        [property: Required(ErrorMessage = "Skriv vad det blev av."), StringLength(2000, MinimumLength = 5, ErrorMessage = "Texten ska ha mellan 5 och 2 000 tecken."), NoPersonalNumber] string Text);

    public static Task<Results<Ok<MentorshipView>, ProblemHttpResult>> Accept(Guid id, Reply reply, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (row, by) => row.Reply(by, true, reply.Text, clock.Today()), stop);

    public static Task<Results<Ok<MentorshipView>, ProblemHttpResult>> Decline(Guid id, Reply reply, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (row, by) => row.Reply(by, false, reply.Text, clock.Today()), stop);

    public static Task<Results<Ok<MentorshipView>, ProblemHttpResult>> Withdraw(Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (row, by) => row.Withdraw(by), stop);

    public static Task<Results<Ok<MentorshipView>, ProblemHttpResult>> AddNote(Guid id, Note note, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (row, by) => row.Note(by, note.On!.Value, note.Text), stop);

    public static Task<Results<Ok<MentorshipView>, ProblemHttpResult>> Conclude(Guid id, Conclusion end, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (row, by) => row.Conclude(by, end.Outcome!.Value, end.Text, clock.Today()), stop);
}
