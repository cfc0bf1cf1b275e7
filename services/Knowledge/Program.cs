using Contracts.Matchmaking;
using Contracts.Municipalities;
using Knowledge;
using Knowledge.Articles;
using Knowledge.Attachments;
using Knowledge.Cases;
using Knowledge.Clauses;
using Knowledge.Copies;
using Knowledge.Discussions;
using Knowledge.Feedback;
using Knowledge.Follow;
using Knowledge.Guidance;
using Knowledge.Meetings;
using Knowledge.Models;
using Knowledge.Search;
using ServiceDefaults;
using ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("knowledge");
builder.Services.AddOpenApi("v1", options => options.Describe("knowledge"));
builder.AddServiceDatabase<KnowledgeDb>("knowledge");
builder.AddMessaging<KnowledgeDb>(messages => messages
    .Handle<BaselineChanged, KeepBaseline>()
    .Handle<CollaborationChanged, KeepCollaboration>()
    .Handle<DealChanged, GrowCase>()
    .Handle<MatchChanged, TellOfMatch>()
    .Handle<MentorshipChanged, KeepMentorship>()
    .Handle<MunicipalityChanged, KeepMunicipality>()
    .Handle<RoutesChanged, TellOfRoutes>()
    .Handle<Contracts.Municipalities.ReminderChanged, TellOfReminder>()
    .Handle<Contracts.Enterprises.ReminderChanged, TellOfReminder>()
    .Handle<Contracts.Matchmaking.ReminderChanged, TellOfReminder>());
builder.AddFollow();
builder.Services.AddValidation();

var app = builder.Build();
if (await app.RanCommand<KnowledgeDb>(args, Seed.Run)) return;

app.MapServiceDefaults();
var api = app.MapApi();
api.MapArticles();
api.MapCases();
api.MapMeetings();
api.MapModels();
api.MapDiscussions();
api.MapSearch();
api.MapAttachments();
api.MapFollow();
api.MapFeedback();
api.MapGuidance();
api.MapClauses();
api.MapChanges<KnowledgeDb>();
app.Run();

/// <summary>The service that keeps the handbook and what members learn from each other.</summary>
public partial class Program;
