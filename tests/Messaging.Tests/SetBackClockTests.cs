using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Broker;
using ServiceDefaults.Messaging.EventLog;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>The database's clock was an hour fast and has been set back (F19): what it had noted lies in the future.</summary>
public sealed class SetBackClockTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestService service = null!;

    public async ValueTask InitializeAsync() => service = TestService.Build(await postgres.NewTestDatabaseAsync());

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_lane_that_paused_does_not_wait_until_the_clock_has_caught_up()
    {
        await service.Publish("Väntar");
        await Lanes($"update event_lane set not_before = clock_timestamp() + interval '1 hour'");
        var bus = new NotingBus();
        Assert.True(await Turn(bus, lanes: 16));
        Assert.Single(bus.Sent);

        // A pause of its usual length still holds.
        await service.Publish("Paus");
        await Lanes($"update event_lane set not_before = clock_timestamp() + interval '10 seconds'");
        Assert.False(await Turn(bus, lanes: 16));
    }

    [Fact]
    public async Task A_lane_that_was_served_in_the_future_is_not_left_behind_by_the_busy_ones()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 40; i++) ids.Add(await service.Publish($"{i}"));
        var behind = LoggedEvent.LaneOf(ids[0].ToString());
        await Lanes($"update event_lane set last_served = clock_timestamp() + case when lane = {behind} then interval '1 hour' else interval '0' end");

        var bus = new NotingBus();
        await Turn(bus, lanes: 1);

        Assert.All(bus.Sent, sent => Assert.Equal(behind, LoggedEvent.LaneOf(sent.Key)));
        Assert.NotEmpty(bus.Sent);
    }

    private Task<int> Lanes(FormattableString change) => service.Db(db => db.Database.ExecuteSqlAsync(change));

    private async Task<bool> Turn(NotingBus bus, int lanes)
    {
        using var relay = new Relay(service.Services.GetRequiredService<NpgsqlDataSource>(), bus, service.Services.GetRequiredService<BrokerWatch>(),
            new RelaySignal(), Options.Create(new RelayOptions { LanesPerTurn = lanes }), service.Services.GetRequiredService<MessagingMetrics>(), NullLogger<Relay>.Instance);
        return await relay.Turn(default);
    }
}
