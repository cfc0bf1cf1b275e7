using Portal.Texts;

namespace Portal.Pages.Operations;

/// <summary>How one service is.</summary>
/// <param name="Name">Such as <c>matchmaking</c>.</param>
/// <param name="Up">Processes that answer.</param>
/// <param name="Processes">Processes there should be.</param>
/// <param name="Requests">A second, over five minutes.</param>
/// <param name="Errors">Share of answers 5xx over five minutes.</param>
/// <param name="Slow">Seconds that 95 of 100 answers stay within.</param>
/// <param name="Waiting">Events that wait to be sent.</param>
/// <param name="Oldest">Seconds that the oldest of them has waited.</param>
/// <param name="Lag">Seconds from a change in one service to its effect in this, 99th percentile.</param>
/// <param name="Late">The lag has lasted, and is no burst that has passed, such as that of a start.</param>
public sealed record ServiceHealth(
    string Name, int Up, int Processes, double? Requests, double? Errors, double? Slow, double? Waiting, double? Oldest, double? Lag, bool Late = false)
{
    /// <summary>Well, or what is the matter.</summary>
    public (string Text, string Kind) State => this switch
    {
        { Up: 0 } => (Text.Of("Operations.Down"), "fault"),
        _ when Up < Processes => (Text.Of("Operations.PartlyDown"), "warm"),
        { Errors: > 0.01 } => (Text.Of("Operations.ManyFaults"), "fault"),
        { Oldest: > 60 } => (Text.Of("Operations.EventsWait"), "warm"),
        { Late: true } => (Text.Of("Operations.EventsLate"), "warm"),
        _ => (Text.Of("Operations.Works"), "good"),
    };

    /// <summary>It caught up with a burst of events during the last minutes: the figure is high and nothing is wrong.</summary>
    public bool CaughtUp => Lag > 5 && !Late;
}

/// <summary>The platform at a glance.</summary>
/// <param name="Services">Each service.</param>
/// <param name="Parked">Events that were laid aside after ten attempts.</param>
/// <param name="DeadLetters">Messages that could not be handled.</param>
/// <param name="Budget">Answers and faults of seven days; null when none are counted.</param>
/// <param name="Load">Requests a second through the gateway during the last hour.</param>
/// <param name="Alerts">What fires now, and where.</param>
public sealed record PlatformHealth(
    IReadOnlyList<ServiceHealth> Services, double Parked, double DeadLetters, ErrorBudget? Budget, IReadOnlyList<double> Load, IReadOnlyList<string> Alerts)
{
    private const string Requests = "http_server_request_duration_seconds_count{http_route!~\"/health.*\"}";
    private const string Faults = "http_server_request_duration_seconds_count{http_route!~\"/health.*\",http_response_status_code=~\"5..\"}";

    /// <summary>Asks for everything side by side; null when Prometheus does not answer.</summary>
    public static async Task<PlatformHealth?> ReadAsync(Prometheus prometheus, DateTimeOffset now, CancellationToken stop)
    {
        Task<IReadOnlyDictionary<string, double>?> By(string expression, string label = "service") => prometheus.ByAsync(expression, label, stop);
        var up = By("sum by (service) (up{job=\"platform\"})");
        var all = By("count by (service) (up{job=\"platform\"})");
        var requests = By($"sum by (service) (rate({Requests}[5m]))");
        var errors = By($"sum by (service) (rate({Faults}[5m])) / sum by (service) (rate({Requests}[5m]))");
        var slow = By("histogram_quantile(0.95, sum by (le, service) (rate(http_server_request_duration_seconds_bucket{http_route!~\"/health.*\"}[5m])))");
        var waiting = By("max by (service) (platform_outbox_waiting)");
        var oldest = By("max by (service) (platform_outbox_oldest_seconds)");
        var lag = By("platform:event_effect_seconds:p99_5m");
        var late = By("platform:event_effect_seconds:late");
        var parked = By("sum(max by (service) (platform_outbox_parked))");
        var dead = By("sum(max by (queue) (platform_inbox_dead_letters))");
        var (answers, faults) = (By($"sum(increase({OfGateway(Requests)}[7d]))"), By($"sum(increase({OfGateway(Faults)}[7d])) or vector(0)"));
        var alerts = By("ALERTS{alertstate=\"firing\"}", "alertname");
        var load = prometheus.HourAsync("sum(rate(http_server_request_duration_seconds_count{service=\"gateway\",http_route!~\"/health.*\"}[5m]))", now, stop);
        if (await up is not { } running || await all is not { } processes) return null;

        double? Of(IReadOnlyDictionary<string, double>? figures, string name) => figures is not null && figures.TryGetValue(name, out var figure) ? figure : null;
        var (r, e, s, w, o, l, lasting) = (await requests, await errors, await slow, await waiting, await oldest, await lag, await late);
        ServiceHealth[] services =
        [
            .. processes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new ServiceHealth(one.Key, (int)(Of(running, one.Key) ?? 0), (int)one.Value,
                Of(r, one.Key), Of(e, one.Key), Of(s, one.Key), Of(w, one.Key), Of(o, one.Key), Of(l, one.Key), Of(lasting, one.Key) is not null)),
        ];
        var budget = Of(await answers, "") is { } answered && Of(await faults, "") is { } failed ? new ErrorBudget(answered, failed) : null;
        return new PlatformHealth(services, Of(await parked, "") ?? 0, Of(await dead, "") ?? 0, budget, await load,
            [.. (await alerts ?? new Dictionary<string, double>()).Keys.Order(StringComparer.Ordinal)]);
    }

    private static string OfGateway(string series) => series.Replace("{", "{service=\"gateway\",", StringComparison.Ordinal);
}
