using System.Security.Cryptography;
using System.Text;
using ServiceDefaults;
using Yarp.ReverseProxy.Model;

namespace Gateway;

/// <summary>
/// The door's own faults for people: where the portal or the sign-in would have answered with a page, and the reader asks for one, a page
/// that needs nothing of the services behind. Programs get the problem (RFC 9457).
/// </summary>
internal static class FaultPage
{
    private const string Style = """
        body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1b2733;background:#fff}
        h1{line-height:1.25}a{color:#0b5394}
        @media(prefers-color-scheme:dark){body{color:#e8edf2;background:#11191f}a{color:#9cc9f0}}
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Answers with the fault, in the form that the client reads.</summary>
    /// <param name="context">The request; its answer has not started.</param>
    /// <param name="error">The fault.</param>
    /// <param name="detail">What a program does about it.</param>
    public static Task Answer(HttpContext context, Error error, string? detail)
    {
        var cluster = context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.ClusterId;
        return cluster is Platform.Portal or Platform.Identity && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? Page(context, error)
            : error.Result(detail).ExecuteAsync(context);
    }

    private static Task Page(HttpContext context, Error error)
    {
        var (title, todo, english) = Words(error.Status);
        // What was sent is in the form that the browser still has: going back shows it, reading the page anew would not.
        var sent = HttpMethods.IsPost(context.Request.Method)
            ? "<p>Du skickade ett formulär. Gå tillbaka med webbläsarens bakåtknapp: det du skrev brukar finnas kvar. Se efter om det har sparats innan du skickar igen.</p>"
            : "<p><a href=\"\">Försök igen</a></p>";
        (context.Response.StatusCode, context.Response.ContentType) = (error.Status, "text/html; charset=utf-8");
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} – Nätverket</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{todo}</p>
            {sent}
            <p lang="en">{english}</p>
            </main>
            </body>
            </html>
            """, context.RequestAborted);
    }

    private static (string Title, string ToDo, string English) Words(int status) => status switch
    {
        413 => ("Det du skickade är för stort", "Välj en mindre fil eller korta texten.", "What you sent is too large. Choose a smaller file or shorten the text."),
        429 => ("Många anrop på kort tid", "Det kom många anrop från ditt nätverk. Vänta några sekunder och försök igen.", "There were many requests from your network. Wait a few seconds and try again."),
        504 => ("Svaret dröjde för länge", "Försök igen om en stund.", "The answer took too long. Try again in a while."),
        400 => ("Anropet gick inte att läsa", "Gå tillbaka och försök igen.", "The request could not be read. Go back and try again."),
        _ => ("Sidan går inte att visa just nu", "Vi startar om eller har ett fel. Försök igen om en stund.", "The page cannot be shown right now. Try again in a while."),
    };
}
