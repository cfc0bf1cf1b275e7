using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ServiceDefaults.Tests;

/// <summary>What probes find is said once, and as a warning only when it is news to somebody.</summary>
public sealed class HealthLogTests
{
    private readonly Notes notes = new();
    private readonly ApplicationLifetime lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly HealthLog log;

    public HealthLogTests() => log = new HealthLog(lifetime, notes);

    [Fact]
    public void What_a_service_waits_for_at_its_start_wakes_nobody_and_what_it_loses_later_is_one_warning()
    {
        Probe(HealthStatus.Unhealthy, "the first pages are being read", times: 100);
        Probe(HealthStatus.Healthy, null, times: 100);
        Probe(HealthStatus.Degraded, "the broker is away", times: 100);
        Probe(HealthStatus.Unhealthy, null, times: 100, new TimeoutException("no answer"));
        Probe(HealthStatus.Healthy, null, times: 100);

        Assert.Equal(
        [
            (LogLevel.Information, "thing is Unhealthy, was Healthy. the first pages are being read"), (LogLevel.Information, "thing is Healthy, was Unhealthy. "),
            (LogLevel.Warning, "thing is Degraded, was Healthy. the broker is away"), (LogLevel.Warning, "thing is Unhealthy, was Degraded. TimeoutException: no answer"),
            (LogLevel.Information, "thing is Healthy, was Unhealthy. "),
        ], notes.Lines);
    }

    [Fact]
    public void What_it_lets_go_of_while_it_stops_wakes_nobody()
    {
        Probe(HealthStatus.Healthy, null, times: 1);
        lifetime.StopApplication();
        Probe(HealthStatus.Unhealthy, null, times: 10);

        Assert.Equal((LogLevel.Information, "thing is Unhealthy, was Healthy. "), Assert.Single(notes.Lines));
    }

    private void Probe(HealthStatus status, string? description, int times, Exception? fault = null)
    {
        var entries = new Dictionary<string, HealthReportEntry> { ["thing"] = new(status, description, TimeSpan.Zero, fault, null) };
        Parallel.For(0, times, _ => log.Note(new HealthReport(entries, TimeSpan.Zero)));
    }

    private sealed class Notes : ILogger<HealthLog>
    {
        private readonly Lock one = new();

        public List<(LogLevel, string)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (one) Lines.Add((logLevel, formatter(state, exception)));
        }
    }
}
