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
