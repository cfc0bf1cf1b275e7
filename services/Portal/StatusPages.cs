using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Api;
using Portal.Components;
using Portal.Layout;
using Portal.Texts;

namespace Portal;

/// <summary>
/// A page in place of an answer without content, to somebody who reads pages: a form whose token is from another session, or one that the
/// page no longer has, as when it is sent twice. What was written in it is shown, so that it can be copied.
/// </summary>
internal static class StatusPages
{
    /// <summary>What is shorter and has no space is a choice or a figure, and nothing that somebody would miss.</summary>
    private const int LongestCode = 40;

    public static void UseWordsForStatus(this WebApplication app)
    {
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            if (!Site.WantsPage(http.Request)) return;
            var (title, lead) = Words(http);
            var back = HttpMethods.IsPost(http.Request.Method) ? http.Request.Path + http.Request.QueryString : null;
            var shown = new Dictionary<string, object?> { [nameof(FaultPage.Title)] = title, [nameof(FaultPage.Lead)] = lead, [nameof(FaultPage.Back)] = back, [nameof(FaultPage.Written)] = await Written(http.Request) };
            // Apart from the request's own renderer, which may have drawn the page that did not have the form, and draws once.
            await using var renderer = new HtmlRenderer(http.RequestServices, http.RequestServices.GetRequiredService<ILoggerFactory>());
            var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<FaultPage>(ParameterView.FromDictionary(shown))).ToHtmlString());
            await TypedResults.Content(html, "text/html; charset=utf-8", statusCode: http.Response.StatusCode).ExecuteAsync(http);
        });
        app.Use(async (context, next) =>
        {
            await next(context);
            if (!HttpMethods.IsPost(context.Request.Method) || context.Response is not { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: { } type } || app.Environment.IsDevelopment()) return;
            // The form is not on the page: plain text without a word in it, which nothing else answers to a form. Its token is not this
            // session's: a page without a word in it.
            if (type == "text/plain") context.Features.Set(context.Features.Get<GonePage>() ?? new GonePage(PartState.Here));
            else if (!type.StartsWith("text/html", StringComparison.Ordinal)) return;
            context.Response.ContentType = null;
        });
    }

    private static (string Title, string Lead) Words(HttpContext context) => (context.Features.Get<GonePage>()?.State, context.Response.StatusCode) switch
    {
        (PartState.Here, _) => (Text.Of("ChangedPage"), Text.Of("ChangedPageMore")),
        (PartState.Unavailable, _) => (Text.Of("PageUnavailable"), Text.Of("UnavailableMore")),
        (not null, _) => (Text.Of("NotFound"), Text.Of("NotFoundMore")),
        (_, StatusCodes.Status400BadRequest) => (Text.Of("OldForm"), Text.Of("OldFormMore")),
        _ => (Text.Of("Failed"), Text.Of("FailedMore")),
    };

    private static async Task<IReadOnlyList<string>> Written(HttpRequest request)
    {
        // The token may be the very thing that was wrong: the form is only shown, and does nothing.
        request.HttpContext.Features.Set<IAntiforgeryValidationFeature>(null);
        // What another site has sent is not what the person has written.
        if (!request.HasFormContentType || request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin")) return [];
        try
        {
            return [.. (await request.ReadFormAsync()).Where(field => !field.Key.StartsWith('_')).SelectMany(field => field.Value).OfType<string>().Where(IsText)];
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return [];
        }
    }

    private static bool IsText(string value) => value.Length > LongestCode || value.Trim().Any(char.IsWhiteSpace);
}
