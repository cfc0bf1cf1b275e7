using Microsoft.Extensions.Logging;
using Npgsql;

namespace ServiceDefaults.Messaging.Inbox;

/// <summary>Faults that pass by themselves and say nothing about the message.</summary>
internal static partial class Patience
{
    /// <summary>Waits for a database that is away, as long as it takes.</summary>
    public static async Task<T> WhileAway<T>(Func<Task<T>> work, ILogger log, CancellationToken stop)
    {
        for (var pause = 0.1; ; pause = Math.Min(pause * 2, 5))
        {
            try { return await work(); }
            catch (Exception fault) when (Transient.IsAway(fault) && !stop.IsCancellationRequested)
            {
                Log.Away(log, fault.Message);
                await Task.Delay(TimeSpan.FromSeconds(pause), stop);
            }
        }
    }

    /// <summary>Waits also for another process that has the same noun or the same message in hand.</summary>
    public static async Task<T> WhileAwayOrRaced<T>(Func<Task<T>> work, ILogger log, CancellationToken stop)
    {
        while (true)
        {
            try { return await WhileAway(work, log, stop); }
            catch (Exception fault) when (Transient.IsRace(fault) && !stop.IsCancellationRequested)
            {
                await Task.Delay(Random.Shared.Next(20, 200), stop);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database is away ({Fault}); the events wait.")]
        public static partial void Away(ILogger logger, string fault);
    }
}

/// <summary>Which faults pass by themselves.</summary>
internal static class Transient
{
    /// <summary>No connection, a server that starts or stops, no free connection: to wait and try again is right.</summary>
    public static bool IsAway(Exception? fault) => fault switch
    {
        null => false,
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "25P03" or "53300" } => true,
        NpgsqlException { IsTransient: true } => !IsRace(fault),
        _ => IsAway(fault.InnerException),
    };

    /// <summary>A lock, a deadlock or a race with another transaction: to try again at once, and in smaller portions, is right.</summary>
    public static bool IsRace(Exception? fault) => fault switch
    {
        null => false,
        PostgresException { SqlState: "55P03" or "40P01" or "40001" } => true,
        _ => IsRace(fault.InnerException),
    };
}
