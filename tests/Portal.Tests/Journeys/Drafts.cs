using Microsoft.Playwright;
using Portal.Tests.Browser;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>What somebody writes stays on the device until it has been saved, and no longer.</summary>
public sealed class Drafts(RunningPortal portal)
{
    [Fact]
    public async Task A_draft_is_kept_over_a_refusal_and_goes_when_it_has_been_saved()
    {
        await using var visit = await portal.VisitAsync(new Viewer(User: "helsingborg.enhetschef"));
        var title = visit.Page.Locator("[name=title]");
        await visit.GoAsync("/behov/nytt");
        await title.FillAsync("Fik");
        await PressAsync(visit.Page, "Spara och förhandsgranska");
        await Assertions.Expect(visit.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await visit.GoAsync("/behov/nytt");
        await Assertions.Expect(title).ToHaveValueAsync("Fik");
        await Assertions.Expect(visit.Page.Locator("[data-draft-told]")).ToBeVisibleAsync();
        await title.FillAsync("Fika till möten i stadshuset");
        await PressAsync(visit.Page, "Spara och förhandsgranska");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Fika till möten i stadshuset");
        await visit.GoAsync("/behov/nytt");
        await Assertions.Expect(title).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_form_with_proposals_gets_back_what_was_written_and_signing_out_clears_the_device()
    {
        // A sign-in of its own: it ends here.
        await using var visit = await portal.VisitAsync(new Viewer());
        await visit.SignInAsync("skr.processledare");
        await visit.GoAsync("/moten/nytt");
        await visit.Page.Locator("[name=place]").FillAsync("Biblioteket");
        await visit.GoAsync("/moten/nytt");
        await Assertions.Expect(visit.Page.Locator("[name=place]")).ToHaveValueAsync("Biblioteket");
        Assert.Contains("draft:", await visit.Page.EvaluateAsync<string>("() => Object.keys(localStorage).join()"), StringComparison.Ordinal);
        await visit.Page.Locator("form[action='/signout'] button").ClickAsync();
        await LoadedAsync(visit.Page);
        await visit.GoAsync("/");
        Assert.Equal("", await visit.Page.EvaluateAsync<string>("() => Object.keys(localStorage).join()"));
    }
}
