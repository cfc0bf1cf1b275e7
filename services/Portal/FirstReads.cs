using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Api;
using ServiceDefaults;

namespace Portal;

/// <summary>
/// The first page of a process is slow: components, connections and the services behind it are met for the first time, and a part that takes
/// too long is shown as unavailable. So the portal reads its own start page before it says that it is ready, until all of it is there or some
/// seconds have gone: other services' health does not decide over this one's.
/// </summary>
internal sealed class FirstReads(IServer server, IHostApplicationLifetime lifetime, SilentServices silent, TimeProvider clock) : BackgroundService, IHealthCheck
{
    /// <summary>Ready after that, whatever was read.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30), Between = TimeSpan.FromMilliseconds(250);
    private volatile bool done;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(done ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the first pages are being read"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        try
        {
            await StartedAsync(stoppingToken);
            bound.CancelAfter(Longest);
            await ReadAsync(bound.Token);
        }
        catch (OperationCanceledException) { /* Long enough, or the process ends. */ }
        // What was silent while everything started is asked again by the first reader.
        silent.Forget();
        done = true;
    }

    /// <summary>A host of tests has no address of its own, and is ready at once.</summary>
    private async Task ReadAsync(CancellationToken stop)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address) return;
        var port = new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)).Port;
        using var reader = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        reader.DefaultRequestHeaders.Add("Accept", "text/html");
        using var next = new PeriodicTimer(Between, clock);
        do
        {
            try
            {
                if (!(await reader.GetStringAsync("/", stop)).Contains("class=\"gone\"", StringComparison.Ordinal)) return;
            }
            catch (HttpRequestException) { /* Not listening yet, or a page that breaks: tried again until it is enough. */ }
            silent.Forget();
        }
        while (await next.WaitForNextTickAsync(stop));
    }

    private async Task StartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var told = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }
}

/// <summary>How the first reads are begun.</summary>
internal static class FirstReadsSetup
{
    public static void AddFirstReads(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FirstReads>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FirstReads>());
        builder.Services.AddHealthChecks().AddCheck<FirstReads>("first-reads", tags: [Health.Ready]);
    }
}
