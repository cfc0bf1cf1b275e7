using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults;

/// <summary>
/// Says in the log what probes have found, once for each change. What a service waits for while it starts and lets go while it stops wakes nobody:
/// that it never becomes ready is for whoever probes it to say.
/// </summary>
internal sealed partial class HealthLog(IHostApplicationLifetime lifetime, ILogger<HealthLog> log)
{
    private readonly ConcurrentDictionary<string, HealthStatus> known = new();
    private readonly ConcurrentDictionary<string, bool> onceHealthy = new();

    /// <summary>Notes what a probe has found.</summary>
    public void Note(HealthReport report)
    {
        foreach (var (check, entry) in report.Entries)
        {
            var before = known.GetOrAdd(check, HealthStatus.Healthy);
            // Of two probes at once the one that changes it says so.
            if (before != entry.Status && known.TryUpdate(check, entry.Status, before)) Say(check, entry, before);
            if (entry.Status is HealthStatus.Healthy) onceHealthy.TryAdd(check, true);
        }
    }

    private void Say(string check, HealthReportEntry entry, HealthStatus before)
    {
        var wakes = entry.Status < before && onceHealthy.ContainsKey(check) && !lifetime.ApplicationStopping.IsCancellationRequested;
        Log.Changed(log, wakes ? LogLevel.Warning : LogLevel.Information, check, entry.Status, before,
            entry.Exception is { } fault ? $"{fault.GetType().Name}: {fault.Message}" : entry.Description ?? "");
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Message = "{Check} is {Status}, was {Before}. {Reason}")]
        public static partial void Changed(ILogger logger, LogLevel level, string check, HealthStatus status, HealthStatus before, string reason);
    }
}
