using Microsoft.Playwright;
using Portal.Tests.Browser;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>What people do together: a discussion that is moderated, a meeting that is held and minuted; at a desk with script and on a phone without.</summary>
public sealed class Community(RunningPortal portal)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task What_points_somebody_out_is_reported_hidden_with_a_reason_and_shown_again(int width, bool script)
    {
        await using var asker = await portal.VisitAsync(new Viewer(width, "malmo.enhetschef", script));
        await using var reader = await portal.VisitAsync(new Viewer(width, "foretag.f01", script));
        await using var lead = await portal.VisitAsync(new Viewer(width, "skr.processledare", script));
        var (asks, reads, moderates) = (asker.Page, reader.Page, lead.Page);
        var title = $"Ullgarn i metervara, {width}";
        await asker.GoAsync("/diskussioner/nytt");
        await PressAsync(asks, "Skicka frågan");
        await Assertions.Expect(asks.Locator(".error-summary")).ToContainTextAsync("Välj ett ämne");
        await asks.Locator("[name=title]").FillAsync(title);
        await asks.Locator("[name=body]").FillAsync("Grannens företag sköter sig illa, det vet alla.");
        await asks.Locator("[name=topic]").SelectOptionAsync("basics");
        await PressAsync(asks, "Skicka frågan");
        // Asked once more where something like it has been asked before.
        if (await asks.Locator("[name=_seen]").CountAsync() > 0) await PressAsync(asks, "Skicka frågan");
        await Assertions.Expect(asks.Locator("h1")).ToHaveTextAsync(title);
        var discussion = new Uri(asks.Url).AbsolutePath;

        await reader.GoAsync(discussion);
        await reads.Locator("summary", new() { HasText = "Anmäl" }).First.ClickAsync();
        await reads.Locator("[name^=report-]").First.FillAsync("Pekar ut ett företag utan att säga varför.");
        await PressAsync(reads, "Anmäl");
        await Assertions.Expect(reads.Locator("main")).ToContainTextAsync("Moderatorn läser din anmälan");

        await lead.GoAsync("/diskussioner/moderering");
        var report = moderates.Locator(".thread > li", new() { HasText = title });
        await Assertions.Expect(report).ToContainTextAsync("Pekar ut ett företag");
        await report.Locator("button", new() { HasText = "Dölj" }).ClickAsync();
        await Assertions.Expect(moderates.Locator(".error-summary")).ToContainTextAsync("Skriv varför");
        await Shots.LookAsync(moderates, $"moderering-skal-{width}");
        await report.Locator("input[name^=reason-]").FillAsync("Texten pekar ut ett företag. Skriv om det du själv har sett.");
        await report.Locator("button", new() { HasText = "Dölj" }).ClickAsync();
        await Assertions.Expect(moderates.Locator("table", new() { HasText = title })).ToContainTextAsync("Dolt nu");
        Assert.Empty(await lead.TooWideAsync());

        // Whoever wrote it reads why; for others it is not there.
        await asker.GoAsync(discussion);
        await Assertions.Expect(asks.Locator("main")).ToContainTextAsync("Skriv om det du själv har sett");
        Assert.Equal(404, (await reader.GoAsync(discussion)).Status);
        await lead.GoAsync(discussion);
        await moderates.Locator("summary", new() { HasText = "Visa igen" }).ClickAsync();
        await moderates.Locator("[name^=moderate-]").First.FillAsync("Texten är omskriven och går att läsa.");
        await PressAsync(moderates, "Visa igen");
        await Assertions.Expect(moderates.Locator("main")).ToContainTextAsync("Inlägget visas igen");
        Assert.Equal(200, (await reader.GoAsync(discussion)).Status);
        await LookedThroughAsync(width, "skr.processledare", discussion, "/diskussioner/moderering");
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task A_meeting_that_was_held_gets_its_attendance_and_its_minutes(int width, bool script)
    {
        await using var lead = await portal.VisitAsync(new Viewer(width, "skr.processledare", script));
        await using var guest = await portal.VisitAsync(new Viewer(width, "malmo.upphandlare", script));
        var (page, comes) = (lead.Page, guest.Page);
        var title = $"Erfarenheter av små inköp, {width}";
        await lead.GoAsync("/moten/nytt");
        await page.Locator("[name=title]").FillAsync(title);
        await PressAsync(page, "Planera mötet");
        await PressAsync(page, "Lys ut mötet");
        var meeting = new Uri(page.Url).AbsolutePath;
        await guest.GoAsync(meeting);
        await PressAsync(comes, "Anmäl mig");
        await Assertions.Expect(comes.Locator("main")).ToContainTextAsync("Du har en plats");

        // It was held earlier than announced: the organiser says so, and what remains is to tell what came of it.
        await lead.GoAsync($"{meeting}/andra");
        await page.Locator("[name=day]").FillAsync(DateTime.UtcNow.AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await PressAsync(page, "Spara");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Mötet har varit");
        await page.Locator("[name=present]").First.CheckAsync();
        await PressAsync(page, "Spara närvaron");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Närvaron är sparad");
        Assert.True(await page.Locator("[name=present]").First.IsCheckedAsync());
        await Assertions.Expect(page.Locator("dl.summary div", new() { HasText = "Kom" })).ToContainTextAsync("1");

        await page.GetByRole(AriaRole.Link, new() { Name = "Skriv anteckningar" }).ClickAsync();
        await page.Locator("[name=minutes]").FillAsync("");
        await PressAsync(page, "Spara anteckningarna");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Skriv anteckningarna");
        await page.Locator("[name=minutes]").FillAsync("## Vad vi talade om\n\nFler frågar tidigt än förut.");
        await page.Locator("[name=text0]").FillAsync("Dela frågorna från den tidiga dialogen");
        await page.Locator("[name=who0]").SelectOptionAsync("1280");
        await Shots.LookAsync(page, $"anteckningar-{width}");
        Assert.Empty(await lead.TooWideAsync());
        await PressAsync(page, "Spara anteckningarna");
        await guest.GoAsync(meeting);
        await Assertions.Expect(comes.Locator("main")).ToContainTextAsync("Fler frågar tidigt än förut");
        await Assertions.Expect(comes.Locator("main")).ToContainTextAsync("Inte justerade");
        await PressAsync(page, "Justera anteckningarna");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("åtgärderna är skickade till kommunernas resor");
        await guest.GoAsync(meeting);
        Assert.Equal(0, await comes.GetByText("Inte justerade").CountAsync());
        await Assertions.Expect(comes.Locator("main")).ToContainTextAsync("Dela frågorna från den tidiga dialogen (Malmö)");
        Assert.Empty(await lead.TooWideAsync());
        await LookedThroughAsync(width, "skr.processledare", meeting, $"{meeting}/andra");
    }

    /// <summary>axe is a script itself and never ends where script is off: it is shown the same pages with it.</summary>
    private async Task LookedThroughAsync(int width, string user, params string[] paths)
    {
        await using var seen = await portal.VisitAsync(new Viewer(width, user));
        foreach (var path in paths)
        {
            await seen.GoAsync(path);
            Assert.Empty(await Axe.ViolationsAsync(seen.Page));
        }
    }
}
