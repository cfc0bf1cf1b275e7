using ServiceDefaults.Rules;
using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Matchmaking.Dialogues;

/// <summary>The municipality writes down a meeting for all to read.</summary>
internal static class NoteMeeting
{
    /// <param name="Kind">Kind of dialogue.</param>
    /// <param name="HeldOn">The day.</param>
    /// <param name="Participants">Organisations that took part, no names of persons.</param>
    /// <param name="Notes">What was said that matters for the need.</param>
    public sealed record Request(
        [property: Required(ErrorMessage = "Ange typ av möte.")] MeetingKind? Kind,
        [property: Required(ErrorMessage = "Ange dagen."), Day] DateOnly? HeldOn,
        [property: Required(ErrorMessage = "Ange vilka organisationer som deltog."), MinLength(1, ErrorMessage = "Minst en."), MaxLength(50, ErrorMessage = "Högst 50."), Organisations, NoPersonalNumber] IReadOnlyList<string> Participants,
        [property: Required(ErrorMessage = "Skriv vad som sades."), MaxLength(10_000, ErrorMessage = "Högst 10 000 tecken."), NoPersonalNumber] string Notes);

    public static async Task<Results<Created<MeetingView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Buyer() is not { } buyer) return DialogueErrors.MunicipalityOnly.Result();
        var need = await db.Needs.FindAsync([id], stop);
        if (need is null or { Withdrawn: true }) return DialogueErrors.NeedNotFound.Result();
        if (need.MunicipalityCode != buyer) return DialogueErrors.MunicipalityOnly.Result();
        if (request.HeldOn > clock.Today()) return DialogueErrors.MeetingInFuture.Result(null, new InvalidParameter("heldOn", "Kan inte ligga i framtiden."));

        var meeting = Meeting.Note(need, request.Kind!.Value, request.HeldOn!.Value, request.Participants, request.Notes.Trim(), clock.Moment());
        db.Add(meeting);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/matchmaking/v1/needs/{id}/meetings", MeetingView.From.Compile()(meeting));
    }
}
