using Enterprises;
using Enterprises.Claims;
using Enterprises.Complaints;
using Enterprises.Exchange;
using Enterprises.Offers;
using Enterprises.Register;
using Enterprises.Reminders;
using ServiceDefaults;
using ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("enterprises");
builder.Services.AddOpenApi("v1", options => options.Describe("enterprises"));
builder.AddServiceDatabase<EnterprisesDb>("enterprises");
builder.AddMessaging<EnterprisesDb>();
builder.Services.AddValidation();
builder.Services.AddHostedService<FreshnessSweep>();
builder.Services.AddSingleton<LookForReminders>();
builder.Services.AddHostedService(services => services.GetRequiredService<LookForReminders>());

var app = builder.Build();
if (await app.RanCommand<EnterprisesDb>(args, Seed.Run)) return;

app.MapServiceDefaults();
var api = app.MapApi();
api.MapEnterprises();
api.MapOffers();
api.MapClaims();
api.MapComplaints();
api.MapExchange();
api.MapChanges<EnterprisesDb>();
app.Run();

/// <summary>Public, so that tests can start the service.</summary>
public partial class Program;
