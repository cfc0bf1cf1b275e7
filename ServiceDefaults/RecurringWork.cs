using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults;

/// <summary>
/// Work that a service does again and again while it lives. A turn that fails, for instance since the database is away, is logged and taken
/// again after the pause; a turn must therefore leave nothing half done. Every replica takes its turns: of several at once, one may win.
/// </summary>
/// <param name="pause">Between turns.</param>
/// <param name="clock">The time that the pauses are measured by.</param>
/// <param name="log">Where a failed turn is told.</param>
/// <param name="first">Before the first turn: zero begins with the service, null waits as between turns.</param>
public abstract partial class RecurringWork(TimeSpan pause, TimeProvider clock, ILogger log, TimeSpan? first = null) : BackgroundService
{
    /// <summary>The time.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Does what is due.</summary>
    public abstract Task Turn(CancellationToken stop);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var atOnce = first == TimeSpan.Zero;
        using var timer = new PeriodicTimer(atOnce ? pause : first ?? pause, Clock);
        if (!atOnce) await timer.WaitForNextTickAsync(stoppingToken);
        timer.Period = pause;
        do
        {
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(log, GetType().Name, fault.GetType().Name, fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Work} failed and is tried again: {Kind}: {Fault}")]
        public static partial void Failed(ILogger logger, string work, string kind, string fault);
    }
}
