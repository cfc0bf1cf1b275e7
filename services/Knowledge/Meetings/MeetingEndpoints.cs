using Knowledge.Articles;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Knowledge.Meetings;

internal static class MeetingEndpoints
{
    public static void MapMeetings(this RouteGroupBuilder api)
    {
        var meetings = api.MapGroup("/meetings").WithTags("meetings");
        meetings.MapGet("/", ListMeetings.Handle).WithName("ListMeetings").WithSummary("Nätverkets möten");
        meetings.MapGet("/calendar", MeetingCalendar.Feed).WithName("GetMeetingFeed").WithSummary("Möten att prenumerera på i en kalender")
            .Produces<string>(StatusCodes.Status200OK, "text/calendar");
        meetings.MapGet("/{id:guid}", GetMeeting.Handle).WithName("GetMeeting").WithSummary("Ett möte").Fails(MeetingErrors.NotFound);
        meetings.MapGet("/{id:guid}/calendar", MeetingCalendar.One).WithName("GetMeetingCalendar").WithSummary("Mötet som kalenderfil")
            .Produces<string>(StatusCodes.Status200OK, "text/calendar").Fails(MeetingErrors.NotFound);
        meetings.MapGet("/{id:guid}/registrations", ListRegistrations.Handle).WithName("ListRegistrations").WithSummary("Vilka som kommer, för arrangören")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(MeetingErrors.NotFound, MeetingErrors.NotYours);

        meetings.MapPost("/", PlanMeeting.Handle).WithName("PlanMeeting").WithSummary("Planera ett möte").Idempotent<KnowledgeDb>().Fails(MeetingErrors.NotYours);
        meetings.MapPut("/{id:guid}", ReviseMeeting.Handle).WithName("ReviseMeeting").WithSummary("Ändra mötet")
            .Changes(MeetingErrors.Cancelled, MeetingErrors.TooFewPlaces);
        meetings.MapPost("/{id:guid}/announcement", AnnounceMeeting.Handle).WithName("AnnounceMeeting").WithSummary("Lys ut mötet")
            .Changes(MeetingErrors.NotPlanned, MeetingErrors.Past);
        meetings.MapPost("/{id:guid}/cancellation", CancelMeeting.Handle).WithName("CancelMeeting").WithSummary("Ställ in mötet").Changes(MeetingErrors.Cancelled);
        meetings.MapPut("/{id:guid}/minutes", MinuteMeeting.Handle).WithName("MinuteMeeting").WithSummary("Skriv anteckningar")
            .Changes(MeetingErrors.NotHeld, MeetingErrors.Adopted);
        meetings.MapPost("/{id:guid}/minutes/adoption", AdoptMinutes.Handle).WithName("AdoptMinutes").WithSummary("Justera anteckningarna")
            .Changes(MeetingErrors.NoMinutes, MeetingErrors.Adopted);
        meetings.MapPost("/{id:guid}/minutes/article", MinutesToArticle.Handle).WithName("MinutesToArticle").WithSummary("Gör anteckningarna till ett utkast i handboken")
            .Changes(MeetingErrors.NotAdopted, MeetingErrors.AlreadyArticle, ArticleErrors.SlugTaken);
        meetings.MapPut("/{id:guid}/attendance", NoteAttendance.Handle).WithName("NoteAttendance").WithSummary("Skriv vilka som kom")
            .Fails(MeetingErrors.NotFound, MeetingErrors.NotYours, MeetingErrors.NotHeld);
        meetings.MapPut("/{id:guid}/registrations/own", Register.Handle).WithName("Register").WithSummary("Anmäl dig")
            .Fails(MeetingErrors.NotFound, MeetingErrors.NotOpen);
        meetings.MapDelete("/{id:guid}/registrations/own", Unregister.Handle).WithName("Unregister").WithSummary("Avanmäl dig").Fails(MeetingErrors.NotFound);
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [MeetingErrors.NotFound, MeetingErrors.NotYours, CommonErrors.IfMatchMissing, CommonErrors.Stale, .. errors]);
}
