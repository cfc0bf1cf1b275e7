using Portal.Tests.Browser;
using Portal.Tests.Html;
using Xunit;

namespace Portal.Tests.Pages;

/// <summary>What holds for every page: accessible, valid, within the window, from here alone, and there without script.</summary>
public sealed class EveryPage(RunningPortal portal)
{
    [Theory]
    [MemberData(nameof(Addresses.Rows), MemberType = typeof(Addresses))]
    public async Task Is_accessible_valid_and_fits(string path, string? user, string name)
    {
        await using var desk = await portal.VisitAsync(new Viewer(User: user));
        var answer = await desk.GoAsync(path);
        Assert.Empty(HtmlCheck.Faults(await answer.TextAsync()));
        var heading = await desk.Page.Locator("h1").InnerTextAsync();
        Assert.Empty(await desk.TooWideAsync());
        Assert.Empty(await Axe.ViolationsAsync(desk.Page));
        await Shots.LookAsync(desk.Page, name);
        // A page that is not found is an answer of 404, which the console mentions.
        Assert.DoesNotContain(desk.Complaints, complaint => answer.Ok || !complaint.Contains("404", StringComparison.Ordinal));
        Assert.Empty(desk.Elsewhere);

        await using var phone = await portal.VisitAsync(new Viewer(Width: 320, User: user, Dark: true));
        await phone.GoAsync(path);
        Assert.Empty(await phone.TooWideAsync());
        Assert.Empty(await Axe.ViolationsAsync(phone.Page));
        await Shots.LookAsync(phone.Page, $"{name}-320");

        await using var still = await portal.VisitAsync(new Viewer(Width: 320, User: user, Script: false));
        await still.GoAsync(path);
        Assert.Equal(heading, await still.Page.Locator("h1").InnerTextAsync());
        Assert.Empty(await still.TooWideAsync());
    }

    [Fact]
    public async Task What_is_wider_than_the_window_is_found()
    {
        await using var visit = await portal.VisitAsync(new Viewer(Width: 320));
        await visit.Page.SetContentAsync("<!DOCTYPE html><html lang=sv><title>T</title><p style='width:400px'>bred</p>");
        Assert.NotEmpty(await visit.TooWideAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_is_found()
    {
        await using var visit = await portal.VisitAsync(new Viewer());
        await visit.Page.SetContentAsync("<!DOCTYPE html><html lang=sv><title>T</title><main><p style='color:#ccc;background:#fff'>blek</p><img src='data:,'></main>");
        var found = await Axe.ViolationsAsync(visit.Page);
        Assert.Contains(found, violation => violation.StartsWith("color-contrast", StringComparison.Ordinal));
        Assert.Contains(found, violation => violation.StartsWith("image-alt", StringComparison.Ordinal));
    }
}
