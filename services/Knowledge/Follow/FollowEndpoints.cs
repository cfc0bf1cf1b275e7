using ServiceDefaults;

namespace Knowledge.Follow;

internal static class FollowEndpoints
{
    public static void MapFollow(this RouteGroupBuilder api)
    {
        var follow = api.MapGroup("/follow").WithTags("follow");
        follow.MapGet("/", GetFollowing.Handle).WithName("GetFollowing").WithSummary("Hur du får veta vad som händer")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(FollowErrors.NotAPerson);
        follow.MapPut("/preferences/{kind}", ChooseFollowing.Handle).WithName("ChooseFollowingOfKind").WithSummary("Välj för ett slags händelser").Chooses();
        follow.MapPut("/preferences/{kind}/{thing:guid}", ChooseFollowing.Thing).WithName("ChooseFollowingOfThing").WithSummary("Följ eller tysta en enskild sak").Chooses();
        follow.MapDelete("/preferences/{kind}", (string kind, CurrentUser user, KnowledgeDb db, CancellationToken stop) =>
            ChooseFollowing.Forget(kind, null, user, db, stop)).WithName("ForgetFollowingOfKind").WithSummary("Ta tillbaka valet").Fails(FollowErrors.NotAPerson);
        follow.MapDelete("/preferences/{kind}/{thing:guid}", (string kind, Guid thing, CurrentUser user, KnowledgeDb db, CancellationToken stop) =>
            ChooseFollowing.Forget(kind, thing, user, db, stop)).WithName("ForgetFollowingOfThing").WithSummary("Ta tillbaka valet").Fails(FollowErrors.NotAPerson);
        follow.MapPut("/address", GiveAddress.Handle).WithName("GiveAddress").WithSummary("Ange e-postadress; den gäller när du har bekräftat den").Fails(FollowErrors.NotAPerson);
        follow.MapGet("/mails", ListMails.Handle).WithName("ListMails").WithSummary("Mejl till dig, och om de har gått iväg").RequireAuthorization(Scopes.ReadPolicy);
        follow.MapPost("/feed/renewal", PersonalFeed.Renew).WithName("RenewFeed").WithSummary("Byt adress på dina flöden").Fails(FollowErrors.NotAPerson);

        // Without signing in: the token in the address says who it is.
        follow.MapGet("/feed/atom", PersonalFeed.Atom).WithName("GetAtomFeed").WithSummary("Dina händelser som Atom")
            .Produces<string>(StatusCodes.Status200OK, "application/atom+xml").Fails(FollowErrors.BadToken);
        follow.MapGet("/feed/json", PersonalFeed.Json).WithName("GetJsonFeed").WithSummary("Dina händelser som JSON Feed")
            .Produces<string>(StatusCodes.Status200OK, "application/feed+json").Fails(FollowErrors.BadToken);
        follow.MapGet("/feed/calendar", Meetings.MeetingCalendar.Own).WithName("GetOwnCalendar").WithSummary("Möten du är anmäld till, att prenumerera på i en kalender")
            .Produces<string>(StatusCodes.Status200OK, "text/calendar").Fails(FollowErrors.BadToken);
        follow.MapGet("/unsubscription", MailLinks.ShowStop).WithName("ShowUnsubscription").WithSummary("Sidan med knappen som avslutar mejl").Page();
        follow.MapPost("/unsubscription", MailLinks.Stop).WithName("Unsubscribe").WithSummary("Avsluta alla mejl (List-Unsubscribe-Post)").AllowAnonymous().Page();
        follow.MapGet("/address/confirmation", MailLinks.ShowConfirmation).WithName("ShowAddressConfirmation").WithSummary("Sidan med knappen som bekräftar adressen").Page();
        follow.MapPost("/address/confirmation", MailLinks.Confirm).WithName("ConfirmAddress").WithSummary("Bekräfta adressen").AllowAnonymous().Page();

        var notifications = api.MapGroup("/notifications").WithTags("follow");
        notifications.MapGet("/", ListNotifications.Handle).WithName("ListNotifications").WithSummary("Vad som har hänt, senaste först").RequireAuthorization(Scopes.ReadPolicy);
        notifications.MapPut("/reading", ReadNotifications.Handle).WithName("ReadNotifications").WithSummary("Markera allt till och med en tidpunkt som läst");
        notifications.MapPut("/{id:guid}/reading", ReadNotifications.One).WithName("ReadNotification").WithSummary("Markera som läst").Fails(FollowErrors.NoSuchNotification);
    }

    private static void Chooses(this RouteHandlerBuilder endpoint) => endpoint.Fails(CommonErrors.Invalid, FollowErrors.NotAPerson);

    private static void Page(this RouteHandlerBuilder endpoint) => endpoint.Produces<string>(StatusCodes.Status200OK, "text/html").Fails(FollowErrors.BadToken);
}
