using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Scalar.AspNetCore;

namespace Gateway;

/// <summary>What there is to call: a list for programs and a page for people.</summary>
internal static class ApiCatalog
{
    /// <summary>What the page calls signing in as oneself, chosen when it opens.</summary>
    private const string SignIn = "inloggning";

    /// <summary>The platform's APIs.</summary>
    /// <param name="Apis">One for each service.</param>
    /// <param name="ApiReference">The page that describes them all.</param>
    internal sealed record Catalog(IReadOnlyList<Entry> Apis, string ApiReference);

    /// <summary>An API; its own <c>/api-info</c> says version and state (national REST profile, VER.06–07).</summary>
    internal sealed record Entry(string ApiName, string ApiInfo, string ApiDocumentation);

    public static void MapApiCatalog(this WebApplication app) => app
        .MapGet("/api-info", Ok<Catalog> () => TypedResults.Ok(new Catalog(
            [.. Platform.Apis.Select(service => new Entry(service, $"/{service}/v1/api-info", $"/openapi/{service}.json"))], "/docs")))
        .WithName("api-info").WithTags("api-info").RequireRateLimiting(RateLimits.Pages).AllowAnonymous();

    /// <summary>The content policy of the API reference, or null when the answer is not that page.</summary>
    public static string? ContentPolicy(HttpContext context) => context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce
        ? $"default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
          "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        : null;

    /// <summary>
    /// One page over all documents. Its script is the package's own, served from here; fonts, telemetry, assistants and the request
    /// proxy of its maker are off, and the content policy would stop them.
    /// </summary>
    public static void MapApiReference(this WebApplication app) => app.MapScalarApiReference("/docs", (options, context) =>
    {
        options.WithTitle("API-referens – Nätverket för kommuner och sociala företag")
            .WithNonce()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools()
            .AddDocuments(Platform.Apis)
            .WithOpenApiRoutePattern("/openapi/{documentName}.json");
        // Readers try the APIs as themselves. Another issuer (Auth:Authority) does not know this page: there a token is pasted.
        if (context.RequestServices.GetRequiredService<IConfiguration>()["Auth:Authority"] is null) options.WithJavaScriptConfiguration("docs/sign-in.js");
    }).RequireRateLimiting(RateLimits.Pages).AllowAnonymous();

    /// <summary>
    /// How the page's readers sign in. It is a script of its own since the settings in .NET leave out the type of a way to sign in, and the
    /// page's program takes over who asks and for what only when all that belongs to the type is there, the address for renewal too.
    /// </summary>
    public static void MapApiSignIn(this WebApplication app) => app.MapGet("/docs/sign-in.js", ContentHttpResult (HttpContext context, IConfiguration settings) =>
    {
        var platform = settings["PublicUrl"]?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        string[] scopes = [.. Platform.Apis.SelectMany(api => new[] { $"{api}:read", $"{api}:write" })];
        var flow = new Dictionary<string, object>
        {
            ["authorizationUrl"] = $"{platform}/identity/connect/authorize", ["tokenUrl"] = $"{platform}/identity/connect/token", ["x-scalar-redirect-uri"] = $"{platform}/docs/",
            ["x-scalar-client-id"] = "docs", ["x-usePkce"] = "SHA-256", ["scopes"] = scopes.ToDictionary(scope => scope, _ => ""), ["refreshUrl"] = $"{platform}/identity/connect/token",
        };
        var signIn = new Dictionary<string, object> { ["type"] = "oauth2", ["flows"] = new { authorizationCode = flow }, ["x-default-scopes"] = scopes };
        var authentication = new { preferredSecurityScheme = SignIn, securitySchemes = new Dictionary<string, object> { [SignIn] = signIn } };
        return TypedResults.Text($"export default {JsonSerializer.Serialize(new { authentication })};", "text/javascript; charset=utf-8");
    }).ExcludeFromDescription().RequireRateLimiting(RateLimits.Pages).AllowAnonymous();
}
