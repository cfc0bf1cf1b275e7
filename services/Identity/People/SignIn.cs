using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;

namespace Identity.People;

/// <summary>The sign-in page: the only page that sees a password.</summary>
internal static partial class SignIn
{
    public const string Path = "/identity/login";
    public const string Stamp = "stamp";
    private const string AuthorizePath = "/identity/connect/authorize?";

    public static void AddPeople(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddScoped<Passwords>();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = configuration.CookieName("identity-form");
            options.Cookie.SecurePolicy = configuration.CookieSecurity();
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        // The cookie and OpenIddict judge what comes here; the other services' bearer scheme would ask ourselves for our keys.
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = configuration.CookieName("identity");
            cookie.Cookie.SecurePolicy = configuration.CookieSecurity();
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.SlidingExpiration = false;
            cookie.LoginPath = Path;
        });
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet(Path, Show).ExcludeFromDescription();
        // The page is checked by hand, so that one that has grown old is shown again instead of an error.
        app.MapPost(Path, Submit).DisableAntiforgery().ExcludeFromDescription();
    }

    private static Task<IResult> Show(string? returnUrl, HttpContext context, IOpenIddictApplicationManager clients) =>
        Page(context, clients, returnUrl, null, null, StatusCodes.Status200OK);

    private static async Task<IResult> Submit(
        [FromForm] string? userName, [FromForm] string? password, [FromForm] string? returnUrl,
        HttpContext context, IAntiforgery antiforgery, IOpenIddictApplicationManager clients, Passwords passwords, ILoggerFactory logs, CancellationToken stop)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return await Page(context, clients, returnUrl, userName, "Sidan hade blivit för gammal. Försök igen.", StatusCodes.Status400BadRequest);
        var log = logs.CreateLogger(typeof(SignIn));
        var person = string.IsNullOrEmpty(userName) || string.IsNullOrEmpty(password) || userName.Length > 100 || password.Length > 200
            ? null
            : await passwords.Check(userName, password, stop);
        if (person is null)
        {
            Log.Refused(log);
            return await Page(context, clients, returnUrl, userName,
                $"Användarnamnet eller lösenordet stämmer inte. Efter {Person.MostFailures} försök spärras kontot i {Person.LockedFor.TotalMinutes:0} minuter.",
                StatusCodes.Status401Unauthorized);
        }

        Log.SignedIn(log, person.Id);
        var identity = new ClaimsIdentity([new("sub", person.Id.ToString()), new(Stamp, person.Stamp.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        // From a bookmark nobody waits for the answer; the portal's own sign-in then goes through by itself.
        return TypedResults.Redirect(Local(returnUrl) is { Length: > 1 } waiting ? waiting : "/signin");
    }

    private static async Task<IResult> Page(
        HttpContext context, IOpenIddictApplicationManager clients, string? returnUrl, string? userName, string? fault, int status)
    {
        // Browsers hold the redirects after a form to form-action as well, so the waiting client must be allowed.
        var client = await WaitingClient(context, clients, returnUrl);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'{client}; frame-ancestors 'none'; base-uri 'none'";
        // As the form's token sets it: anything else is overwritten with a warning.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return new RazorComponentResult<SignInPage>(new { ReturnUrl = Local(returnUrl), UserName = userName, Fault = fault }) { StatusCode = status };
    }

    private static async Task<string> WaitingClient(HttpContext context, IOpenIddictApplicationManager clients, string? returnUrl)
    {
        if (Local(returnUrl) is not { Length: > 1 } local) return "";
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(local[local.IndexOf('?')..]);
        if (query["client_id"] is not [{ } id] || query["redirect_uri"] is not [{ } target]) return "";
        var known = await clients.FindByClientIdAsync(id, context.RequestAborted) is { } client
            && await clients.ValidateRedirectUriAsync(client, target, context.RequestAborted);
        return known && Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? $" {new Uri(target).GetLeftPart(UriPartial.Authority)}"
            : "";
    }

    /// <summary>Only back to our own authorization endpoint; anything else is the start page.</summary>
    private static string Local(string? returnUrl) =>
        returnUrl?.StartsWith(AuthorizePath, StringComparison.Ordinal) == true && !returnUrl.Any(char.IsControl) ? returnUrl : "/";

    private static partial class Log
    {
        // Neither the name that was tried (people type their password there) nor the address: the gateway's log has it.
        [LoggerMessage(1, LogLevel.Warning, "A sign-in was refused")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(2, LogLevel.Information, "Person {PersonId} signed in")]
        public static partial void SignedIn(ILogger logger, Guid personId);
    }
}
