using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.ResponseCompression;
using Portal.Layout;
using Portal.Texts;

namespace Portal;

/// <summary>The pages, rendered on the server. They load nothing from elsewhere, and the little script that there is comes from here.</summary>
public static class Site
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void AddCompression(this WebApplicationBuilder builder)
    {
        // A form's token is masked anew in each answer, so that compression tells nobody what it is.
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    public static void UseCompression(this WebApplication app) => app.UseResponseCompression();

    public static void UsePageHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true) return Task.CompletedTask;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers["X-Content-Type-Options"] = "nosniff";
            // With a name on it, a page is nobody else's.
            headers.CacheControl = context.User.Identity?.IsAuthenticated == true ? "no-store" : "no-cache";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>The reader's language, from a cookie, for the frame and the pages that have both; other pages are in Swedish. Figures stay Swedish.</summary>
    public static void UseReaderLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        var swedishOnly = context.GetEndpoint()?.Metadata is { } page && page.GetMetadata<ComponentTypeMetadata>() is not null && page.GetMetadata<TranslatedAttribute>() is null;
        CultureInfo.CurrentUICulture = swedishOnly ? CultureInfo.GetCultureInfo("sv") : ReaderOf(context);
        return next(context);
    });

    /// <summary>The language that the reader has chosen.</summary>
    public static CultureInfo ReaderOf(HttpContext context) => CultureInfo.GetCultureInfo(context.Request.Cookies["language"] == "en" ? "en" : "sv");

    public static void MapLanguage(this WebApplication app) => app.MapGet("/sprak/{language:regex(^(sv|en)$)}", (HttpContext context, string language, string? till) =>
    {
        context.Response.Cookies.Append("language", language, new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
        return TypedResults.Redirect(Local(till));
    }).ExcludeFromDescription();

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        // People get a page; programs get the problem that every other address answers with.
        app.MapFallback(IResult (HttpContext context) => WantsPage(context.Request)
            ? new RazorComponentResult<App> { StatusCode = StatusCodes.Status404NotFound }
            : TypedResults.NotFound());
    }

    /// <summary>
    /// An address of ours, or the start page: a link must not lead to somebody else. Browsers leave tabs and line breaks out of an
    /// address before they read it (WHATWG URL), so <c>/⇥/</c> would be two slashes.
    /// </summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";

    public static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}

/// <summary>What a person sees when a page breaks.</summary>
internal sealed class PageFault : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Site.WantsPage(httpContext.Request) || httpContext.RequestAborted.IsCancellationRequested) return false;
        var status = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        await new RazorComponentResult<FaultPage> { StatusCode = status }.ExecuteAsync(httpContext);
        return true;
    }
}
