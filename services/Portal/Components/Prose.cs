using Microsoft.AspNetCore.Components;

namespace Portal.Components;

/// <summary>Text that a service has rendered from Markdown, and made safe, as it stands in a page.</summary>
public static class Prose
{
    /// <summary>A wide table scrolls by itself on a narrow screen, so the keyboard must be able to reach it (WCAG 2.2, 2.1.1).</summary>
    /// <param name="html">Safe HTML from the service.</param>
    public static MarkupString Of(string html) => (MarkupString)html.Replace("<table>", "<table tabindex=\"0\">", StringComparison.Ordinal);
}
