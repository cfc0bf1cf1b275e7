using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Tests.Browser;
using Portal.Tests.Journeys;
using Xunit;

namespace Portal.Tests.Pages;

/// <summary>
/// What the portal itself has measured once everybody has walked through it. Times are told and not judged, since the machine is shared;
/// what is judged is how often a page waits for one answer before it asks the next question. Half of a page's visits decide: where two rows
/// of questions run side by side, an answer that is late counts deeper than its question stands.
/// </summary>
[Collection(nameof(Alone))]
public sealed partial class ServerTime(RunningPortal portal)
{
    /// <summary>What the page is about, what follows from it, and the names of what that speaks of.</summary>
    private const int MostRounds = 3;

    [Fact]
    public async Task No_page_asks_in_a_long_row()
    {
        // When this class runs alone somebody has to look at something first.
        await using (var visit = await portal.VisitAsync(new Viewer(User: "skr.processledare")))
            foreach (var path in new[] { "/", "/natverket", "/handbok", "/moten" }) await visit.GoAsync(path);
        var address = portal.Platform.State.GetProperty("resources").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "portal").GetProperty("addresses")[0].GetString()!;
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var measured = await http.GetStringAsync("/metrics");

        var rounds = Buckets(measured, "platform_portal_page_rounds").ToDictionary(page => page.Route, page => Median(page.At));
        foreach (var (route, at) in Buckets(measured, "http_server_request_duration_seconds").Where(page => rounds.ContainsKey(page.Route)).OrderBy(page => page.Route, StringComparer.Ordinal))
            TestContext.Current.TestOutputHelper?.WriteLine($"{route}: p95 {Quantile(at) * 1000:0} ms of {at[^1].Count} requests, {rounds[route]} rounds");
        Assert.True(rounds.Count >= 4, $"Nothing was measured:\n{measured}");
        Assert.Empty(rounds.Where(page => page.Value > MostRounds).Select(page => $"{page.Key}: {page.Value} rounds"));
    }

    [Fact]
    public void A_page_that_asks_in_a_row_would_be_found()
    {
        var page = Assert.Single(Buckets("""
            platform_portal_page_rounds_bucket{otel_scope_name="Platform.Portal",http_route="/rad",le="3"} 2 1764115200000
            platform_portal_page_rounds_bucket{otel_scope_name="Platform.Portal",http_route="/rad",le="4"} 5 1764115200000
            platform_portal_page_rounds_bucket{otel_scope_name="Platform.Portal",http_route="/rad",le="+Inf"} 5 1764115200000
            """, "platform_portal_page_rounds"));
        Assert.Equal(("/rad", 4d), (page.Route, Median(page.At)));
        Assert.Equal(3.92, Quantile(page.At), 0.01);
    }

    private static double Median(Bucket[] at) => at.First(bucket => bucket.Count * 2 >= at[^1].Count).Most;

    private sealed record Bucket(double Most, double Count);

    /// <summary>Each route's buckets with all methods and answers together, from the smallest.</summary>
    private static IEnumerable<(string Route, Bucket[] At)> Buckets(string metrics, string name) =>
        from line in Line().Matches(metrics)
        where line.Groups["name"].Value.StartsWith(name, StringComparison.Ordinal)
        let route = Label(line, "http_route")
        where route.Length > 0
        group (Most: Label(line, "le") is "+Inf" ? double.PositiveInfinity : double.Parse(Label(line, "le"), CultureInfo.InvariantCulture), Count: double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture)) by route into page
        select (page.Key, page.GroupBy(bucket => bucket.Most).Select(bucket => new Bucket(bucket.Key, bucket.Sum(one => one.Count))).OrderBy(bucket => bucket.Most).ToArray());

    /// <summary>The 95th percentile, straight through its bucket.</summary>
    private static double Quantile(Bucket[] at)
    {
        var rank = 0.95 * at[^1].Count;
        var index = Array.FindIndex(at, bucket => bucket.Count >= rank);
        var (from, before) = index == 0 ? (0d, 0d) : (at[index - 1].Most, at[index - 1].Count);
        return double.IsInfinity(at[index].Most) ? from : from + ((at[index].Most - from) * (rank - before) / Math.Max(at[index].Count - before, 1));
    }

    private static string Label(Match line, string name) => Regex.Match(line.Groups["labels"].Value, $"(?:^|,){name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("""^(?<name>\w+)_bucket\{(?<labels>.*)\} (?<value>\S+)""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
