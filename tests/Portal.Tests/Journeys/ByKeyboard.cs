using Microsoft.Playwright;
using Portal.Tests.Browser;
using Xunit;

namespace Portal.Tests.Journeys;

/// <summary>With the keyboard alone.</summary>
public sealed class ByKeyboard(RunningPortal portal)
{
    [Fact]
    public async Task One_skips_to_the_content_searches_and_reads_what_was_found()
    {
        await using var visit = await portal.VisitAsync(new Viewer());
        await visit.GoAsync("/");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator("#q")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("reserverad upphandling");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/sok?q=*");
        var chapter = visit.Page.Locator("a[href='/handbok/reserverad-upphandling']");
        await Assertions.Expect(chapter).ToBeVisibleAsync();
        for (var steps = 0; steps < 60 && !await chapter.EvaluateAsync<bool>("link => link === document.activeElement"); steps++)
            await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Reserverad upphandling");
    }
}
