using System.Diagnostics;
using System.Text.Json;
using AppHost.Observability;
using Testing;
using Xunit;

namespace AppHost.Tests;

public sealed class ObservabilityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prometheus_accepts_the_configuration_the_rules_and_every_expression_of_the_dashboard(bool published)
    {
        Assert.SkipUnless(await InstalledPrometheus.Wanted(), "promtool is not installed (package prometheus)");
        using var scratch = new Scratch();
        foreach (var file in Prometheus.Files(["needs:8080", "offers:8081"], published).Cast<ContainerFile>())
            await File.WriteAllTextAsync(scratch.Of(file.Name), file.Contents, Stop);
        await CheckAsync("check", "config", scratch.Of("prometheus.yml"));

        // An expression is checked as a rule: promtool has no other way that needs no server.
        var rules = Expressions().Select((expression, number) => new { record = $"panel:{number}", expr = expression });
        await File.WriteAllTextAsync(scratch.Of("panels.yml"), JsonSerializer.Serialize(new { groups = new[] { new { name = "panels", rules } } }), Stop);
        await CheckAsync("check", "rules", scratch.Of("panels.yml"));
    }

    /// <summary>A start lets the first events wait for half a minute and is over; what goes on is told within nine.</summary>
    [Fact]
    public async Task A_burst_of_late_events_at_the_start_is_no_lag_and_a_lag_that_lasts_is_told()
    {
        Assert.SkipUnless(await InstalledPrometheus.Wanted(), "promtool is not installed (package prometheus)");
        using var scratch = new Scratch();
        var rules = Prometheus.Files(["needs:8080"], false).Cast<ContainerFile>().Single(file => file.Name == "rules.yml");
        await File.WriteAllTextAsync(scratch.Of("rules.yml"), rules.Contents, Stop);
        // Each half minute a prompt event, after 300 slow ones at the start; or a slow one each, for good.
        object Late(string service, string le, string values) => new { series = $"platform_inbox_lag_seconds_bucket{{service=\"{service}\",le=\"{le}\"}}", values };
        object Told(string at, bool told) => new { expr = "count by (service) (ALERTS{alertname=\"EffectsLate\",alertstate=\"firing\"})", eval_time = at, exp_samples = told ? new[] { new { labels = "{service=\"slow\"}", value = 1 } } : [] };
        await File.WriteAllTextAsync(scratch.Of("test.yml"), JsonSerializer.Serialize(new
        {
            rule_files = new[] { "rules.yml" },
            evaluation_interval = "30s",
            tests = new[]
            {
                new
                {
                    interval = "30s",
                    input_series = new[] { Late("started", "5", "0 0 0+1x40"), Late("started", "60", "0 300 300+1x40"), Late("started", "+Inf", "0 300 300+1x40"), Late("slow", "5", "0x42"), Late("slow", "60", "0+1x42"), Late("slow", "+Inf", "0+1x42") },
                    promql_expr_test = new[] { Told("1m", false), Told("3m", false), Told("6m", false), Told("9m", true), Told("20m", true) },
                },
            },
        }), Stop);
        await CheckAsync("test", "rules", scratch.Of("test.yml"));
    }

    [Fact]
    public void The_dashboard_shows_lag_outbox_http_and_what_was_set_aside()
    {
        var shown = string.Join('\n', Expressions());
        foreach (var figure in new[] { "event_effect_seconds", "platform_outbox_waiting", "http_server_request_duration", "platform_outbox_parked", "platform_inbox_dead_letters" })
            Assert.Contains(figure, shown, StringComparison.Ordinal);
    }

    private static List<string> Expressions()
    {
        using var stream = typeof(Prometheus).Assembly.GetManifestResourceStream("Observability/dashboards/platform.json")!;
        return [.. JsonDocument.Parse(stream).RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)];
    }

    private static async Task CheckAsync(params string[] arguments)
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = promtool.StandardOutput.ReadToEndAsync(Stop);
        var complained = promtool.StandardError.ReadToEndAsync(Stop);
        await promtool.WaitForExitAsync(Stop);
        Assert.True(promtool.ExitCode == 0, await said + await complained);
    }
}
