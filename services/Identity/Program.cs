using Identity;
using Identity.Clients;
using Identity.Keys;
using Identity.Operations;
using Identity.People;
using Identity.Tokens;
using ServiceDefaults;
using ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("identity");
builder.AddServiceDatabase<IdentityDb>("identity");
builder.AddKeys();
builder.AddPeople();
builder.AddIssuer();

var app = builder.Build();
if (await app.RanCommand<IdentityDb>(args, Seed.Run)) return;
if (await Command.Run(app.Services, args, Console.In, CancellationToken.None) is { } outcome)
{
    Console.WriteLine(outcome.Message);
    Environment.ExitCode = outcome.Done ? 0 : 1;
    return;
}
app.UseExceptionHandler();
app.UseKeys();
app.MapServiceDefaults();
app.MapSignIn();
app.MapIssuer();
app.Run();

public partial class Program;
