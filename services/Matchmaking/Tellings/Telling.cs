namespace Matchmaking.Tellings;

/// <summary>Looks now and then for something to tell. A turn that fails has told nothing, and is tried again.</summary>
internal abstract partial class Telling(TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>The time.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(log, GetType().Name, fault.Message);
            }
        }
    }

    /// <summary>Takes what has changed since the last turn of any replica.</summary>
    internal abstract Task Turn(CancellationToken stop);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{What} failed; it is tried again: {Fault}")]
        public static partial void Failed(ILogger logger, string what, string fault);
    }
}

internal static class Tellings
{
    /// <summary>What is told to those whom it concerns without anybody's asking.</summary>
    public static void AddTellings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TellMatches>();
        builder.Services.AddSingleton<TellRoutes>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TellMatches>());
        builder.Services.AddHostedService(services => services.GetRequiredService<TellRoutes>());
    }
}
