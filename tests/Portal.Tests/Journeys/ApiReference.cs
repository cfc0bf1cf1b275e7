using Microsoft.Playwright;
using Portal.Tests.Browser;
using Testing;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Journeys;

/// <summary>The API reference lets a developer sign in as themselves and try a call that needs it.</summary>
public sealed class ApiReference(RunningPortal portal)
{
    [Fact]
    public async Task A_reader_signs_in_and_a_call_that_needs_it_succeeds()
    {
        await using var visit = await portal.VisitAsync(new Viewer());
        var page = visit.Page;
        await visit.GoAsync("/docs/");
        await LoadedAsync(page, LoadState.NetworkIdle);
        var window = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Authorize" }).First.ClickAsync());
        await window.Locator("input[name=userName]").FillAsync("malmo.upphandlare");
        await window.Locator("input[name=password]").FillAsync(RealSignIn.Password);
        var token = page.WaitForResponseAsync(answer => answer.Url.EndsWith("/identity/connect/token", StringComparison.Ordinal));
        await window.Locator("form button[type=submit]").First.ClickAsync();
        Assert.Equal(200, (await token).Status);
        await Assertions.Expect(page.GetByLabel("Access Token").First).ToBeVisibleAsync();

        // The call goes with the token.
        await page.GetByRole(AriaRole.Link, new() { Name = "get /municipalities/v1/baselines", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Test Request (get /municipalities/v1/baselines)", Exact = true }).ClickAsync();
        var call = page.WaitForResponseAsync(answer => new Uri(answer.Url).AbsolutePath == "/municipalities/v1/baselines");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send") }).First.ClickAsync();
        var answered = await call;
        Assert.Equal(200, answered.Status);
        Assert.StartsWith("Bearer ", await answered.Request.HeaderValueAsync("authorization"), StringComparison.Ordinal);
        Assert.Empty(visit.Elsewhere);
    }
}
