using Microsoft.Playwright;
using Portal.Tests.Browser;
using Testing;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>
/// A unit manager's need becomes a deal with an enterprise and a procurement officer keeps the reasons, all in the browser; at a desk with
/// script and on a phone without.
/// </summary>
public sealed class FromNeedToDeal(RunningPortal portal)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task A_need_is_described_answered_signed_documented_and_followed_up(int width, bool script)
    {
        await using var manager = await portal.VisitAsync(new Viewer(width, "umea.enhetschef", script));
        await using var enterprise = await portal.VisitAsync(new Viewer(width, "foretag.f03", script));
        await using var officer = await portal.VisitAsync(new Viewer(width, "umea.upphandlare", script));
        var (unit, firm, buyer) = (manager.Page, enterprise.Page, officer.Page);

        // Described in own words; an empty form says what is missing.
        await manager.GoAsync("/behov/nytt");
        await PressAsync(unit, "Spara och förhandsgranska");
        Assert.Contains("Skriv en rubrik", await unit.Locator(".error-summary").InnerTextAsync(), StringComparison.Ordinal);
        await unit.Locator("[name=title]").FillAsync("Skötsel av rabatter och gräsytor vid tre äldreboenden");
        await unit.Locator("[name=description]").FillAsync("Gräset ska klippas, rabatterna rensas och häckarna klippas från maj till september.");
        await unit.Locator("[name=valueSek]").FillAsync("240 000 kr");
        if (script) await Assertions.Expect(unit.Locator("aside")).ToContainTextAsync("Direktupphandling");
        await PressAsync(unit, "Spara och förhandsgranska");
        await Assertions.Expect(unit.Locator("aside")).ToContainTextAsync("Direktupphandling");
        await Assertions.Expect(unit.Locator("aside")).ToContainTextAsync("700 000");
        await PressAsync(unit, "Publicera");
        var need = new Uri(unit.Url).AbsolutePath;

        // The enterprise that fits shows up, and answers.
        await Eventually.TrueAsync(async () =>
        {
            await manager.GoAsync(need);
            return (await unit.Locator("main").InnerTextAsync()).Contains("Gröna Händer i Norr", StringComparison.Ordinal);
        });
        await enterprise.GoAsync(need);
        await firm.Locator("[name=message]").FillAsync("Vi sköter redan tre bostadsområden och kan börja i maj.");
        await PressAsync(firm, "Skicka intresseanmälan");
        Assert.StartsWith("/intressen/", new Uri(firm.Url).AbsolutePath, StringComparison.Ordinal);

        // Which becomes a deal.
        await manager.GoAsync(new Uri(firm.Url).AbsolutePath);
        await PressAsync(unit, "Börja en affär");
        var deal = new Uri(unit.Url).AbsolutePath;
        await manager.GoAsync($"{deal}/underskrift");
        await unit.Locator("[name=agreementType]").SelectOptionAsync("contract");
        await unit.Locator("[name=route]").SelectOptionAsync("DIRECT_AWARD");
        await unit.Locator("[name=agreedValueSek]").FillAsync("238 000");
        await unit.Locator("[name=expectedJobs]").FillAsync("0,5");
        await unit.Locator("[name=startsOn]").FillAsync("2030-05-01");
        await PressAsync(unit, "Signera affären");
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync("räknas i statistiken");
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"238\s000\skr"));

        // The officer keeps the reasons with it.
        await officer.GoAsync($"/vagval?affar={deal.Split('/')[^1]}");
        await PressAsync(buyer, "Visa vägarna");
        await PressAsync(buyer, "Spara med affären");
        await buyer.Locator("text=Läs och skriv ut").ClickAsync();
        await Assertions.Expect(buyer.Locator("h1")).ToHaveTextAsync("Dokumentation av vägval");

        // And delivery is confirmed.
        await manager.GoAsync($"{deal}/uppfoljning");
        await unit.Locator("[name=invoicedSek]").FillAsync("20 000");
        await PressAsync(unit, "Spara uppföljningen");
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"fakturerat 20\s000\skr"));

        // The need is closed by its owner with the deal as the outcome, by one button.
        await manager.GoAsync(deal);
        await PressAsync(unit, "Affär tecknad – stäng behovet");
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync("Behovet är avslutat med affär");
        Assert.Equal(0, await unit.Locator("text=stäng behovet").CountAsync());

        // The signed deal has begun a text for both sides, its figures filled in.
        await Eventually.TrueAsync(async () =>
        {
            await manager.GoAsync($"{deal}/exempel");
            return new Uri(unit.Url).AbsolutePath.EndsWith("/skriv", StringComparison.Ordinal);
        });
        await Assertions.Expect(unit.Locator("aside")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"238\s000\skr"));
        await BothSidesApproveAsync(manager, enterprise);
        foreach (var visit in new[] { manager, enterprise, officer }) Assert.Empty(await visit.TooWideAsync());
        // axe is a script itself and never ends where script is off: it is shown the same page with it.
        await using var seen = await portal.VisitAsync(new Viewer(width, "umea.enhetschef"));
        await seen.GoAsync(new Uri(unit.Url).AbsolutePath);
        Assert.Empty(await Axe.ViolationsAsync(seen.Page));
    }

    /// <summary>The example of the deal: one writes, the other changes a word, and it goes on when both stand behind the same text.</summary>
    private static async Task BothSidesApproveAsync(Visit manager, Visit enterprise)
    {
        var (unit, firm) = (manager.Page, enterprise.Page);
        await unit.Locator("[name=title]").FillAsync("Gräset klipptes av dem som bor intill");
        await unit.Locator("[name=summary]").FillAsync("Tre boenden fick sina gårdar skötta av ett socialt företag.");
        await unit.Locator("[name=need]").FillAsync("Gårdarna växte igen varje sommar.");
        await unit.Locator("[name=result]").FillAsync("Två personer fick arbete hela säsongen.");
        await unit.Locator("[name=buyerContact]").FillAsync("Enhetschefen för äldreboenden, via växeln");
        await unit.Locator("[name=supplierContact]").FillAsync("Arbetsledaren");
        await PressAsync(unit, "Spara utkastet");
        await Assertions.Expect(unit.Locator(".error-summary")).ToContainTextAsync("vad som inte fungerade");
        await unit.Locator("[name=wrong]").FillAsync("Den första klippningen kom för sent.");
        await PressAsync(unit, "Spara utkastet");
        await PressAsync(unit, "Godkänn texten");
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync("Nu väntar den på den andra sidan");
        var example = new Uri(unit.Url).AbsolutePath;

        await enterprise.GoAsync(example);
        await Assertions.Expect(firm.Locator("main")).ToContainTextAsync("Kommunen har godkänt");
        await firm.GetByRole(AriaRole.Link, new() { Name = "Ändra texten" }).ClickAsync();
        await firm.Locator("[name=wrong]").FillAsync("Den första klippningen kom för sent, eftersom avtalet dröjde.");
        await PressAsync(firm, "Spara utkastet");
        // Another text than the one that was approved: both are asked anew.
        await Assertions.Expect(firm.Locator("main")).ToContainTextAsync("Kommunen har inte godkänt");
        await PressAsync(firm, "Godkänn texten");
        await manager.GoAsync(example);
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync("eftersom avtalet dröjde");
        await Shots.LookAsync(unit, $"exempel-godkann-{unit.ViewportSize!.Width}");
        await PressAsync(unit, "Godkänn texten");
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync("läser texten");
        await enterprise.GoAsync(example);
        await Assertions.Expect(firm.Locator("main")).ToContainTextAsync("läser texten");
    }

    [Fact]
    public async Task Somebody_else_s_deal_and_draft_are_not_there()
    {
        await using var lund = await portal.VisitAsync(new Viewer(User: "helsingborg.enhetschef"));
        Assert.Equal(404, (await lund.GoAsync($"/affarer/{Guid.NewGuid()}")).Status);
        Assert.Equal(404, (await lund.GoAsync($"/behov/{Guid.NewGuid()}")).Status);
    }
}
