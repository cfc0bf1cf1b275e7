using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace ServiceDefaults;

/// <summary>
/// Two questions. <c>/health/live</c>: does the process answer? <c>/health/ready</c>: has it what no request can do without?
/// That is the database alone: without the broker, events wait in the event log, so the service is degraded and still ready.
/// </summary>
public static class Health
{
    /// <summary>Tag of the checks that decide readiness.</summary>
    public const string Ready = "ready";

    internal static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<Draining>("accepting", tags: [Ready]);
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddSingleton<HealthLog>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Draining>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = (context, report) =>
            {
                context.RequestServices.GetRequiredService<HealthLog>().Note(report);
                return Write(context, report);
            },
        }).AllowAnonymous();
    }

    /// <summary>Names and states only: what went wrong is in the log, not in an answer that anybody may read.</summary>
    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
        }, JsonSerializerOptions.Web));
    }

    /// <summary>
    /// On SIGTERM readiness falls first and the server closes after <c>Shutdown:DrainSeconds</c> (0 unless set), so that a proxy
    /// has seen it and sends nothing more before the door shuts.
    /// </summary>
    private sealed class Draining(IConfiguration configuration, TimeProvider clock) : IHealthCheck, IHostedLifecycleService
    {
        private volatile bool draining;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
            Task.FromResult(draining ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());

        public async Task StoppingAsync(CancellationToken cancellationToken)
        {
            draining = true;
            var drain = TimeSpan.FromSeconds(configuration.GetValue("Shutdown:DrainSeconds", 0.0));
            if (drain > TimeSpan.Zero) await Task.Delay(drain, clock, cancellationToken);
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
