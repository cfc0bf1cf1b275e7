using Gateway;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("gateway");
builder.AddEdge();
builder.AddEdgeTokens();
builder.AddRateLimits();
builder.AddPlatformHealth();
builder.AddPlatformProxy();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseManagementPort();
app.MapServiceDefaults(beforeAuthorization: edge => edge.UseRateLimiter());
app.UseProxyProblems();
app.UseRequestTimeouts();
app.MapApiCatalog();
app.MapApiReference();
app.MapApiSignIn();
app.MapPlatformProxy();
app.Run();

public partial class Program;
