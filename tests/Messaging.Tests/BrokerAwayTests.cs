using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>A service whose broker does not answer.</summary>
public sealed class BrokerAwayTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestService service = null!;

    // Nobody listens on port 1.
    public async ValueTask InitializeAsync() =>
        service = await TestService.Build(await postgres.NewTestDatabaseAsync(), "amqp://nobody:nothing@127.0.0.1:1").StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task It_is_ready_but_degraded_and_its_events_wait()
    {
        var id = await service.Publish("Väntar");
        using var client = service.Client();

        using var ready = await client.GetAsync("/health/ready");

        Assert.True(ready.IsSuccessStatusCode);
        Assert.Contains("\"messaging\":\"Degraded\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await service.Db(db => db.EventLog.SingleAsync(row => row.Key == id.ToString()))).PublishedAt);
    }
}
