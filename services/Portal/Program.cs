using System.Globalization;
using Portal;
using Portal.Api;
using Portal.Pages;
using Portal.Pages.Needs;
using Portal.Pages.Operations;
using Portal.Session;
using ServiceDefaults;
using System.Text.Encodings.Web;
using System.Text.Unicode;

var builder = WebApplication.CreateBuilder(args);
// Before the services' own way of answering: people get a page.
builder.Services.AddExceptionHandler<PageFault>();
builder.AddServiceDefaults("portal");
builder.Services.AddRazorComponents();
// Swedish letters as themselves: smaller, and a reader of the source sees words.
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddScoped<Places>();
builder.AddSession();
builder.AddApi();
builder.AddOperations();
builder.AddCompression();
builder.AddFirstReads();

// Swedish unless the reader has chosen otherwise; figures and dates are always written the Swedish way.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("sv-SE");

var app = builder.Build();
app.UseCompression();
app.UseReaderLanguage();
app.UsePageHeaders();
app.MapServiceDefaults();
app.UseWordsForStatus();
app.UseAntiforgery();
app.Use(next => context => Rounds.Count(context, next));
app.MapAssets();
app.MapLanguage();
app.MapSession();
app.MapNeedFragments();
app.MapFiles();
app.MapPages();
app.Run();

public partial class Program;
