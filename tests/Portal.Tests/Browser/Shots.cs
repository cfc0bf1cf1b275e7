using Microsoft.Playwright;
using Testing;

namespace Portal.Tests.Browser;

/// <summary>
/// Pictures of the pages. Those under docs/pictures are only written with <c>UPDATE_PICTURES=1</c> in the environment, so that a test
/// run leaves the repository as it was; <c>PICTURES_FOLDER</c> takes one of every page and form, to look through.
/// </summary>
internal static class Shots
{
    internal static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1";
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PICTURES_FOLDER");

    /// <summary>A picture for the documentation: what the window shows, no more.</summary>
    public static async Task KeepAsync(IPage page, string name)
    {
        if (Update) await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Root, "docs", "pictures", $"{name}.png") });
    }

    /// <summary>The whole page, for whoever looks through all of them.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        if (Folder is not null) await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
    }
}
