using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Session;

/// <summary>Signing in at the issuer by code with PKCE. The browser gets a reference; who it is and the tokens stay on the server.</summary>
internal static class Setup
{
    private const string Oidc = OpenIdConnectDefaults.AuthenticationScheme;
    private const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>On a sign-in that is tried a second time.</summary>
    private const string Again = "again";

    private static readonly string[] Scopes = ["openid", "profile", "email", "offline_access",
        .. new[] { "municipalities", "enterprises", "matchmaking", "knowledge" }.SelectMany(service => new[] { $"{service}:read", $"{service}:write" })];

    public static void AddSession(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var publicUrl = new Uri((configuration["PublicUrl"] ?? "http://localhost:8080").TrimEnd('/') + "/");
        var tls = publicUrl.Scheme == Uri.UriSchemeHttps;
        var authority = configuration["Auth:Authority"] ?? $"{configuration["services:identity:http:0"] ?? "http://localhost:8080"}/identity/";

        // Replicas on different machines need folders that they share, or they cannot read each other's cookies and sessions.
        var protection = builder.Services.AddDataProtection().SetApplicationName("portal");
        if (configuration["DataProtection:Folder"] is { Length: > 0 } folder) protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        builder.Services.AddSingleton<ISessionStore>(services => configuration["Session:Folder"] is { Length: > 0 } sessions
            ? new FolderSessions(sessions, services.GetRequiredService<TimeProvider>())
            : new MemorySessions(services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<Tickets>();
        builder.Services.AddSingleton<Tokens>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Visitor>();
        builder.Services.AddScoped<Flash>();
        builder.Services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<Tickets>((cookie, tickets) => cookie.SessionStore = tickets);

        builder.Services.AddAntiforgery(form => (form.Cookie.Name, form.Cookie.SecurePolicy) = Named("portal-form", tls));
        builder.Services.AddAuthentication(options => (options.DefaultScheme, options.DefaultChallengeScheme) = (Cookie, Oidc))
            .AddCookie(cookie =>
            {
                (cookie.Cookie.Name, cookie.Cookie.SecurePolicy) = Named("portal", tls);
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.SlidingExpiration = false;
                cookie.AccessDeniedPath = "/ingen-behorighet";
                cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Tokens>().Validate(context);
            })
            .AddOpenIdConnect(oidc =>
            {
                oidc.MetadataAddress = $"{authority.TrimEnd('/')}/.well-known/openid-configuration";
                oidc.RequireHttpsMetadata = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
                oidc.ClientId = configuration["Auth:PortalClient"] ?? "portal";
                oidc.ClientSecret = configuration["Auth:PortalSecret"];
                (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce, oidc.MapInboundClaims, oidc.SaveTokens) = ("code", "query", true, false, true);
                (oidc.TokenValidationParameters.NameClaimType, oidc.TokenValidationParameters.RoleClaimType) = ("name", configuration["Auth:RoleClaim"] ?? "role");
                oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
                oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = Named("", tls).Item2;
                oidc.Scope.Clear();
                foreach (var scope in Scopes) oidc.Scope.Add(scope);
                oidc.Events = Redirects(publicUrl);
            });
    }

    private static OpenIdConnectEvents Redirects(Uri publicUrl) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = new Uri(publicUrl, "signin-oidc").ToString();
            return Task.CompletedTask;
        },
        OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.PostLogoutRedirectUri = new Uri(publicUrl, "signout-callback-oidc").ToString();
            context.ProtocolMessage.ClientId = context.Options.ClientId;
            return Task.CompletedTask;
        },
        OnRemoteFailure = context =>
        {
            // An old tab, a cookie that is gone: begin again, once, instead of showing a fault. Who has signed in by then comes through without a word.
            var till = Site.Local(context.Properties?.RedirectUri);
            context.Response.Redirect(context.Properties is { Items: var items } && !items.ContainsKey(Again) ? $"/signin?till={Uri.EscapeDataString(till)}&igen=true" : "/");
            context.HandleResponse();
            return Task.CompletedTask;
        },
    };

    public static void MapSession(this WebApplication app)
    {
        app.MapGet("/signin", (string? till, bool igen = false) =>
        {
            var session = new AuthenticationProperties { RedirectUri = till is null ? "/oversikt" : Site.Local(till) };
            if (igen) session.Items[Again] = "";
            return TypedResults.Challenge(session, [Oidc]);
        }).ExcludeFromDescription();
        app.MapPost("/signout", async (HttpContext context, IAntiforgery forms, Tokens tokens) =>
        {
            if (!await forms.IsRequestValidAsync(context)) return (IResult)TypedResults.Redirect("/");
            await tokens.Revoke(context);
            return TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Cookie, Oidc]);
        }).ExcludeFromDescription().DisableAntiforgery();
    }

    /// <summary>Browsers accept the prefix only together with Secure.</summary>
    private static (string, CookieSecurePolicy) Named(string name, bool tls) =>
        tls ? ($"__Host-{name}", CookieSecurePolicy.Always) : (name, CookieSecurePolicy.SameAsRequest);
}
