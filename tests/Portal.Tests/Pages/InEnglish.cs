using Contracts;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Portal.Tests.Html;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Pages;

/// <summary>The frame and the public pages in English: the whole page or nothing, and what people have written is marked as Swedish.</summary>
public sealed class InEnglish(RunningPortal portal)
{
    private static readonly (string Path, string Heading)[] Translated =
    [
        ("/", "From need to deal"), ("/sa-fungerar-det", "How it works"), ("/foretag", "Social enterprises"), ("/karta", "Map"), ("/karta?visa=pilot", "Map"), ("/statistik", "Open statistics"),
        ("/handbok", "The handbook"), ("/exempel", "Learning examples"), ("/modeller", "Collaboration models"), ("/moten", "Meetings"), ("/sok?q=tv%C3%A4tt", "Search: tvätt"),
        ("/oppna-data", "Open data and APIs"), ("/tillganglighet", "Accessibility statement"), ("/finns-inte", "There is no such page"),
        ("/behov", "Needs"), ("/behov?q=xyzzy", "Needs"), ($"/behov/{SeedIds.Need("B01")}", "Drift av kafé i stadsdelshus"), ("/diskussioner", "Discussions"),
        ($"/diskussioner/{SeedIds.Of("discussion", "trettio-procent-under-avtalet")}", "Måste andelen vara 30 procent varje månad under avtalet?"), ("/exempel/kafe-i-stadsdelshuset", "Kafét i stadsdelshuset"), ("/moten?visa=tidigare", "Meetings"),
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
            Assert.Empty(await SwedishAsync(visit.Page));
            Assert.Empty(HtmlCheck.Faults(await answer.TextAsync()));
            Assert.Empty(await visit.TooWideAsync());
            Assert.Empty(await Axe.ViolationsAsync(visit.Page));
            await Shots.LookAsync(visit.Page, $"en-{path.Split('?')[0].Trim('/')}-{width}");
        }
    }

    /// <summary>A meeting: its frame is the reader's, what its organiser has written stays as it is.</summary>
    [Fact]
    public async Task A_meeting_is_read_in_English()
    {
        await using var lead = await portal.VisitAsync(new Viewer(User: "skr.processledare"));
        await lead.GoAsync("/moten/nytt");
        await lead.Page.Locator("[name=title]").FillAsync("Möte om städning och tvätt");
        await lead.Page.Locator("[name=agenda]").FillAsync("Vi talar om hur det gick.");
        await lead.Page.Locator("[name=place]").FillAsync("På nätet och i Malmö");
        await PressAsync(lead.Page, "Planera mötet");
        await PressAsync(lead.Page, "Lys ut mötet");
        await using var visit = await portal.VisitAsync(new Viewer(320));
        await visit.GoAsync("/sprak/en?till=/");
        var answer = await visit.GoAsync(new Uri(lead.Page.Url).AbsolutePath);
        Assert.Equal(("en", "sv"), (await visit.Page.GetAttributeAsync("html", "lang"), await visit.Page.GetAttributeAsync("h1", "lang")));
        Assert.Contains("Sign in and register", await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await SwedishAsync(visit.Page));
        Assert.Empty(HtmlCheck.Faults(await answer.TextAsync()));
        Assert.Empty(await visit.TooWideAsync());
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
    }

    /// <summary>Common Swedish words outside what says that it is Swedish.</summary>
    private static Task<string[]> SwedishAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
            const words = /(?<!\p{L})(och|är|för|att|inte|som|med|från|ett|en|den|av)(?!\p{L})/iu, found = [];
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let text; text = texts.nextNode();)
                if (words.test(text.data) && text.parentElement.closest('[lang]').lang === 'en' && !text.parentElement.closest('script, style')) found.push(text.data.trim());
            return found;
        }
        """);

    [Fact]
    public async Task Swedish_that_does_not_say_so_is_found()
    {
        await using var visit = await portal.VisitAsync(new Viewer());
        await visit.Page.SetContentAsync("<!DOCTYPE html><html lang=en><title>T</title><main><p>Kaffe och te</p><p lang=sv>Bröd och smör</p></main>");
        Assert.Equal(["Kaffe och te"], await SwedishAsync(visit.Page));
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
        Assert.Contains("This page is in Swedish only", await visit.Page.Locator("main > .wrap > [lang=en]").InnerTextAsync(), StringComparison.Ordinal);
        // What the script fetches while somebody writes is a part of that page.
        await visit.Page.Locator("[name=title]").FillAsync("Drift av kafé i stadsdelshuset");
        await Assertions.Expect(visit.Page.Locator("aside")).ToContainTextAsync("Det här liknar");
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
    }

    /// <summary>What services say, suggestions and reasons why a form is refused, is Swedish and marked as such; the page says so before.</summary>
    [Fact]
    public async Task What_services_say_is_marked_as_Swedish()
    {
        await using var manager = await portal.VisitAsync(new Viewer(User: "malmo.enhetschef"));
        await manager.GoAsync($"/sprak/en?till=/behov/{SeedIds.Need("B01")}");
        Assert.NotEqual(0, await manager.Page.Locator("aside [lang=sv]").CountAsync());
        Assert.Empty(await SwedishAsync(manager.Page));

        await using var enterprise = await portal.VisitAsync(new Viewer(320, "foretag.f03"));
        await enterprise.GoAsync($"/sprak/en?till=/behov/{SeedIds.Need("B03")}");
        await enterprise.Page.Locator("form:has([name=message]) button[type=submit]").ClickAsync();
        await LoadedAsync(enterprise.Page);
        var summary = enterprise.Page.Locator("#error-summary");
        Assert.Contains("in Swedish", await summary.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("sv", await summary.Locator("li a").First.GetAttributeAsync("lang"));
        Assert.Equal("sv", await enterprise.Page.Locator("#f-message-error > [lang]").GetAttributeAsync("lang"));
        Assert.Empty(await SwedishAsync(enterprise.Page));
        Assert.Empty(await Axe.ViolationsAsync(enterprise.Page));
    }
}
