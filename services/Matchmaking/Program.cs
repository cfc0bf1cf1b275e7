using Contracts.Enterprises;
using Contracts.Municipalities;
using Matchmaking;
using Matchmaking.Copies;
using Matchmaking.CpvLabels;
using Matchmaking.Data;
using Matchmaking.Deals;
using Matchmaking.Dialogues;
using Matchmaking.FollowUps;
using Matchmaking.Indicators;
using Matchmaking.Interests;
using Matchmaking.Matches;
using Matchmaking.Reminders;
using Matchmaking.RouteAssessments;
using Matchmaking.Routes;
using Matchmaking.Statistics;
using Matchmaking.Tellings;
using Matchmaking.Trades;
using ServiceDefaults;
using ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("matchmaking");
builder.Services.AddOpenApi("v1", options => options.Describe("matchmaking"));
builder.AddServiceDatabase<MatchmakingDb>("matchmaking");
builder.AddMessaging<MatchmakingDb>(messages => messages
    .Handle<MunicipalityChanged, KeepMunicipality>()
    .Handle<NeedChanged, KeepNeed>()
    .Handle<EnterpriseChanged, KeepEnterprise>());
builder.Services.AddValidation();
builder.AddMatches();
builder.AddTellings();
builder.AddTrades();
builder.AddRoutes();
builder.Services.AddSingleton<PublicFigures>();
builder.Services.AddSingleton<LookForReminders>();
builder.Services.AddHostedService(services => services.GetRequiredService<LookForReminders>());

var app = builder.Build();
if (await app.RanCpvImport(args)) return;
if (await app.RanCommand<MatchmakingDb>(args, Seed.Run)) return;
app.MapServiceDefaults();
var api = app.MapApi();
api.MapMatches();
api.MapTrades();
api.MapCpvLabels();
api.MapDialogues();
api.MapInterests();
api.MapDeals();
api.MapRoutes();
api.MapRouteAssessments();
api.MapFollowUps();
api.MapStatistics();
api.MapIndicators();
api.MapChanges<MatchmakingDb>();
app.Run();

/// <summary>The service's entry point, public so that tests can start it.</summary>
public partial class Program;
