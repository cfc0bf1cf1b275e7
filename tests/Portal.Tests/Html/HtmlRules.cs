using AngleSharp.Dom;

namespace Portal.Tests.Html;

/// <summary>Rules of the HTML standard that a parser repairs in silence or does not look at.</summary>
internal static class HtmlRules
{
    private static readonly string[] Phrasing = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "button", "label", "strong", "em", "small", "summary", "dt", "caption", "legend"];
    private static readonly string[] Blocks = ["div", "p", "ul", "ol", "dl", "table", "section", "article", "nav", "header", "footer", "main", "form", "figure", "aside", "fieldset", "details", "pre", "blockquote"];
    private static readonly string[] Interactive = ["a", "button", "input", "select", "textarea", "summary", "label"];
    // These may hold blocks, or headings, by the standard.
    private static readonly string[] MayHoldBlocks = ["a", "dt", "caption"];
    private static readonly string[] References = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "form", "headers", "aria-errormessage"];

    private static readonly Dictionary<string, string[]> OnlyChildren = new()
    {
        ["ul"] = ["li", "script", "template"],
        ["ol"] = ["li", "script", "template"],
        ["dl"] = ["dt", "dd", "div"],
        ["table"] = ["caption", "colgroup", "thead", "tbody", "tfoot", "tr"],
        ["thead"] = ["tr"],
        ["tbody"] = ["tr"],
        ["tr"] = ["th", "td"],
        ["select"] = ["option", "optgroup"],
    };

    /// <summary>What is against the rules; empty when nothing is.</summary>
    public static IEnumerable<string> Broken(IDocument document)
    {
        foreach (var twice in document.All.Select(element => element.GetAttribute("id")).Where(id => id is not null).GroupBy(id => id).Where(id => id.Count() > 1))
            yield return $"id \"{twice.Key}\" {twice.Count()} times";
        foreach (var element in document.All)
        foreach (var fault in Broken(document, element))
            yield return $"{fault} in {Short(element)}";
        if (string.IsNullOrWhiteSpace(document.DocumentElement.GetAttribute("lang"))) yield return "html without lang";
        if (string.IsNullOrWhiteSpace(document.Title)) yield return "no title";
        if (document.QuerySelectorAll("main").Length != 1) yield return $"{document.QuerySelectorAll("main").Length} main";
        if (document.QuerySelectorAll("h1").Length != 1) yield return $"{document.QuerySelectorAll("h1").Length} h1";
        var levels = document.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0').ToList();
        for (var at = 1; at < levels.Count; at++)
            if (levels[at] > levels[at - 1] + 1) yield return $"heading {levels[at]} after {levels[at - 1]}";
    }

    private static IEnumerable<string> Broken(IDocument document, IElement element)
    {
        var name = element.LocalName;
        foreach (var reference in References)
        foreach (var id in (element.GetAttribute(reference) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (document.GetElementById(id) is null) yield return $"{reference}=\"{id}\" names nothing";
        if (OnlyChildren.TryGetValue(name, out var allowed))
            foreach (var child in element.Children.Where(child => !allowed.Contains(child.LocalName)))
                yield return $"<{child.LocalName}> directly";
        if (Phrasing.Contains(name) && !MayHoldBlocks.Contains(name) && element.Children.FirstOrDefault(child => Blocks.Contains(child.LocalName)) is { } block)
            yield return $"block <{block.LocalName}>";
        if (name is "a" or "button" && element.QuerySelector(string.Join(',', Interactive)) is { } inner) yield return $"interactive <{inner.LocalName}>";
        if (element.HasAttribute("style")) yield return "style attribute, which the content policy forbids";
        if (element.Attributes.FirstOrDefault(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)) is { } handler) yield return handler.Name;
        if (name == "img" && !element.HasAttribute("alt")) yield return "no alt";
        if (name == "a" && element.GetAttribute("href") is { Length: 0 }) yield return "empty href";
        if (name == "label" && !element.HasAttribute("for") && element.QuerySelector("input,select,textarea") is null) yield return "label of nothing";
    }

    private static string Short(IElement element)
    {
        var html = element.OuterHtml;
        return html.Length > 120 ? html[..120] + "…" : html;
    }
}
