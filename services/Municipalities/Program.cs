using Contracts.Knowledge;
using Municipalities;
using Municipalities.Agreements;
using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Context;
using Municipalities.Journeys;
using Municipalities.Mentorships;
using Municipalities.Needs;
using Municipalities.Overview;
using Municipalities.Register;
using Municipalities.Reminders;
using ServiceDefaults;
using ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("municipalities");
builder.Services.AddOpenApi("v1", options => options.Describe("municipalities"));
builder.AddServiceDatabase<MunicipalitiesDb>("municipalities");
builder.AddMessaging<MunicipalitiesDb>(messages => messages.Handle<MeetingChanged, KeepProposals>());
builder.Services.AddValidation();
builder.Services.AddHostedService<DueChecks>();
builder.Services.AddSingleton<LookForReminders>();
builder.Services.AddHostedService(services => services.GetRequiredService<LookForReminders>());

var app = builder.Build();
if (await app.RanCommand<MunicipalitiesDb>(args, Seed.Run)) return;

app.MapServiceDefaults();
var api = app.MapApi();
api.MapMunicipalities();
api.MapNeeds();
api.MapBaselines();
api.MapContext();
api.MapCollaborations();
api.MapJourneys();
api.MapMentorships();
api.MapAgreements();
api.MapOverview();
api.MapChanges<MunicipalitiesDb>();
app.Run();

/// <summary>Public, so that tests can start the service.</summary>
public partial class Program;
