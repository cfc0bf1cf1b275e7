using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceDefaults;

namespace Gateway;

/// <summary>
/// <c>/health/ready</c> of the gateway answers for the platform: a check for each service, ready when any of its processes is.
/// </summary>
internal static class PlatformHealth
{
    public static void AddPlatformHealth(this WebApplicationBuilder builder)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(2),
        };
        var checks = builder.Services.AddHealthChecks();
        foreach (var service in Platform.All)
        {
            var check = new ServiceReady(client, Platform.Addresses(builder.Configuration, service), TimeProvider.System);
            checks.AddCheck(service, check, tags: [Health.Ready]);
        }
    }

    /// <summary>Anybody may ask for the platform's health, so the services are asked at most once a second.</summary>
    private sealed class ServiceReady(HttpClient client, IReadOnlyList<string> addresses, TimeProvider clock) : IHealthCheck
    {
        private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
        private readonly Lock gate = new();
        private Task<bool> answer = Task.FromResult(false);
        private long askedAt;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            Task<bool> current;
            lock (gate)
            {
                if (askedAt == 0 || clock.GetElapsedTime(askedAt) > Fresh) (askedAt, answer) = (clock.GetTimestamp(), Ask());
                current = answer;
            }
            return await current.WaitAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }

        private async Task<bool> Ask() => (await Task.WhenAll(addresses.Select(IsReady))).Contains(true);

        private async Task<bool> IsReady(string address)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(new Uri(address), "/health/ready"));
                return response.IsSuccessStatusCode;
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                return false;
            }
        }
    }
}
