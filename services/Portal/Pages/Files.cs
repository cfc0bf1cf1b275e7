using Portal.Api;

namespace Portal.Pages;

/// <summary>Files that the services make and browsers save. They go through the portal, since the browser has no token.</summary>
internal static class Files
{
    public static void MapFiles(this WebApplication app)
    {
        app.MapGet("/affarer/{id:guid}/vagval/{assessment:guid}/dokument", (Guid id, Guid assessment, HttpContext context, ApiClient api) =>
            Pass(context, api, $"/matchmaking/v1/deals/{id}/route-assessments/{assessment}/document", "vagval.md")).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/moten/kalender.ics", (HttpContext context, ApiClient api) => Pass(context, api, "/knowledge/v1/meetings/calendar", "moten.ics")).ExcludeFromDescription();
        app.MapGet("/moten/{id:guid}/kalender.ics", (Guid id, HttpContext context, ApiClient api) =>
            Pass(context, api, $"/knowledge/v1/meetings/{id}/calendar", "mote.ics")).ExcludeFromDescription();
    }

    private static async Task Pass(HttpContext context, ApiClient api, string address, string name)
    {
        try
        {
            using var answer = await api.Fetch(HttpMethod.Get, address);
            if (!answer.IsSuccessStatusCode)
            {
                context.Response.StatusCode = (int)answer.StatusCode;
                return;
            }
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            context.Response.Headers.CacheControl = "no-store";
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
