using Contracts;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>
/// What an enterprise says about itself is looked at, and a complaint about it is decided: by a municipality and the network lead, with the
/// enterprise reading why; at a desk with script and on a phone without.
/// </summary>
public sealed class Trust(RunningPortal portal)
{
    [Theory]
    [InlineData(1280, true, "f18")]
    [InlineData(320, false, "f17")]
    public async Task A_claim_is_refused_with_a_reason_and_then_confirmed(int width, bool script, string firm)
    {
        await using var officer = await portal.VisitAsync(new Viewer(width, "malmo.upphandlare", script));
        await using var enterprise = await portal.VisitAsync(new Viewer(width, $"foretag.{firm}", script));
        await using var lead = await portal.VisitAsync(new Viewer(width, "skr.processledare", script));
        var profile = $"/foretag/{SeedIds.Enterprise(firm.ToUpperInvariant())}";
        await officer.GoAsync(profile);
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Granska uppgifterna" }).ClickAsync();
        var claim = officer.Page.Locator("details.panel").First;
        var name = (await claim.Locator("summary").InnerTextAsync()).Replace("Inte granskad", "", StringComparison.Ordinal).Trim();
        await claim.Locator("summary").ClickAsync();
        await SaveAsync(officer, claim);
        await Assertions.Expect(officer.Page.Locator(".error-summary")).ToContainTextAsync("Välj ja eller nej");
        // What is to be corrected stands open.
        await claim.Locator("[value=rejected]").CheckAsync();
        await SaveAsync(officer, claim);
        await Assertions.Expect(officer.Page.Locator(".error-summary")).ToContainTextAsync("Skriv varför uppgiften inte håller");
        var why = $"Intyget gäller ett annat år, {Guid.NewGuid():n}";
        await claim.Locator("[name^=note-]").FillAsync(why);
        await SaveAsync(officer, claim);
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Granskningen är sparad");
        await Assertions.Expect(claim.Locator("summary")).ToContainTextAsync("Håller inte");
        await IsFitToReadAsync(officer, $"granska-{width}");

        // The enterprise reads why, by the claim that it is about.
        await enterprise.GoAsync("/vart-foretag");
        await Assertions.Expect(enterprise.Page.Locator("#claims ~ * tr", new() { HasText = name }).First).ToContainTextAsync(why);

        await lead.GoAsync($"{profile}/granska");
        var seen = lead.Page.Locator("details.panel", new() { HasText = name }).First;
        await seen.Locator("summary").ClickAsync();
        await Assertions.Expect(seen).ToContainTextAsync(why);
        await seen.Locator("[value=confirmed]").CheckAsync();
        await SaveAsync(lead, seen);
        await Assertions.Expect(seen.Locator("summary")).ToContainTextAsync("Granskad");
        await enterprise.GoAsync("/vart-foretag");
        await Assertions.Expect(enterprise.Page.Locator("main")).Not.ToContainTextAsync(why);
        await IsFitToReadAsync(enterprise, $"granskad-{width}");
    }

    [Theory]
    [InlineData(1280, true, "f19")]
    [InlineData(320, false, "f20")]
    public async Task A_complaint_hides_the_profile_until_the_lead_has_dismissed_it(int width, bool script, string firm)
    {
        await using var officer = await portal.VisitAsync(new Viewer(width, "malmo.upphandlare", script));
        await using var enterprise = await portal.VisitAsync(new Viewer(width, $"foretag.{firm}", script));
        await using var lead = await portal.VisitAsync(new Viewer(width, "skr.processledare", script));
        await using var anyone = await portal.VisitAsync(new Viewer(width, Script: script));
        var profile = $"/foretag/{SeedIds.Enterprise(firm.ToUpperInvariant())}";
        await officer.GoAsync($"{profile}/granska");
        await officer.Page.Locator("[name=text]").FillAsync("Tomt");
        await PressAsync(officer.Page, "Lämna klagomålet");
        await Assertions.Expect(officer.Page.Locator(".error-summary")).ToContainTextAsync("20 till 2 000 tecken");
        var wrong = $"Telefonen svarar inte och lokalen är tom, {Guid.NewGuid():n}";
        await officer.Page.Locator("[name=text]").FillAsync(wrong);
        await PressAsync(officer.Page, "Lämna klagomålet");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("syns inte för andra");
        Assert.Equal(404, (await anyone.GoAsync(profile)).Status);
        await enterprise.GoAsync("/oversikt");
        await enterprise.Page.GetByRole(AriaRole.Link, new() { Name = "Läs klagomålet" }).ClickAsync();
        await Assertions.Expect(enterprise.Page.Locator("main")).ToContainTextAsync(wrong);
        await Assertions.Expect(enterprise.Page.Locator("main")).Not.ToContainTextAsync("Malmö upphandlare");
        await IsFitToReadAsync(enterprise, $"gomd-{width}");

        await lead.GoAsync("/oversikt");
        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "Klagomål på företag" }).ClickAsync();
        var complaint = lead.Page.Locator("li", new() { HasText = wrong });
        await SaveAsync(lead, complaint);
        await Assertions.Expect(lead.Page.Locator(".error-summary")).ToContainTextAsync("Välj ett beslut");
        await Assertions.Expect(lead.Page.Locator(".error-summary")).ToContainTextAsync("Skriv varför");
        await DecideAsync(lead, complaint, "upheld", "Ingen svarar, vi har också prövat.");
        await Assertions.Expect(complaint).ToContainTextAsync("Godtaget");
        await IsFitToReadAsync(lead, $"klagomal-{width}");
        await enterprise.GoAsync("/vart-foretag");
        await Assertions.Expect(enterprise.Page.Locator("main")).ToContainTextAsync("Ingen svarar, vi har också prövat.");

        await DecideAsync(lead, complaint, "dismissed", "Nu svarar de.");
        await Assertions.Expect(complaint).ToHaveCountAsync(0);
        Assert.Equal(200, (await anyone.GoAsync(profile)).Status);
        await enterprise.GoAsync("/vart-foretag");
        await Assertions.Expect(enterprise.Page.Locator("main")).Not.ToContainTextAsync(wrong);
    }

    private static async Task DecideAsync(Visit lead, ILocator complaint, string decision, string why)
    {
        await complaint.Locator($"[value={decision}]").CheckAsync();
        await complaint.Locator("[name^=note-]").FillAsync(why);
        await SaveAsync(lead, complaint);
    }

    private static async Task SaveAsync(Visit visit, ILocator within)
    {
        await within.Locator("button").First.ClickAsync();
        await LoadedAsync(visit.Page);
    }

    /// <summary>The page as it has become. axe is a script itself and is asked where script is on.</summary>
    private static async Task IsFitToReadAsync(Visit visit, string picture)
    {
        Assert.Empty(await visit.TooWideAsync());
        if (visit.Page.ViewportSize!.Width > 600) Assert.Empty(await Axe.ViolationsAsync(visit.Page));
        await Shots.LookAsync(visit.Page, picture);
    }
}
