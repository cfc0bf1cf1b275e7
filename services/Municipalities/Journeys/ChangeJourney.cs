using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Journeys;

/// <summary>A municipality's journey.</summary>
internal static class GetJourney
{
    public static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Handle(string code, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        user.MayRead(code) && await db.Journeys.SingleOrDefaultAsync(row => row.MunicipalityCode == code, stop) is { } journey
            ? TypedResults.Ok(JourneyView.Of(journey, clock.Today()))
            : JourneyErrors.NotFound.Result();
}

/// <summary>Begins the municipality's journey, from a template or empty.</summary>
internal static class StartJourney
{
    /// <summary>How it begins.</summary>
    /// <param name="Template">Code of a template, or null for an empty journey.</param>
    public sealed record Request([property: StringLength(40, ErrorMessage = "Mallens namn får ha högst 40 tecken.")] string? Template);

    public static async Task<Results<Created<JourneyView>, ProblemHttpResult>> Handle(
        string code, Request request, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.RefuseChange(code) is { } forbidden) return forbidden;
        var template = JourneyTemplate.Find(request.Template);
        if (request.Template is not null && template is null) return JourneyErrors.UnknownTemplate.Result();
        if (await db.Journeys.AnyAsync(row => row.MunicipalityCode == code, stop)) return JourneyErrors.Exists.Result();
        var journey = Journey.Start(Guid.CreateVersion7(), code, template, clock.Today());
        db.Add(journey);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: JourneyTable.One })
        {
            return JourneyErrors.Exists.Result();
        }
        return TypedResults.Created($"/municipalities/v1/municipalities/{code}/journey", JourneyView.Of(journey, clock.Today()));
    }
}

/// <summary>Writes a goal, a new one or another wording.</summary>
internal static class WriteGoal
{
    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Add(
        string code, GoalContent content, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(code, user, ifMatch, clock, (journey, today) => journey.AddGoal(content, today), stop);

    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Handle(
        string code, Guid id, GoalContent content, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(code, user, ifMatch, clock, (journey, today) => journey.ReviseGoal(id, content, today), stop);
}

/// <summary>Writes an action, a new one or another wording.</summary>
internal static class WriteAction
{
    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Add(
        string code, ActionContent content, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(code, user, ifMatch, clock, (journey, today) => journey.AddAction(content, today), stop);

    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Handle(
        string code, Guid id, ActionContent content, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(code, user, ifMatch, clock, (journey, today) => journey.ReviseAction(id, content, today), stop);
}

/// <summary>Moves an action.</summary>
internal static class MoveAction
{
    /// <summary>Where it stands.</summary>
    /// <param name="Status">planned, ongoing, done or dropped.</param>
    /// <param name="Evidence">What shows that it is done – a document, a decision, an address – or why it is dropped; null before.</param>
    public sealed record Request(
        [property: Required(ErrorMessage = "Ange läget.")] ActionStatus? Status,
        [property: StringLength(1000, ErrorMessage = "Underlaget får ha högst 1 000 tecken."), NoPersonalNumber] string? Evidence);

    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Handle(
        string code, Guid id, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(code, user, ifMatch, clock, (journey, today) => journey.MoveAction(id, request.Status!.Value, request.Evidence, today), stop);
}

/// <summary>Writes a line about how it goes, also that the journey pauses.</summary>
internal static class NoteJourney
{
    /// <summary>The line.</summary>
    /// <param name="Text">A sentence or two.</param>
    public sealed record Request([property: Required(ErrorMessage = "Skriv en rad."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Raden ska ha mellan 3 och 1 000 tecken."), NoPersonalNumber] string Text);

    public static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Handle(
        string code, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(code, user, ifMatch, clock, (journey, today) => journey.Note(request.Text, today), stop);
}
