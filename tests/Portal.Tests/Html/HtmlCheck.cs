using AngleSharp.Html.Parser;

namespace Portal.Tests.Html;

/// <summary>Whether a page is valid HTML: no parse error by the standard's own parser, and none of the rules beyond it broken.</summary>
internal static class HtmlCheck
{
    /// <summary>Everything that is wrong, with its place; empty when nothing is.</summary>
    public static IReadOnlyList<string> Faults(string html)
    {
        var faults = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, fault) =>
        {
            if (fault is AngleSharp.Html.Dom.Events.HtmlErrorEvent error) faults.Add($"{error.Position}: {error.Message}");
        };
        using var document = parser.ParseDocument(html);
        faults.AddRange(HtmlRules.Broken(document));
        return faults;
    }
}
