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

/// <summary>The relay's turns on a real database, with a bus that notes what it is given.</summary>
public sealed class RelayTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestService service = null!;

    public async ValueTask InitializeAsync() => service = TestService.Build(await postgres.NewTestDatabaseAsync());

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_nouns_events_leave_one_after_the_other_in_the_order_of_its_versions()
    {
        var ids = await Many(nouns: 20, revisions: 5);
        var bus = new NotingBus { Pause = TimeSpan.FromMilliseconds(1) };

        await Drain(bus);

        foreach (var id in ids)
            Assert.Equal([1, 2, 3, 4, 5], bus.Sent.Where(sent => sent.Key == id.ToString()).Select(sent => sent.Version));
        Assert.True(bus.MostAtOnce > 1, "different nouns leave at the same time");
    }

    [Fact]
    public async Task Three_relays_share_the_work_and_publish_everything_once()
    {
        await Many(nouns: 60, revisions: 3);
        var buses = NotingBus.BeginningTogether(3, TimeSpan.FromMilliseconds(5));

        await Task.WhenAll(buses.Select(bus => Task.Run(() => Drain(bus, lanes: 2))));

        var all = buses.SelectMany(bus => bus.Sent).Select(sent => sent.MessageId).ToArray();
        Assert.Equal(180, all.Length);
        Assert.Equal(180, all.Distinct().Count());
        Assert.All(buses, bus => Assert.NotEmpty(bus.Sent));
    }

    [Fact]
    public async Task What_was_sent_before_a_queue_was_bound_and_is_marked_after_its_replay_leaves_once_more()
    {
        var id = Assert.Single(await Many(nouns: 1, revisions: 1));
        var bus = new NotingBus();
        await using (var turn = new RelayTurn(await service.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(), new RelayOptions()))
        {
            var sent = await turn.Begin(default);
            await service.Services.GetRequiredService<Replay>().Run(null, null, default);
            foreach (var message in sent) message.Outcome = Outcome.Confirmed;
            await turn.End(sent, default);
        }
        Assert.Null((await Row(id)).PublishedAt);

        await Drain(bus);

        Assert.Equal(id.ToString(), Assert.Single(bus.Sent).Key);
        Assert.NotNull((await Row(id)).PublishedAt);
    }

    [Fact]
    public async Task Broker_trouble_keeps_the_event_and_counts_no_attempt()
    {
        var id = Assert.Single(await Many(nouns: 1, revisions: 1));
        await Drain(new NotingBus { Fault = _ => new TimeoutException("no confirm") });

        var row = await Row(id);
        Assert.Null(row.PublishedAt);
        Assert.Equal(0, row.Attempts);
        var lane = await service.Db(db => db.Set<EventLane>().SingleAsync(lane => lane.Lane == row.Lane));
        Assert.Equal(1, lane.Failures);
        Assert.True(lane.NotBefore > lane.LastServed, "the lane pauses");
    }

    [Fact]
    public async Task A_message_at_fault_is_parked_after_ten_attempts_and_lets_the_others_pass()
    {
        var ids = await Many(nouns: 1, revisions: 2);
        var faulty = Guid.Empty;
        await service.Db(async db => faulty = (await db.EventLog.OrderBy(row => row.Sequence).FirstAsync()).MessageId);
        var bus = new NotingBus { Fault = sent => sent.MessageId == faulty ? new UnsendableException("too large") : null };

        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Empty(bus.Sent);
            await Drain(bus);
            await Hurry();
        }
        await Drain(bus);

        Assert.Equal([2], bus.Sent.Select(sent => sent.Version));
        var parked = await service.Db(db => db.EventLog.SingleAsync(row => row.MessageId == faulty));
        Assert.NotNull(parked.ParkedAt);
        Assert.Contains("too large", parked.LastError, StringComparison.Ordinal);

        var database = service.Services.GetRequiredService<NpgsqlDataSource>();
        Assert.Equal(1, await Operations.Release(database, faulty, default));
        bus.Fault = _ => null;
        await Hurry();
        await Drain(bus);
        Assert.Equal([2, 1], bus.Sent.Select(sent => sent.Version));
        Assert.Single(ids);
    }

    [Fact]
    public async Task A_relay_that_hangs_loses_its_lanes_and_can_mark_nothing_afterwards()
    {
        var id = Assert.Single(await Many(nouns: 1, revisions: 1));
        var database = service.Services.GetRequiredService<NpgsqlDataSource>();
        var options = new RelayOptions { IdleLimit = TimeSpan.FromMilliseconds(200) };
        await using var hanging = new RelayTurn(await database.OpenConnectionAsync(), options);
        var held = await hanging.Begin(default);
        Assert.Single(held);

        var bus = new NotingBus();
        await Eventually.TrueAsync(async () =>
        {
            await Drain(bus);
            return !bus.Sent.IsEmpty;
        });

        held[0].Outcome = Outcome.AtFault;
        held[0].Error = "late and wrong";
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => hanging.End(held, default));
        Assert.Equal(0, (await Row(id)).Attempts);
    }

    [Fact]
    public async Task A_replay_sends_the_newest_state_of_each_noun_under_a_new_id()
    {
        var ids = await Many(nouns: 3, revisions: 4);
        var bus = new NotingBus();
        await Drain(bus);
        var before = bus.Sent.ToArray();

        Assert.Equal(3, await service.Services.GetRequiredService<Replay>().Run(null, "tests.thing-changed", default));
        Assert.Equal(0, await service.Services.GetRequiredService<Replay>().Run(DateTimeOffset.UtcNow.AddHours(1), null, default));
        await Drain(bus);

        var again = bus.Sent.Skip(before.Length).ToArray();
        Assert.Equal(ids.Select(id => id.ToString()).Order(), again.Select(sent => sent.Key).Order());
        Assert.All(again, sent => Assert.Equal(4, sent.Version));
        Assert.Empty(again.Select(sent => sent.MessageId).Intersect(before.Select(sent => sent.MessageId)));
    }

    [Fact]
    public async Task Old_states_are_cleared_and_the_newest_is_kept()
    {
        var ids = await Many(nouns: 2, revisions: 3);
        await Drain(new NotingBus());
        await service.Db(db => db.Database.ExecuteSqlAsync($"update event_log set occurred_at = occurred_at - interval '40 days'"));

        await service.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Housekeeping>().Single().Clear(default);

        var kept = await service.Db(db => db.EventLog.Select(row => new { row.Key, row.Version }).ToListAsync());
        Assert.Equal(ids.Select(id => (id.ToString(), 3)).Order(), kept.Select(row => (row.Key, row.Version)).Order());
    }

    private async Task<List<Guid>> Many(int nouns, int revisions)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < nouns; i++) ids.Add(await service.Publish($"{i}"));
        for (var revision = 1; revision < revisions; revision++)
            await service.Db(async db =>
            {
                foreach (var thing in await db.Things.ToListAsync()) thing.Revise($"{revision}");
                return await db.SaveChangesAsync();
            });
        return ids;
    }

    private async Task Drain(NotingBus bus, int lanes = 16)
    {
        var options = new RelayOptions { LanesPerTurn = lanes };
        using var relay = new Relay(service.Services.GetRequiredService<NpgsqlDataSource>(), bus, service.Services.GetRequiredService<BrokerWatch>(),
            new RelaySignal(), Options.Create(options), service.Services.GetRequiredService<MessagingMetrics>(), NullLogger<Relay>.Instance);
        while (await relay.Turn(default)) { }
    }

    /// <summary>Ends the pauses of the lanes, which a test need not wait for.</summary>
    private Task<int> Hurry() => service.Db(db => db.Database.ExecuteSqlAsync($"update event_lane set not_before = to_timestamp(0)"));

    private Task<LoggedEvent> Row(Guid id) => service.Db(db => db.EventLog.AsNoTracking().SingleAsync(row => row.Key == id.ToString()));
}
