using System.Diagnostics;

namespace Gateway;

/// <summary>
/// Security headers, said once for the whole platform. A page that needs a wider content policy than "nothing" sends its own;
/// everything else cannot be widened from behind.
/// </summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var trace = Activity.Current;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ApiCatalog.ContentPolicy(context) ?? Nothing;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            // Our own pages may know where one comes from ("tell us about this page"); a page that must not tell even them says so itself.
            if (headers["Referrer-Policy"] != "no-referrer") headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
            // A 4xx or 5xx, or an answer to somebody in particular, is nobody else's to keep.
            if (headers.CacheControl.Count == 0 && (context.Response.StatusCode >= 400 || context.Request.Headers.Authorization.Count > 0))
                headers.CacheControl = "no-store";
            if (trace?.Id is { } id) headers.TraceParent = id;
            return Task.CompletedTask;
        });
        return next(context);
    });
}
