using System.ComponentModel.DataAnnotations;
using Knowledge.Follow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Feedback;

internal static class FeedbackEndpoints
{
    public static readonly Error NotFound = new("feedback/not-found", 404, "Synpunkten finns inte");
    public static readonly Error NotReader = new("feedback/not-reader", 403, "Synpunkter läses av nätverkets processledare och av driften");
    public static readonly Error Handled = new("feedback/handled", 409, "Synpunkten är redan omhändertagen");

    public static void MapFeedback(this RouteGroupBuilder api)
    {
        var feedback = api.MapGroup("/feedback").WithTags("feedback");
        feedback.MapPost("/", SendFeedback.Handle).WithName("SendFeedback").WithSummary("Berätta vad som inte går att använda").AllowAnonymous()
            .Fails(CommonErrors.Invalid);
        feedback.MapGet("/", ListFeedback.Handle).WithName("ListFeedback").WithSummary("Synpunkter, äldst först").RequireAuthorization(Scopes.ReadPolicy).Fails(NotReader);
        feedback.MapPost("/{id:guid}/handling", HandleFeedback.Handle).WithName("HandleFeedback").WithSummary("Skriv vad som gjordes").Fails(CommonErrors.Invalid, NotFound, NotReader, Handled);
    }

    internal static bool MayRead(this CurrentUser user) => user.HasRole(Roles.NetworkLead, Roles.Operations);
}

/// <summary>Takes a note in from anyone. The gateway bounds how many one visitor may send.</summary>
internal static class SendFeedback
{
    /// <summary>The note.</summary>
    /// <param name="Text">What does not work.</param>
    /// <param name="Page">The page that it is about, from the root.</param>
    /// <param name="Contact">Where to answer; leave out for no answer.</param>
    public sealed record Request(
        [Required(ErrorMessage = "Skriv vad som inte fungerar."), MaxLength(4000, ErrorMessage = "Högst 4 000 tecken."), NoPersonalNumber] string Text,
        [MaxLength(300, ErrorMessage = "Högst 300 tecken.")] string? Page,
        [MaxLength(200, ErrorMessage = "Högst 200 tecken."), NoPersonalNumber] string? Contact);

    /// <summary>What the writer can refer to.</summary>
    /// <param name="Id">Identity.</param>
    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, HttpRequest http, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        // Stored answers belong to somebody who has signed in. Here the key itself, a UUID, becomes the note's identity: sent twice it is one note.
        var id = Guid.TryParse(http.Headers["Idempotency-Key"], out var key) && key != Guid.Empty ? key : Guid.CreateVersion7();
        if (await db.Set<FeedbackNote>().AnyAsync(n => n.Id == id, stop)) return Sent(id);
        var note = new FeedbackNote { Id = id, Text = request.Text.Trim(), Page = Given(request.Page), Contact = Given(request.Contact), SentAt = clock.Moment() };
        db.Add(note);
        db.Add(new Notice
        {
            Id = Guid.CreateVersion7(),
            Kind = "discussion",
            Thing = note.Id,
            Version = 1,
            What = "Ny synpunkt på tillgängligheten",
            Title = note.Page ?? "Portalen",
            Path = "/natverket/synpunkter",
            Orgs = [Author.Skr],
            OccurredAt = note.SentAt,
        });
        try { await db.SaveChangesAsync(stop); }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }) { /* The same form, pressed twice at once. */ }
        return Sent(id);
    }

    private static Created<Response> Sent(Guid id) => TypedResults.Created($"/knowledge/v1/feedback/{id}", new Response(id));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Notes, the oldest first, for the network lead and operations.</summary>
internal static class ListFeedback
{
    /// <summary>Filter.</summary>
    public sealed class Filter
    {
        /// <summary>Only those that have been dealt with, or have not.</summary>
        public bool? Handled { get; init; }
    }

    /// <summary>A note.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Text">What does not work.</param>
    /// <param name="Page">The page that it is about, or null.</param>
    /// <param name="Contact">Where to answer; null for no answer, and when it has been dealt with.</param>
    /// <param name="SentAt">When it came (UTC).</param>
    /// <param name="HandledAt">When it was dealt with (UTC), or null.</param>
    /// <param name="Outcome">What was done, or null.</param>
    public sealed record Item(Guid Id, string Text, string? Page, string? Contact, DateTimeOffset SentAt, DateTimeOffset? HandledAt, string? Outcome);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, HttpRequest request, HttpResponse response, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (!user.MayRead()) return FeedbackEndpoints.NotReader.Result();
        var notes = db.Set<FeedbackNote>().AsNoTracking();
        if (filter.Handled is { } handled) notes = notes.Where(n => (n.HandledAt != null) == handled);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await notes.OrderBy(n => n.HandledAt != null).ThenBy(n => n.SentAt).ThenBy(n => n.Id)
            .Select(n => new Item(n.Id, n.Text, n.Page, n.Contact, n.SentAt, n.HandledAt, n.Outcome)).ToPageAsync(paging, request, stop));
    }
}

/// <summary>Says what was done; the writer's contact is then no longer needed and is taken away.</summary>
internal static class HandleFeedback
{
    /// <summary>What was done.</summary>
    /// <param name="Outcome">In words that the next reader understands.</param>
    public sealed record Request([Required(ErrorMessage = "Skriv vad som gjordes."), MaxLength(1000, ErrorMessage = "Högst 1 000 tecken."), NoPersonalNumber] string Outcome);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!user.MayRead()) return FeedbackEndpoints.NotReader.Result();
        var (now, outcome) = (clock.GetUtcNow(), request.Outcome.Trim());
        var handled = await db.Set<FeedbackNote>().Where(n => n.Id == id && n.HandledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.HandledAt, now).SetProperty(n => n.Outcome, outcome).SetProperty(n => n.Contact, (string?)null), stop);
        if (handled == 1) return TypedResults.NoContent();
        return await db.Set<FeedbackNote>().AnyAsync(n => n.Id == id, stop) ? FeedbackEndpoints.Handled.Result() : FeedbackEndpoints.NotFound.Result();
    }
}
