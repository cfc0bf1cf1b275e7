using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Knowledge.Discussions;

internal static class DiscussionEndpoints
{
    public static void MapDiscussions(this RouteGroupBuilder api)
    {
        var discussions = api.MapGroup("/discussions").WithTags("discussions");
        discussions.MapGet("/", ListDiscussions.Handle).WithName("ListDiscussions").WithSummary("Frågor och trådar");
        discussions.MapGet("/similar", SimilarDiscussions.Handle).WithName("ListSimilarDiscussions").WithSummary("Liknande frågor, medan du skriver")
            .Fails(CommonErrors.Invalid);
        discussions.MapGet("/{id:guid}", GetDiscussion.Handle).WithName("GetDiscussion").WithSummary("En tråd med alla svar").Fails(DiscussionErrors.NotFound);
        discussions.MapGet("/{id:guid}/moderation", ListModeration.Handle).WithName("ListModeration").WithSummary("Vad som har modererats, och varför")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(DiscussionErrors.NotFound);

        discussions.MapGet("/reports", ListReports.Handle).WithName("ListReports").WithSummary("Anmälda inlägg som väntar").RequireAuthorization(Scopes.ReadPolicy).Fails(DiscussionErrors.NotModerator);
        discussions.MapGet("/moderations", ListModerations.Handle).WithName("ListModerations").WithSummary("Vad moderatorer har gjort, senaste först")
            .RequireAuthorization(Scopes.ReadPolicy).Fails(DiscussionErrors.NotModerator);
        discussions.MapPost("/{id:guid}/reports", ReportDiscussion.Handle).WithName("ReportDiscussion").WithSummary("Anmäl ett inlägg till moderatorn")
            .Fails(DiscussionErrors.NotFound, DiscussionErrors.NotMember, DiscussionErrors.NoSuchReply);
        discussions.MapPost("/reports/{id:guid}/dismissal", DismissReport.Handle).WithName("DismissReport").WithSummary("Låt det anmälda stå kvar").Fails(DiscussionErrors.NotModerator, DiscussionErrors.NoSuchReport);

        discussions.MapPost("/", StartDiscussion.Handle).WithName("StartDiscussion").WithSummary("Ställ en fråga").Idempotent<KnowledgeDb>()
            .Fails(DiscussionErrors.NotMember);
        discussions.MapPut("/{id:guid}", ReviseDiscussion.Handle).WithName("ReviseDiscussion").WithSummary("Skriv om frågan").Changes(DiscussionErrors.NotYours);
        discussions.MapPost("/{id:guid}/replies", ReplyToDiscussion.Handle).WithName("ReplyToDiscussion").WithSummary("Svara").Idempotent<KnowledgeDb>()
            .Fails(DiscussionErrors.NotFound, DiscussionErrors.NotMember, DiscussionErrors.Full, DiscussionErrors.AlreadyHidden);
        discussions.MapPut("/{id:guid}/replies/{replyId:guid}", ReviseReply.Handle).WithName("ReviseReply").WithSummary("Skriv om svaret")
            .Changes(DiscussionErrors.NotYours, DiscussionErrors.NoSuchReply, DiscussionErrors.AlreadyHidden);
        discussions.MapPut("/{id:guid}/answer", AcceptAnswer.Handle).WithName("AcceptAnswer").WithSummary("Välj det svar som löste frågan")
            .Changes(DiscussionErrors.NotYours, DiscussionErrors.NoSuchReply);
        discussions.MapPost("/{id:guid}/moderation", ModerateDiscussion.Handle).WithName("ModerateDiscussion").WithSummary("Dölj eller återställ, med skäl")
            .Changes(DiscussionErrors.NotModerator, DiscussionErrors.NoSuchReply, DiscussionErrors.AlreadyHidden, DiscussionErrors.NotHidden);
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, params Error[] errors) => endpoint.Fails(
        [DiscussionErrors.NotFound, CommonErrors.IfMatchMissing, CommonErrors.Stale, .. errors]);
}
