using Microsoft.AspNetCore.Http.HttpResults;
using Scalar.AspNetCore;

namespace Gateway;

/// <summary>What there is to call: a list for programs and a page for people.</summary>
internal static class ApiCatalog
{
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
        var settings = context.RequestServices.GetRequiredService<IConfiguration>();
        if (settings["Auth:Authority"] is not null) return;
        var platform = settings["PublicUrl"]?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        options.AddAuthorizationCodeFlow("inloggning", flow => flow
            .WithClientId("docs")
            .WithPkce(Pkce.Sha256)
            .WithAuthorizationUrl($"{platform}/identity/connect/authorize")
            .WithTokenUrl($"{platform}/identity/connect/token")
            .WithRedirectUri($"{platform}/docs/")
            .WithSelectedScopes([.. Platform.Apis.SelectMany(api => new[] { $"{api}:read", $"{api}:write" })]));
    }).RequireRateLimiting(RateLimits.Pages).AllowAnonymous();
}
