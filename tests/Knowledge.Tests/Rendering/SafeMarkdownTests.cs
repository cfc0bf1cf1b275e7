using Knowledge.Rendering;
using Knowledge.Seeding;
using Knowledge.Tests.Articles;
using Testing;
using Xunit;

namespace Knowledge.Tests.Rendering;

/// <summary>What people write is shown and never run.</summary>
public sealed class SafeMarkdownTests(KnowledgeService service)
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[klicka](javascript:alert(1))")]
    [InlineData("[klicka](JaVaScRiPt&#58;alert(1))")]
    [InlineData("[klicka](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[klicka](vbscript:msgbox)")]
    [InlineData("![bild](javascript:alert(1))")]
    [InlineData("![spårning](https://exempel.se/p.gif)")]
    [InlineData("<a href=\"x\" onclick=\"alert(1)\">x</a>")]
    [InlineData("<svg><animate onbegin=alert(1)>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<style>body{background:url(javascript:alert(1))}</style>")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>")]
    [InlineData("| a |\n| --- |\n| <img src=x onerror=alert(1)> |")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("[x](https://a.se \"\\\"onmouseover=alert(1)\")")]
    public void Nothing_that_could_run_comes_through(string markdown)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(SafeMarkdown.ToHtml(markdown));
        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.LocalName, (string[])["script", "img", "svg", "iframe", "style", "math", "object", "embed", "form", "input"]);
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "src" or "srcdoc");
            if (element.GetAttribute("href") is { } address)
                Assert.True(Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" or "mailto", address);
        }
    }

    /// <summary>Texts made to break what reads them: deep, unbalanced and long.</summary>
    [Theory]
    [InlineData(">", 5_000, "x")]
    [InlineData("- ", 3_000, "x")]
    [InlineData("1. ", 2_000, "x")]
    [InlineData("[", 20_000, "x")]
    [InlineData("![", 10_000, "x")]
    [InlineData("[a](", 5_000, "x")]
    [InlineData("*a _b ", 8_000, "x")]
    [InlineData("**", 20_001, "x")]
    [InlineData("`a``", 10_000, "x")]
    [InlineData("<", 40_000, "x")]
    [InlineData("<b>", 10_000, "x")]
    [InlineData("| a ", 5_000, "|\n| - |\n| x |")]
    [InlineData("&#x41;", 10_000, "x")]
    [InlineData("[x]: <", 5_000, "x")]
    [InlineData("https://a.se/", 5_000, "x")]
    public void A_text_that_is_made_to_break_the_reader_is_still_shown(string part, int times, string end)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + end;
        Assert.Contains("x", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(SafeMarkdown.ToHtml(text)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("x", SafeMarkdown.ToText(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_within_lists_is_shown_as_deep_as_anyone_writes()
    {
        var text = string.Concat(Enumerable.Range(0, 10).Select(depth => new string(' ', depth * 2) + $"- nivå {depth}\n"));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(SafeMarkdown.ToHtml(text));
        Assert.Equal(10, page.QuerySelectorAll("li").Length);
    }

    [Fact]
    public void What_is_meant_as_text_stays_readable()
    {
        var html = SafeMarkdown.ToHtml("## Rubrik\n\nEn **stark** [länk](https://www.riksdagen.se) och 3 < 5.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |");
        Assert.Contains("<h2>Rubrik</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>stark</strong>", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"nofollow noopener noreferrer\"", html, StringComparison.Ordinal);
        Assert.Contains("3 &lt; 5", html, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_seeded_text_keeps_its_tables_and_headings() => Assert.All(SeedFile.All("handbook").Concat(SeedFile.All("cases")), file =>
    {
        var html = SafeMarkdown.ToHtml(file.Body);
        Assert.Equal(file.Body.Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal)), html.Split("<h2>").Length - 1);
        Assert.Equal(file.Body.Contains("| --- |", StringComparison.Ordinal), html.Contains("<table>", StringComparison.Ordinal));
    });

    [Fact]
    public async Task The_fragment_says_that_it_may_run_nothing_and_hides_drafts()
    {
        var answer = await service.Public.GetAsync("/knowledge/v1/articles/iop/html");
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("<h2>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var draft = Text.Draft();
        await service.NetworkLead.SendJsonAsync(HttpMethod.Post, "/knowledge/v1/articles", draft);
        await (await service.Public.GetAsync($"/knowledge/v1/articles/{draft.Slug}/html")).ReadProblemAsync(404, "article/not-found");
    }
}
