using Portal.Tests.Browser;
using Portal.Tests.Html;
using Xunit;

namespace Portal.Tests.Pages;

/// <summary>The frame and the public pages in English: the whole page or nothing, and what people have written is marked as Swedish.</summary>
public sealed class InEnglish(RunningPortal portal)
{
    private static readonly (string Path, string Heading)[] Translated =
    [
        ("/", "From need to deal"), ("/sa-fungerar-det", "How it works"), ("/foretag", "Social enterprises"), ("/karta", "Map"), ("/karta?visa=pilot", "Map"), ("/statistik", "Open statistics"),
        ("/handbok", "The handbook"), ("/exempel", "Learning examples"), ("/modeller", "Collaboration models"), ("/moten", "Meetings"), ("/sok?q=tv%C3%A4tt", "Search: tvätt"),
        ("/oppna-data", "Open data and APIs"), ("/tillganglighet", "Accessibility statement"), ("/finns-inte", "There is no such page"),
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Public_pages_are_read_in_English(int width)
    {
        await using var visit = await portal.VisitAsync(new Viewer(width, Dark: width < 600));
        await visit.GoAsync("/sprak/en?till=/");
        foreach (var (path, heading) in Translated)
        {
            var answer = await visit.GoAsync(path);
            Assert.Equal(("en", heading), (await visit.Page.GetAttributeAsync("html", "lang"), await visit.Page.Locator("h1").InnerTextAsync()));
            Assert.Empty(HtmlCheck.Faults(await answer.TextAsync()));
            Assert.Empty(await visit.TooWideAsync());
            Assert.Empty(await Axe.ViolationsAsync(visit.Page));
            await Shots.LookAsync(visit.Page, $"en-{path.Split('?')[0].Trim('/')}-{width}");
        }
    }

    /// <summary>A page of a role is in Swedish alone; the frame around it stays in the reader's language and says so.</summary>
    [Fact]
    public async Task A_page_that_has_only_Swedish_says_so()
    {
        await using var visit = await portal.VisitAsync(new Viewer(User: "malmo.enhetschef"));
        await visit.GoAsync("/sprak/en?till=/behov/nytt");
        Assert.Equal("sv", await visit.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal("en", await visit.Page.GetAttributeAsync("header.site-head", "lang"));
        Assert.Contains("Sign out", await visit.Page.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("(krävs)", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
    }
}
