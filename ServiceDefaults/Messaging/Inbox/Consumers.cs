using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Messaging.Inbox;

/// <summary>Runs the service's consumers.</summary>
internal sealed class Consumers(IEnumerable<Consumer> consumers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(consumers.Select(consumer => Task.Run(() => consumer.Run(stoppingToken), CancellationToken.None)));
}
