using System.Globalization;
using System.Text.Json;
using Testing;
using Xunit;

namespace Platform.Tests;

/// <summary>What an operator sees of a platform that has just started and that nobody has to be woken for.</summary>
public sealed class WatchedPlatform(RunningPlatform platform)
{
    [Fact]
    public async Task Prometheus_reads_every_process_and_nothing_wakes_anybody()
    {
        var watched = platform.State.GetProperty("resources").EnumerateArray()
            .Where(resource => resource.GetProperty("name").GetString() is "gateway" or "identity" or "portal" or "municipalities" or "enterprises" or "matchmaking" or "knowledge")
            .Sum(resource => resource.GetProperty("pids").GetArrayLength());
        var prometheus = platform.State.GetProperty("resources").EnumerateArray().FirstOrDefault(resource => resource.GetProperty("name").GetString() == "prometheus");
        Assert.SkipWhen(prometheus.ValueKind == JsonValueKind.Undefined, "Prometheus is not installed (package prometheus)");
        using var client = new HttpClient { BaseAddress = new Uri(prometheus.GetProperty("addresses")[0].GetString()!) };

        await Eventually.SeeAsync(() => QueryAsync(client, "sum(up)"), up => up is [var sum] && (int)sum.Value == watched);
        // Read after events without a consumer have been sent, and after the start's own refusals of health probes.
        await Eventually.SeeAsync(() => QueryAsync(client, "max(platform_unrouted) > 0"), counted => counted.Count == 1, TimeSpan.FromMinutes(1));
        var firing = await QueryAsync(client, "ALERTS{severity=\"page\",alertstate=\"firing\"}");
        Assert.True(firing.Count == 0, string.Join('\n', firing.Select(alert => alert.Labels)));
    }

    private static async Task<List<(string Labels, double Value)>> QueryAsync(HttpClient client, string expression)
    {
        var answer = await (await client.GetAsync($"/api/v1/query?query={Uri.EscapeDataString(expression)}")).ReadAsync<JsonElement>();
        return [.. answer.GetProperty("data").GetProperty("result").EnumerateArray().Select(series =>
            (series.GetProperty("metric").ToString(), double.Parse(series.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture)))];
    }
}
