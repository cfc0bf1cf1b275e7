using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Pictures;
using Portal.Pictures.Charts;
using Portal.Pictures.Map;
using Portal.Tests.Html;
using Xunit;

namespace Portal.Tests.Pictures;

/// <summary>Each picture has a name, tells in words what it shows, and has the same figures beside it.</summary>
public sealed class ComponentTests
{
    private static async Task<IDocument> RenderAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        var page = $"<!DOCTYPE html><html lang=\"sv\"><head><title>T</title></head><body><main><h1>R</h1>{html}</main></body></html>";
        Assert.Empty(HtmlCheck.Faults(page));
        return new HtmlParser().ParseDocument(page);
    }

    private static void HasNameAndWords(IDocument page, string id, params string[] told)
    {
        var svg = page.QuerySelector("svg[role=img]")!;
        Assert.Equal($"{id}-title {id}-desc", svg.GetAttribute("aria-labelledby"));
        Assert.All(told, words => Assert.Contains(words, page.GetElementById($"{id}-desc")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Columns_over_time_are_as_high_as_their_figures()
    {
        var page = await RenderAsync<BarsOverTime>(new()
        {
            ["Id"] = "affarer", ["Title"] = "Affärer per år", ["ValueName"] = "Affärer",
            ["Points"] = new[] { new Point("2024", 2), new Point("2025", 4), new Point("2026", null) },
        });
        HasNameAndWords(page, "affarer", "2024: 2", "2026: uppgift saknas");
        var heights = page.QuerySelectorAll("rect.bar").Select(bar => double.Parse(bar.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, heights.Count);
        Assert.Equal(heights[1], 2 * heights[0], 0.2);
        Assert.Equal(["2", "4", "–"], page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Parts_beyond_six_are_shown_together_and_listed_one_by_one()
    {
        var parts = Enumerable.Range(1, 8).Select(number => new Series($"Väg {number}", [number])).ToArray();
        var page = await RenderAsync<Stack>(new() { ["Id"] = "vagar", ["Title"] = "Vägar", ["First"] = "Väg", ["Periods"] = new[] { "2026" }, ["Parts"] = parts });
        Assert.Equal(6, page.QuerySelectorAll(".legend li").Length);
        Assert.Equal(8, page.QuerySelectorAll("tbody tr").Length);
        var widths = page.QuerySelectorAll(".stack > rect.part").Sum(part => double.Parse(part.GetAttribute("width")!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(100, widths, 0.1);
    }

    [Fact]
    public async Task The_profile_shows_now_and_then_and_says_what_is_not_answered()
    {
        var page = await RenderAsync<Profile>(new()
        {
            ["Id"] = "profil", ["Title"] = "Utgångsläge", ["EarlierName"] = "Mars 2026", ["NowName"] = "November 2026",
            ["Levels"] = new[] { new DimensionLevel("Politisk förankring", 3, 1), new DimensionLevel("Samordning", null, 2) },
        });
        HasNameAndWords(page, "profil", "Politisk förankring: 3 (tidigare 1)");
        Assert.Single(page.QuerySelectorAll(".profile .now"));
        Assert.Equal(2, page.QuerySelectorAll(".profile .earlier").Length);
        Assert.Contains("ej besvarad", page.QuerySelector(".profile")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_funnel_and_lying_bars_say_their_shares()
    {
        var page = await RenderAsync<Funnel>(new() { ["Id"] = "tratt", ["Title"] = "Behov till affär", ["Steps"] = new[] { new Point("Behov", 20), new Point("Affärer", 5) } });
        HasNameAndWords(page, "tratt", "Behov: 20");
        Assert.Contains("25\u00a0%", page.QuerySelector("tbody tr:last-child")!.TextContent, StringComparison.Ordinal);
        page = await RenderAsync<Bars>(new() { ["Id"] = "jobb", ["Title"] = "Jobb", ["First"] = "År", ["ValueName"] = "Årsarbetskrafter", ["Points"] = new[] { new Point("2026", 1.5) } });
        HasNameAndWords(page, "jobb", "2026: 1,5");
    }

    [Fact]
    public async Task The_map_shows_by_form_what_a_municipality_is_like_and_has_a_list_with_links()
    {
        var page = await RenderAsync<MapOfSweden>(new()
        {
            ["Id"] = "karta", ["Title"] = "Öppna behov", ["CountName"] = "Behov", ["Kind"] = MarkKind.Needs,
            ["Marks"] = new[] { new Mark("2361", 1, "1 behov", "/foretag?kommun=2361"), new Mark("1280", 4, "4 behov"), new Mark("1860", 2, "2 behov"), new Mark("9999", 1, "1 behov") },
        });
        HasNameAndWords(page, "karta", "Malmö (4 behov)");
        Assert.Equal(["rect", "circle", "path"], page.QuerySelectorAll(".sweden .mark").Select(mark => mark.LocalName));
        Assert.Equal("Härjedalen: 1 behov", page.QuerySelector(".sweden path.mark title")!.TextContent);
        Assert.Equal(["Malmö", "Laxå", "9999", "Härjedalen"], page.QuerySelectorAll("tbody th").Select(cell => cell.ChildNodes[0].TextContent.Trim() is { Length: > 0 } name ? name : cell.QuerySelector("a")!.TextContent));
        Assert.Empty(page.QuerySelectorAll("svg a"));
    }

    [Fact]
    public async Task A_map_of_nothing_says_so()
    {
        var page = await RenderAsync<MapOfSweden>(new() { ["Id"] = "k", ["Title"] = "Affärer", ["CountName"] = "Affärer", ["Kind"] = MarkKind.Deals, ["Marks"] = Array.Empty<Mark>() });
        Assert.Contains("inget att visa", page.QuerySelector(".map-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_are_written_the_Swedish_way()
    {
        Assert.Equal("8\u00a0513\u00a0250\u00a0kr", Swedish.Kronor(8_513_250));
        Assert.Equal("1,4\u00a0mnkr", Swedish.ShortKronor(1_400_000));
        Assert.Equal("480\u00a0tkr", Swedish.ShortKronor(480_000));
        Assert.Equal("1\u00a0mnkr", Swedish.ShortKronor(999_700));
        Assert.Equal("12,5", Swedish.Number(12.5));
        Assert.Equal("1\u00a0affär", Swedish.Count(1, "affär", "affärer"));
        Assert.Equal("–", Swedish.Share(1, 0));
    }
}
