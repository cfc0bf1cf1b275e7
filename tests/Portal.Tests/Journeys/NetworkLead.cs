using Microsoft.Playwright;
using Portal.Tests.Browser;
using Testing;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>The network lead makes a meeting of a gap that several share, and publishes what a municipality has written; at a desk with script and on a phone without.</summary>
public sealed class NetworkLead(RunningPortal portal)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task A_shared_gap_becomes_a_meeting_that_others_join(int width, bool script)
    {
        await using var lead = await portal.VisitAsync(new Viewer(width, "skr.processledare", script));
        await using var manager = await portal.VisitAsync(new Viewer(width, "malmo.enhetschef", script));
        var (page, guest) = (lead.Page, manager.Page);
        // A busy machine's first question may take longer than a page waits.
        var plan = page.Locator("a[href='/moten/nytt?lucka=purchasing']");
        await Eventually.TrueAsync(async () =>
        {
            await lead.GoAsync("/natverket");
            return await plan.CountAsync() > 0;
        });
        if (width < 600) await page.Locator("summary", new() { HasText = "Luckor" }).ClickAsync();
        await plan.ClickAsync();
        await Assertions.Expect(page.Locator("[name=title]")).ToHaveValueAsync("Nätverksmöte om inköp och affärer");
        Assert.Contains("/handbok/fran-behov-till-affar", await page.Locator("[name=agenda]").InputValueAsync(), StringComparison.Ordinal);
        // Sölvesborg is low too, but does not share it: it is not among those the meeting is for.
        Assert.Equal(3, await page.Locator("[name=invited]:checked").CountAsync());
        Assert.Equal(0, await page.Locator("[name=invited][value='1083']").CountAsync());
        await page.Locator("[name=ends]").FillAsync("12:00");
        await PressAsync(page, "Planera mötet");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("efter att det har börjat");
        await page.Locator("[name=ends]").FillAsync("14:30");
        await PressAsync(page, "Planera mötet");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Inte utlyst");
        var meeting = new Uri(page.Url).AbsolutePath;
        Assert.Equal(404, (await manager.GoAsync(meeting)).Status);
        await PressAsync(page, "Lys ut mötet");
        await Shots.LookAsync(page, $"mote-utlyst-{width}");

        await manager.GoAsync(meeting);
        Assert.Equal(0, await guest.GetByText("Först och främst till").CountAsync());
        await PressAsync(guest, "Anmäl mig");
        await Assertions.Expect(guest.Locator("main")).ToContainTextAsync("Du har en plats");
        await PressAsync(guest, "Följ");
        await Assertions.Expect(guest.Locator("main")).ToContainTextAsync("Sluta följa");
        await lead.GoAsync(meeting);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 av 40 tagna");
        await page.GetByText("Ställ in mötet").First.ClickAsync();
        await PressAsync(page, "Ställ in mötet");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Mötet är inställt");
        foreach (var visit in new[] { lead, manager }) Assert.Empty(await visit.TooWideAsync());
    }

    [Theory]
    [InlineData(1280, true, "malmo")]
    [InlineData(320, false, "soderhamn")]
    public async Task What_a_municipality_writes_is_sent_back_once_and_then_published(int width, bool script, string municipality)
    {
        await using var writer = await portal.VisitAsync(new Viewer(width, $"{municipality}.utvecklingsledare", script));
        await using var lead = await portal.VisitAsync(new Viewer(width, "skr.processledare", script));
        var (page, review) = (writer.Page, lead.Page);
        await writer.GoAsync("/exempel/mina");
        await PressAsync(page, "Börja ett exempel");
        var title = $"Så fick vi in sociala företag, {municipality}";
        await page.Locator("[name=title]").FillAsync(title);
        await page.Locator("[name=need]").FillAsync("Verksamheterna köpte av vana.");
        await page.Locator("[name=result]").FillAsync("Fyra förvaltningar köper nu av sociala företag.");
        await page.Locator("[name=buyerContact]").FillAsync("Samordnaren för sociala företag, via växeln");
        await PressAsync(page, "Spara utkastet");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("vad som inte fungerade");
        await page.Locator("[name=wrong]").FillAsync("Vi frågade företagen för sent.");
        await PressAsync(page, "Spara utkastet");
        await Shots.LookAsync(page, $"exempel-utkast-{width}");
        await PressAsync(page, "Skicka till granskning");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("läser texten");
        var example = new Uri(page.Url).AbsolutePath;

        await lead.GoAsync("/exempel/granska");
        await review.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(review.Locator("article")).ToContainTextAsync("Vi frågade företagen för sent.");
        await Shots.LookAsync(review, $"exempel-granska-ett-{width}");
        await review.Locator("summary", new() { HasText = "Skicka tillbaka" }).ClickAsync();
        await review.Locator("[name=comment]").FillAsync("Skriv hur lång tid det tog.");
        await PressAsync(review, "Skicka tillbaka");
        await writer.GoAsync(example);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Skriv hur lång tid det tog.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra texten" }).ClickAsync();
        Assert.Equal("Vi frågade företagen för sent.", await page.Locator("[name=wrong]").InputValueAsync());
        await page.Locator("[name=way]").FillAsync("Det tog ett halvår från första mötet.");
        await PressAsync(page, "Spara utkastet");
        await PressAsync(page, "Skicka till granskning");

        await lead.GoAsync(example);
        await PressAsync(review, "Publicera");
        await using var anyone = await portal.VisitAsync(new Viewer(width, Script: script));
        await anyone.GoAsync(example);
        await Assertions.Expect(anyone.Page.Locator("h1")).ToHaveTextAsync(title);
        await Assertions.Expect(anyone.Page.Locator("main")).ToContainTextAsync("Det tog ett halvår");
        foreach (var visit in new[] { writer, lead, anyone }) Assert.Empty(await visit.TooWideAsync());
    }

    /// <summary>Anyone tells of something that cannot be used, without an account; the network lead reads it and says what was done.</summary>
    [Fact]
    public async Task What_anyone_cannot_use_reaches_somebody_who_can_do_something()
    {
        await using var anyone = await portal.VisitAsync(new Viewer(Width: 320, Script: false));
        await anyone.GoAsync("/tillganglighet");
        await PressAsync(anyone.Page, "Skicka");
        await Assertions.Expect(anyone.Page.Locator(".error-summary")).ToContainTextAsync("Skriv vad som inte går att använda");
        var told = $"Kartan går inte att läsa upp {Guid.NewGuid():n}";
        await anyone.Page.Locator("[name=text]").FillAsync(told);
        await PressAsync(anyone.Page, "Skicka");
        await Assertions.Expect(anyone.Page.GetByText("Tack, vi har tagit emot")).ToBeVisibleAsync();

        await using var lead = await portal.VisitAsync(new Viewer(User: "skr.processledare"));
        await lead.GoAsync("/natverket/synpunkter");
        var note = lead.Page.Locator("li", new() { HasText = told });
        await note.Locator("textarea").FillAsync("Kartans lista läses nu upp.");
        await note.Locator("button", new() { HasText = "Markera som klar" }).ClickAsync();
        await lead.GoAsync("/natverket/synpunkter?visa=klara");
        await Assertions.Expect(lead.Page.Locator("li", new() { HasText = told })).ToContainTextAsync("Kartans lista läses nu upp.");
    }
}
