using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Api;
using ServiceDefaults;

namespace Portal;

/// <summary>
/// The first page of a process is slow: components, connections and the services behind it are met for the first time, and a part that takes
/// too long is shown as unavailable. So the portal reads its own start page before it says that it is ready, until all of it is there or some
/// seconds have gone: other services' health does not decide over this one's. While they say themselves that they are not ready it reads
/// seldom: each page asks them all, and what they cannot answer is counted against the platform.
/// </summary>
internal sealed class FirstReads(IServer server, IConfiguration configuration, IHostApplicationLifetime lifetime, SilentServices silent, TimeProvider clock) : BackgroundService, IHealthCheck
{
    /// <summary>Ready after that, whatever was read.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30), Between = TimeSpan.FromMilliseconds(250), Seldom = TimeSpan.FromSeconds(10);
    private static readonly string[] Apis = ["municipalities", "enterprises", "matchmaking", "knowledge"];
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
        var last = clock.GetTimestamp();
        do
        {
            try
            {
                if (!await ReadyAsync(reader, stop) && clock.GetElapsedTime(last) < Seldom) continue;
                last = clock.GetTimestamp();
                if (!(await reader.GetStringAsync("/", stop)).Contains("class=\"gone\"", StringComparison.Ordinal)) return;
            }
            catch (Exception fault) when (fault is HttpRequestException or JsonException) { /* Not listening yet, or a page that breaks: tried again until it is enough. */ }
            silent.Forget();
        }
        while (await next.WaitForNextTickAsync(stop));
    }

    /// <summary>Whether the gateway says that every API is ready.</summary>
    private async Task<bool> ReadyAsync(HttpClient client, CancellationToken stop)
    {
        if (configuration["services:gateway:http:0"] is not { } gateway) return true;
        using var answer = await client.GetAsync(new Uri(new Uri(gateway), "/health/ready"), stop);
        if (answer.Content.Headers.ContentType?.MediaType != "application/json") return false;
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        return told.TryGetProperty("checks", out var checks) && Apis.All(service => checks.TryGetProperty(service, out var state) && state.GetString() == "Healthy");
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
