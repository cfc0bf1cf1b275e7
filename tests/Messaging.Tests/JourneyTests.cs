using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Broker;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>From a save in one service to its effect in another, through a real broker.</summary>
public sealed class JourneyTests(PostgresFixture postgres, RabbitFixture rabbit) : IAsyncLifetime
{
    private const string Queue = "readers.tests.thing-changed";
    private string broker = "";
    private TestService publisher = null!;
    private TestService consumer = null!;

    public async ValueTask InitializeAsync()
    {
        broker = await rabbit.NewHostAsync();
        publisher = await TestService.Build(await postgres.NewTestDatabaseAsync(), broker, endpoints: root =>
            root.Api.MapPost("/things", async (string title, TestDb db, CancellationToken stop) =>
            {
                var thing = Thing.Draft(title).Publish();
                db.Add(thing);
                await db.SaveChangesAsync(stop);
                return TypedResults.Ok(thing.Id);
            }).AllowAnonymous()).StartAsync();
        consumer = await TestService.Build(await postgres.NewTestDatabaseAsync(), broker, "readers", m => m.Handle<ThingChanged, KeepThing>()).StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await consumer.DisposeAsync();
        await publisher.DisposeAsync();
    }

    [Fact]
    public async Task A_change_has_its_effect_in_the_other_service()
    {
        var id = await publisher.Publish("Catering");
        await Eventually.SeeAsync(() => Copy(id), copy => copy?.Version == 1);

        await publisher.Db(async db =>
        {
            (await db.Things.SingleAsync(thing => thing.Id == id)).Revise("Catering och kaffe");
            return await db.SaveChangesAsync();
        });
        var copy = await Eventually.SeeAsync(() => Copy(id), copy => copy?.Version == 2);

        Assert.Equal("Catering och kaffe", copy!.Title);
        await Eventually.TrueAsync(() => publisher.Db(db => db.EventLog.AllAsync(row => row.PublishedAt != null)));
    }

