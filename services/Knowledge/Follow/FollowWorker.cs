using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults;

namespace Knowledge.Follow;

/// <summary>Tells people: notices become notifications, those become mails, and mails are sent. Any number of processes may run it.</summary>
internal sealed partial class FollowWorker(
    NpgsqlDataSource database, Mailer mailer, IOptions<FollowSettings> settings, IOptions<SmtpSettings> smtp, TimeProvider clock, ILogger<FollowWorker> log) : BackgroundService
{
    private static readonly TimeSpan ClearsEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Value.PollSeconds <= 0) return;
        if (!smtp.Value.IsOn) Log.NoMail(log);
        var cleared = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Turn(stoppingToken);
                if (clock.GetUtcNow() - cleared > ClearsEvery)
                {
                    await OldNews.Clear(database, clock, settings.Value.KeepDays, stoppingToken);
                    cleared = clock.GetUtcNow();
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.TurnFailed(log, fault.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            // Jitter, so that the processes of a service do not look in the same moment.
            await Task.Delay(TimeSpan.FromSeconds(settings.Value.PollSeconds * (0.75 + Random.Shared.NextDouble() / 2)), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does all that is due.</summary>
    internal async Task Turn(CancellationToken stop)
    {
        while (await FanOut.Run(database, clock, stop) > 0) { }
        await Digests.Run(database, clock, stop);
        while (await mailer.Run(stop) > 0) { }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Smtp:Host is not set: mails are written down and shown to their readers, but none is sent")]
        public static partial void NoMail(ILogger log);

        [LoggerMessage(2, LogLevel.Warning, "Telling people failed ({Problem}); it is tried again")]
        public static partial void TurnFailed(ILogger log, string problem);
    }
}

/// <summary>Degraded while mail that should have left does not.</summary>
internal sealed class MailLeaves(KnowledgeDb db, IOptions<SmtpSettings> smtp, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!smtp.Value.IsOn) return HealthCheckResult.Healthy("no mail server is set");
        var limit = clock.GetUtcNow() - Limit;
        return await db.Mails.AnyAsync(m => m.SentAt == null && m.DroppedAt == null && m.CreatedAt < limit, cancellationToken)
            ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
    }
}

internal static class FollowExtensions
{
    /// <summary>The worker that tells people, and its settings.</summary>
    public static WebApplicationBuilder AddFollow(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpSettings>().BindConfiguration("Smtp").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<FollowSettings>().BindConfiguration("Follow").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<Mailer>();
        builder.Services.AddSingleton<FollowWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FollowWorker>());
        builder.Services.AddHealthChecks().AddCheck<MailLeaves>("mail", HealthStatus.Degraded, [Health.Ready], TimeSpan.FromSeconds(3));
        return builder;
    }
}
