using Municipalities.Register;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Mentorships;

internal static class MentorshipEndpoints
{
    public static void MapMentorships(this RouteGroupBuilder api)
    {
        api.MapGet("/municipalities/{code}/mentors", FindMentors.Handle).WithName("FindMentors").WithTags("mentorships").WithSummary("Två kommuner som kan hjälpa / Two that could help")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(CommonErrors.Invalid, MunicipalityEndpoints.NotFound, MentorshipErrors.NoBaseline);

        var mentorships = api.MapGroup("/mentorships").WithTags("mentorships");
        mentorships.MapGet("/", ListMentorships.Handle).WithName("ListMentorships").WithSummary("Mentorskap / Mentorships").RequireAuthorization(Scopes.ReadPolicy).Fails(CommonErrors.Invalid);
        mentorships.MapGet("/{id:guid}", GetMentorship.Handle).WithName("GetMentorship").WithSummary("Ett mentorskap / A mentorship")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(MentorshipErrors.NotFound);
        mentorships.MapPost("/", RequestMentorship.Handle).WithName("RequestMentorship").WithSummary("Fråga en kommun / Ask a municipality")
            .Fails(CommonErrors.Invalid, MentorshipErrors.Oneself, MentorshipErrors.NotALead, MentorshipErrors.NotWilling, MentorshipErrors.AskedAlready).Idempotent<MunicipalitiesDb>();
        mentorships.MapPost("/{id:guid}/acceptance", MoveMentorship.Accept).WithName("AcceptMentorship").WithSummary("Svara ja / Accept")
            .Changes(MentorshipErrors.NotTheMentor, MentorshipErrors.NotRequested);
        mentorships.MapPost("/{id:guid}/refusal", MoveMentorship.Decline).WithName("DeclineMentorship").WithSummary("Svara nej / Decline")
            .Changes(MentorshipErrors.NotTheMentor, MentorshipErrors.NotRequested);
        mentorships.MapPost("/{id:guid}/withdrawal", MoveMentorship.Withdraw).WithName("WithdrawMentorship").WithSummary("Ta tillbaka frågan / Withdraw")
            .Changes(MentorshipErrors.NotTheAsking, MentorshipErrors.NotRequested);
        mentorships.MapPost("/{id:guid}/notes", MoveMentorship.AddNote).WithName("NoteConversation").WithSummary("Anteckna ett samtal / Note a conversation")
            .Changes(CommonErrors.Invalid, MentorshipErrors.NotAccepted, MentorshipErrors.TooManyNotes);
        mentorships.MapPost("/{id:guid}/conclusion", MoveMentorship.Conclude).WithName("ConcludeMentorship").WithSummary("Avsluta med vad det ledde till / Conclude")
            .Changes(CommonErrors.Invalid, MentorshipErrors.NotTheAsking, MentorshipErrors.NotAccepted, MentorshipErrors.NoConversation);
    }

    private static void Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [MentorshipErrors.NotFound, MentorshipErrors.NotALead, CommonErrors.IfMatchMissing, CommonErrors.Stale, CommonErrors.Race, .. errors]);
}
