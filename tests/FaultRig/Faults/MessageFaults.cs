using System.Text;
using FaultRig.Driver;
using FaultRig.Service;
using RabbitMQ.Client;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Broker;

namespace FaultRig.Faults;

/// <summary>F20: what the publisher has told is sent again, under the same message ids, one to five times and all at once.</summary>
internal sealed class Duplicates : Fault
{
    public override string Number => "F20";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        // Not what a replay has queued anew or what still waits: that would race with the relay for its new id.
        var told = await Rig.Read(rig.PublisherDatabase,
            $"select message_id, body from event_log where published_at is not null and sequence > {ledger.LastBeforeConsumers} order by random() limit 200",
            row => (Id: row.GetGuid(0), Body: row.GetString(1)));
        await using var sender = await Sender.Open(rig);
        foreach (var message in told.SelectMany(message => Enumerable.Repeat(message, random.Next(1, 6))).OrderBy(_ => random.Next()).ToArray())
            await sender.Send(message.Id, message.Body);
    }
}

/// <summary>F21: the whole life of some nouns arrives shuffled and with duplicates, late versions first.</summary>
internal sealed class Reordering : Fault
{
    private const int Versions = 15;

    public override string Number => "F21";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        var run = random.Next(1_000_000);
        var events = (from noun in Enumerable.Range(0, 10) from version in Enumerable.Range(1, Versions)
                      select (Id: Guid.NewGuid(), Event: new PartChanged($"injected-{run}-{noun}", version, "set", false, $"injected-{version}"))).ToList();
        foreach (var key in events.Select(one => one.Event.Key).Distinct()) ledger.Injected[key] = Versions;
        var shuffled = events.SelectMany(one => Enumerable.Repeat(one, random.Next(1, 3))).OrderBy(_ => random.Next()).ToArray();
        await using var sender = await Sender.Open(rig);
        foreach (var one in shuffled) await sender.Send(one.Id, EventJson.Write(one.Event));
    }
}

/// <summary>F22: messages that cannot be read, that no handler can handle, and that end the process which handles them.</summary>
internal sealed class Poison : Fault
{
    public override string Number => "F22";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        await using var sender = await Sender.Open(rig);
        (Guid? Id, string Body)[] poison =
        [
            (Guid.NewGuid(), "{ this is not JSON"),
            (Guid.NewGuid(), """{ "version": "of something else" }"""),
            (null, EventJson.Write(new PartChanged("poison", 1, "set", false, "no id"))),
            (Guid.NewGuid(), EventJson.Write(new PartChanged("poison", 2, "set", false, KeepPart.Throws))),
            (Guid.NewGuid(), EventJson.Write(new PartChanged("poison", 3, "set", false, KeepPart.Fatal))),
        ];
        foreach (var (id, body) in poison)
        {
            await sender.Send(id, body);
            ledger.Poison[id?.ToString() ?? Ledger.NoId] = true;
        }
    }
}

/// <summary>Sends messages past the publisher.</summary>
internal sealed class Sender(IConnection connection, IChannel channel) : IAsyncDisposable
{
    public static async Task<Sender> Open(Rig rig)
    {
        var connection = await BrokerWatch.Connect(new Uri(rig.Broker), "fault rig", CancellationToken.None);
        return new Sender(connection, await connection.CreateChannelAsync(BrokerWatch.Confirmed));
    }

    public async Task Send(Guid? id, string body) => await channel.BasicPublishAsync(
        EventNames.Of<PartChanged>(), "", mandatory: true,
        new BasicProperties { MessageId = id?.ToString(), DeliveryMode = DeliveryModes.Persistent }, Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
