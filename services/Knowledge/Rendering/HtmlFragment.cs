using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Knowledge.Rendering;

/// <summary>A text as an HTML fragment that a page takes in. Opened by itself it can run nothing.</summary>
internal static class HtmlFragment
{
    public static ContentHttpResult Of(string markdown, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Content(SafeMarkdown.ToHtml(markdown), "text/html", Encoding.UTF8);
    }
}