    [Fact]
    public async Task A_consumer_that_never_ran_before_gets_what_was_told_before_it()
    {
        var id = await publisher.Publish("Före");
        await Eventually.TrueAsync(() => publisher.Db(db => db.EventLog.AllAsync(row => row.PublishedAt != null)));

        await using var late = await TestService.Build(
            await postgres.NewTestDatabaseAsync(), broker, "latecomers", m => m.Handle<ThingChanged, KeepThing>()).StartAsync();

        await Eventually.SeeAsync(() => late.Db(db => db.Copies.SingleOrDefaultAsync(copy => copy.Id == id)), copy => copy?.Title == "Före");
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_handled_once_and_a_late_one_changes_nothing()
    {
        await Eventually.TrueAsync(async () => await Waiting(Queue) is not null);
        var id = Guid.NewGuid();
        (Guid Message, int Version)[] sent = [(Guid.NewGuid(), 2), (Guid.NewGuid(), 3), (Guid.NewGuid(), 1)];
        foreach (var (message, version) in sent.Concat(sent)) await Send(message, EventJson.Write(new ThingChanged(id, version, "revised", false, $"v{version}")));

        var copy = await Eventually.SeeAsync(() => Copy(id), copy => copy?.Handled == 3);
        await Eventually.TrueAsync(async () => await Waiting(Queue) == 0);

        Assert.Equal((3, "v3"), (copy!.Version, copy.Title));
        Assert.Equal(3, (await Copy(id))!.Handled);
    }

    [Fact]
    public async Task What_cannot_be_handled_is_set_aside_with_its_reason_and_can_be_handed_back()
    {
        await Eventually.TrueAsync(async () => await Waiting(Queue) is not null);
        await Send(Guid.NewGuid(), "{ no JSON");
        await Send(Guid.NewGuid(), EventJson.Write(new ThingChanged(Guid.NewGuid(), 1, "published", false, KeepThing.Unbearable)));
        await Eventually.SeeAsync(() => Waiting($"{Queue}_error"), count => count == 2);
        var id = await publisher.Publish("Den efter");
        await Eventually.SeeAsync(() => Copy(id), copy => copy is not null);

        KeepThing.Bears = true;
        await Operations.DeadLetters(consumer.Services, redeliver: true, TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => consumer.Db(db => db.Copies.AnyAsync(copy => copy.Title == KeepThing.Unbearable)));
        await Eventually.SeeAsync(() => Waiting($"{Queue}_error"), count => count == 1);
    }

    [Fact]
    public async Task A_queue_that_somebody_deleted_is_fed_again()
    {
        var before = await publisher.Publish("Före");
        await Eventually.SeeAsync(() => Copy(before), copy => copy is not null);
        await using (var connection = await BrokerWatch.Connect(new Uri(broker), "tests", CancellationToken.None))
        await using (var channel = await connection.CreateChannelAsync())
            await channel.QueueDeleteAsync(Queue);

        // Again and again, since what is sent while nothing is bound is the operator's to replay.
        await Eventually.TrueAsync(async () =>
        {
            await publisher.Publish("Efter");
            return await consumer.Db(db => db.Copies.AnyAsync(copy => copy.Title == "Efter"));
        }, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Every_durable_queue_is_a_quorum_queue_with_a_limit_and_somewhere_to_go()
    {
        var id = await publisher.Publish("Kö");
        await Eventually.SeeAsync(() => Copy(id), copy => copy is not null);
        var server = await rabbit.ServerAsync();
        var host = new Uri(broker).AbsolutePath.TrimStart('/');

        var queues = (await server.ControlAsync("list_queues", "-p", host, "name", "type", "durable", "arguments")).Split('\n').Select(line => line.Split('\t')).ToArray();
        var durable = queues.Where(queue => queue.Length > 3 && queue[2] == "true").ToArray();

        Assert.NotEmpty(durable);
        Assert.All(durable, queue => Assert.Equal("quorum", queue[1]));
        var arguments = Assert.Single(durable, queue => queue[0] == Queue)[3];
        foreach (var argument in (string[])["x-delivery-limit", "x-dead-letter-routing-key", "at-least-once"]) Assert.Contains(argument, arguments, StringComparison.Ordinal);
        var exchanges = await server.ControlAsync("list_exchanges", "-p", host, "name", "arguments");
        Assert.Contains("alternate-exchange", exchanges.Split('\n').Single(line => line.StartsWith("tests.thing-changed", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private Task<Copy?> Copy(Guid id) => consumer.Db(db => db.Copies.AsNoTracking().SingleOrDefaultAsync(copy => copy.Id == id));

    private async Task<uint?> Waiting(string queue)
    {
        await using var connection = await BrokerWatch.Connect(new Uri(broker), "tests", CancellationToken.None);
        return await Topology.Count(connection, queue, CancellationToken.None);
    }

    private async Task Send(Guid id, string body)
    {
        await using var connection = await BrokerWatch.Connect(new Uri(broker), "tests", CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync(BrokerWatch.Confirmed);
        await channel.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { MessageId = id.ToString() }, Encoding.UTF8.GetBytes(body));
    }
}

/// <summary>A handler as services write them.</summary>
public sealed class KeepThing : IEventHandler<ThingChanged, TestDb>
{
    public const string Unbearable = "unbearable";
    public static bool Bears { get; set; }

    public async Task Handle(ThingChanged changed, TestDb db, CancellationToken stop)
    {
        if (changed.Title == Unbearable && !Bears) throw new InvalidOperationException("unbearable");
        var copy = await db.Copies.FindAsync([changed.Id], stop);
        if (copy is null) db.Add(copy = new Copy { Id = changed.Id });
        copy.Handled++;
        if (copy.Version >= changed.Version) return;
        (copy.Version, copy.Title) = (changed.Version, changed.Title);
    }
}
