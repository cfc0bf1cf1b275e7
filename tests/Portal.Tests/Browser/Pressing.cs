using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>A person presses a button and waits for the page that comes of it.</summary>
internal static class Pressing
{
    /// <summary>Presses the first button in sight of the page's main part that has these words.</summary>
    public static async Task PressAsync(IPage page, string button)
    {
        await page.Locator($"main button:has-text(\"{button}\"):visible").First.ClickAsync();
        await LoadedAsync(page);
    }

    /// <summary>Opens a section that lies folded on a phone; where there is room it stands open.</summary>
    public static async Task UnfoldAsync(IPage page, string title)
    {
        var summary = page.Locator("main .fold > details:not([open]) > summary", new() { HasText = title });
        if (await summary.IsVisibleAsync()) await summary.ClickAsync();
    }

    /// <summary>
    /// Waits until the page is there. Playwright looks whether it is, and listens if it is not; what comes between the two is heard by
    /// neither, so now and then it is asked again.
    /// </summary>
    public static async Task LoadedAsync(IPage page, LoadState state = LoadState.Load)
    {
        const int Tries = 30;
        for (var tried = 1; ; tried++)
        {
            try
            {
                await page.WaitForLoadStateAsync(state, new PageWaitForLoadStateOptions { Timeout = 2_000 });
                return;
            }
            catch (TimeoutException) when (tried < Tries)
            {
            }
        }
    }
}
