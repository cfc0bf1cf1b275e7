using Portal.Tests.Browser;
using Xunit;

namespace Portal.Tests.Pages;

/// <summary>Lists on a phone: somebody sees the first of them within the first screen, and the end within a few strokes of the thumb.</summary>
public sealed class OnAPhone(RunningPortal portal)
{
    private const int Screen = 640;

    [Theory]
    [InlineData("/foretag", ".card", 5.5)]
    [InlineData("/behov", ".card", 9)]
    [InlineData("/handbok", ".fold summary", 3)]
    public async Task A_list_begins_in_the_first_screen_and_is_not_long(string path, string item, double screens)
    {
        foreach (var script in new[] { true, false })
        {
            await using var phone = await portal.VisitAsync(new Viewer(320, Script: script));
            await phone.GoAsync(path);
            var first = await phone.Page.Locator($"main {item}").First.BoundingBoxAsync();
            var foot = await phone.Page.Locator(".site-foot").BoundingBoxAsync();
            Assert.InRange(first!.Y, 0, Screen - 60);
            Assert.InRange(foot!.Y / Screen, 0, screens);
        }
    }
}
