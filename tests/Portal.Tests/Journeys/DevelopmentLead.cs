using Microsoft.Playwright;
using Portal.Tests.Browser;
using Testing;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>
/// The development lead of a small municipality answers the baseline, sees the next step, begins the journey and asks a mentor; at a desk
/// with script and on a phone without.
/// </summary>
public sealed class DevelopmentLead(RunningPortal portal)
{
    private static readonly string[] Dimensions =
        ["anchoring", "coordination", "internal-cooperation", "governance", "mapping-dialogue", "purchasing", "enterprise-support", "follow-up"];

    [Theory]
    [InlineData("tierp.utvecklingsledare", 1280, true)]
    [InlineData("solvesborg.utvecklingsledare", 320, false)]
    public async Task From_the_baseline_to_a_mentor(string user, int width, bool script)
    {
        await using var visit = await portal.VisitAsync(new Viewer(width, user, script));
        var page = visit.Page;

        // A round begins; its name is asked for.
        await ArriveAsync(visit, "/resa/utgangslage", "[name=title]");
        await page.Locator("[name=title]").FillAsync("");
        await PressAsync(page, "Öppna för svar");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Skriv en rubrik");
        await page.Locator("[name=title]").FillAsync("Utgångsläge efter sommaren");
        await PressAsync(page, "Öppna för svar");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("0 personer har svarat");

        // Eight short questions, one a page; one of them is left without an answer.
        await page.Locator(".page-head .btn").ClickAsync();
        foreach (var (dimension, number) in Dimensions.Select((dimension, number) => (dimension, number)))
        {
            Assert.EndsWith($"/svara/{dimension}", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
            var level = dimension switch { "anchoring" => "2", "coordination" => "0", "follow-up" => "", _ => "1" };
            await page.Locator($"input[name='levels[0].level'][value='{level}']").CheckAsync();
            if (dimension == "anchoring")
            {
                await page.Locator("summary", new() { HasText = "Underlag" }).ClickAsync();
                await page.Locator("[name='evidence[0].title']").FillAsync("Beslut i kommunstyrelsen");
                await page.Locator("[name='evidence[0].reference']").FillAsync("KS 2026:41");
            }
            Assert.Empty(await visit.TooWideAsync());
            await PressAsync(page, number < 7 ? "Spara och gå till nästa del" : "Spara och se översikten");
        }
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 person har svarat");
        await page.Locator("summary", new() { HasText = "Stäng eller återta" }).ClickAsync();
        await PressAsync(page, "Stäng omgången");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Resultatet: Utgångsläge efter sommaren");
        await page.GetByText("Visa underlagen").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("KS 2026:41");

        // Which gives the next step, and the journey begins.
        await ArriveAsync(visit, "/resa", ".card.next");
        await Assertions.Expect(page.Locator(".card.next")).ToContainTextAsync("Samordning: mot nivå 1");
        await page.Locator("input[name=template][value=rural]").CheckAsync();
        await PressAsync(page, "Börja resan");
        await page.GetByText("Gör till en åtgärd").ClickAsync();
        await page.Locator("[name=owner]").FillAsync("Näringslivschefen");
        await PressAsync(page, "Spara");
        await page.Locator("table a", new() { HasText = "Nå nivå 1 i Samordning" }).ClickAsync();

        // Done needs something that shows it.
        await page.Locator("input[name=status][value=done]").CheckAsync();
        await PressAsync(page, "Flytta");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("visar att åtgärden är klar");
        await page.Locator("[name=evidence]").FillAsync("Uppdragsbeskrivning, KS 2026:52");
        await PressAsync(page, "Flytta");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Klart och struket (1)");

        // And a municipality that is alike is asked.
        var ask = page.Locator("a", new() { HasTextRegex = new("^Fråga ") }).First;
        // Whoever is likest: what other tests have done meanwhile may make it another.
        var asked = (await ask.InnerTextAsync())["Fråga ".Length..].ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');
        await ask.ClickAsync();
        await PressAsync(page, "Skicka frågan");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Skriv vad ni vill ha hjälp med");
        await page.Locator("[name=message]").FillAsync("Hur fick ni tid avsatt för en samordnare i en liten organisation?");
        await PressAsync(page, "Skicka frågan");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("har inte svarat än");
        Assert.Empty(await visit.TooWideAsync());

        // Who is asked sees it without looking for it.
        await using var mentor = await portal.VisitAsync(new Viewer(width, $"{asked}.utvecklingsledare", script));
        var answer = $"a:has-text('Svara {(user.StartsWith("tierp", StringComparison.Ordinal) ? "Tierp" : "Sölvesborg")}')";
        await ArriveAsync(mentor, "/oversikt", answer);
        await mentor.Page.Locator(answer).ClickAsync();
        await Assertions.Expect(mentor.Page.Locator("main")).ToContainTextAsync("Hur fick ni tid avsatt");
        Assert.Empty(await mentor.TooWideAsync());

        // axe is a script itself and never ends where script is off: it is shown the same page with it.
        await using var seen = await portal.VisitAsync(new Viewer(width, user));
        await seen.GoAsync(new Uri(page.Url).PathAndQuery);
        await Assertions.Expect(seen.Page.Locator("main")).ToContainTextAsync("har inte svarat än");
        Assert.Empty(await Axe.ViolationsAsync(seen.Page));
    }

    [Fact]
    public async Task Somebody_else_s_change_is_told_and_what_was_written_stays()
    {
        await using var one = await portal.VisitAsync(new Viewer(User: "harjedalen.utvecklingsledare"));
        await using var other = await portal.VisitAsync(new Viewer(User: "harjedalen.utvecklingsledare"));
        await ArriveAsync(one, "/resa/mal/nytt", "[name=text]");
        await ArriveAsync(other, "/resa/mal/nytt", "[name=text]");
        await other.Page.Locator("[name=text]").FillAsync("Fjällvärden köper sin catering lokalt");
        await PressAsync(other.Page, "Spara");
        await one.Page.Locator("[name=text]").FillAsync("Tre affärer före nästa sommar");
        await PressAsync(one.Page, "Spara");
        await Assertions.Expect(one.Page.Locator(".error-summary")).ToContainTextAsync("Någon annan har ändrat");
        await Assertions.Expect(one.Page.Locator("[name=text]")).ToHaveValueAsync("Tre affärer före nästa sommar");
        await PressAsync(one.Page, "Spara");
        await Assertions.Expect(one.Page.Locator("main")).ToContainTextAsync("Fjällvärden köper sin catering lokalt");
        await Assertions.Expect(one.Page.Locator("main")).ToContainTextAsync("Tre affärer före nästa sommar");
    }

    [Fact]
    public async Task A_model_becomes_one_s_own_and_is_shared_on_a_phone_without_script()
    {
        await using var visit = await portal.VisitAsync(new Viewer(320, "hudiksvall.utvecklingsledare", Script: false));
        var page = visit.Page;
        await ArriveAsync(visit, "/resa/samverkan/ny", "[name=model]");
        await page.GetByLabel("Samverkan i en mindre kommun").CheckAsync();
        await PressAsync(page, "Utgå från modellen");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Inte beskrivet än: ansvarig nämnd, beslut");
        await Assertions.Expect(page.Locator("aside")).ToContainTextAsync("Ange vilken dag projektet");

        // A complaint of the service finds its row.
        await page.GetByText("Ändra beskrivningen").ClickAsync();
        await page.Locator("[name=board]").FillAsync("Kommunstyrelsen");
        await page.Locator("[name='decisions[0].what']").FillAsync("Ja");
        await page.Locator("summary", new() { HasText = "På sikt" }).ClickAsync();
        await page.Locator("[name=projectEndsOn]").FillAsync("2025-01-31");
        await PressAsync(page, "Spara");
        await Assertions.Expect(page.Locator(".error-summary a[href='#f-decisions-0--what']")).ToContainTextAsync("mellan 3 och 200");
        await page.Locator("[name='decisions[0].what']").FillAsync("Uppdrag att bygga upp samverkan");
        await PressAsync(page, "Spara");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Uppdrag att bygga upp samverkan");
        await Assertions.Expect(page.Locator(".notice.warm")).ToContainTextAsync("Kontrollen efter tolv månader är inte avgjord");

        await page.GetByText("Jämför med modellen").ClickAsync();
        await Assertions.Expect(page.Locator("h1 + .lead")).ToContainTextAsync("Söderhamn har inte ändrat modellen");
        await page.GoBackAsync();
        await UnfoldAsync(page, "Dela med andra");
        await page.GetByLabel("Alla, som modell").CheckAsync();
        await page.Locator("aside form", new() { HasText = "Vilka får se den?" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator(".page-head")).ToContainTextAsync("Modell för andra");
        Assert.Empty(await visit.TooWideAsync());

        // What is late stands on the first page too, and leads back.
        await ArriveAsync(visit, "/oversikt", "main :text('Kontrollen efter tolv månader är inte avgjord')");
        await page.Locator("main").GetByText("Kontrollen efter tolv månader är inte avgjord").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.warm")).ToContainTextAsync("Kontrollen efter tolv månader är inte avgjord");
    }

    [Fact]
    public async Task An_agreement_is_drafted_signed_and_looked_at_again()
    {
        await using var visit = await portal.VisitAsync(new Viewer(User: "laxa.utvecklingsledare"));
        var page = visit.Page;
        await visit.GoAsync("/resa/overenskommelser/ny");
        await page.Locator("[name=title]").FillAsync("Mötesplats i gamla skolan");
        await page.Locator("[name=purpose]").FillAsync("Föreningen håller huset öppet och kommunen lånar ut lokalen.");
        await page.Locator("[name=startsOn]").FillAsync("2030-01-01");
        await PressAsync(page, "Spara utkastet");
        await Assertions.Expect(page.Locator(".error-summary li")).ToHaveCountAsync(2);
        await page.Locator("[name='parties[1].name']").FillAsync("Laxå Bygdegård");
        await page.Locator("[name=reviewOn]").FillAsync("2030-12-01");
        await PressAsync(page, "Spara utkastet");
        await Assertions.Expect(page.Locator(".notice.warm")).ToContainTextAsync("IOP har ingen egen lag");
        await PressAsync(page, "Ja, den gäller");
        await page.Locator("[name=text]").FillAsync("Huset är öppet fyra kvällar i veckan.");
        await page.Locator("[name=nextOn]").FillAsync("2031-06-01");
        await PressAsync(page, "Spara översynen");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("fyra kvällar i veckan");
        await visit.GoAsync("/resa/rapport");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Mötesplats i gamla skolan med Laxå Bygdegård, ses över 1 juni 2031");
    }

    /// <summary>A busy machine's first answers may come later than a page waits for them; somebody would read the page again.</summary>
    private static Task ArriveAsync(Visit visit, string path, string shows) => Eventually.TrueAsync(async () =>
    {
        await visit.GoAsync(path);
        return await visit.Page.Locator(shows).CountAsync() > 0;
    });
}
