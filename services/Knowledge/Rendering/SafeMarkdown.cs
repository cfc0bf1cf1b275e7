using System.Net;
using Ganss.Xss;
using Markdig;

namespace Knowledge.Rendering;

/// <summary>
/// Markdown to HTML that may stand in any page. Two locks: HTML in the text is shown as text, and what the Markdown makes is
/// let through by an allow-list of elements, attributes and address schemes.
/// </summary>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <summary>The text as an HTML fragment.</summary>
    public static string ToHtml(string markdown) =>
        Sanitizer.Sanitize(Read(markdown, text => Markdown.ToHtml(text, Pipeline), text => $"<pre>{WebUtility.HtmlEncode(text)}</pre>"));

    /// <summary>The text without marks, for searching in and for showing passages of.</summary>
    public static string ToText(string markdown) => Read(markdown, text => Markdown.ToPlainText(text, Pipeline), text => text);

    /// <summary>
    /// Marks within marks deeper than any text has are refused by the reader. Such a text is shown as it was written, or one reply
    /// would close the whole discussion to everyone.
    /// </summary>
    private static string Read(string markdown, Func<string, string> marked, Func<string, string> plain)
    {
        try
        {
            return marked(markdown);
        }
        catch (ArgumentException exception) when (exception is not ArgumentNullException)
        {
            return plain(markdown);
        }
    }

    /// <summary>The headings alone, which tell more of what a text is about than its other words.</summary>
    public static string Headings(string markdown) => string.Join('\n',
        markdown.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ')));

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "pre", "hr", "br",
                "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "title", "start" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        });
        sanitizer.PostProcessNode += (_, processed) =>
        {
            if (processed.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link) link.SetAttribute("rel", "nofollow noopener noreferrer");
        };
        return sanitizer;
    }
}
