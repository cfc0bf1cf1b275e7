using Portal.Tests.Browser;
using Xunit;
using static Portal.Tests.Browser.Pressing;

namespace Portal.Tests.Pages;

/// <summary>What the first visit costs a phone: everything of the page, as sent, with an empty cache.</summary>
public sealed class Weight(RunningPortal portal)
{
    private const int Most = 100_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/foretag")]
    [InlineData("/karta")]
    public async Task The_first_visit_is_below_a_hundred_kilobytes(string path)
    {
        await using var visit = await portal.VisitAsync(new Viewer(Width: 320));
        var sizes = new List<(string Url, int Bytes)>();
        visit.Page.RequestFinished += async (_, request) =>
        {
            var size = await request.SizesAsync();
            lock (sizes) sizes.Add((request.Url, size.ResponseBodySize + size.ResponseHeadersSize));
        };
        await visit.GoAsync(path);
        await LoadedAsync(visit.Page, Microsoft.Playwright.LoadState.NetworkIdle);
        var seen = await Testing.Eventually.SeeAsync(
            () => { lock (sizes) return Task.FromResult(sizes.ToArray()); }, found => found.Length >= 2);
        var total = seen.Sum(one => one.Bytes);
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {total} bytes in {seen.Length} requests");
        Assert.True(total < Most, $"{total} bytes: {string.Join(", ", seen.Select(one => $"{one.Url} {one.Bytes}"))}");
        Assert.True(total > 500, "Nothing was measured.");
    }
}
