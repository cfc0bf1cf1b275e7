using FaultRig.Driver;
using Npgsql;

namespace FaultRig.Faults;

/// <summary>F14: the broker's disk is full. It answers, keeps its connections and takes nothing in; writes must go on as if it did.</summary>
internal sealed class AlarmBroker : Fault
{
    public override string Number => "F14";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        var from = ledger.Now;
        await rig.Servers.Rabbit.ControlAsync("set_disk_free_limit", "9999GB");
        // Longer than a turn of the relay and a writer's patience.
        await Task.Delay(random.Next(5000, 9000));
        ledger.BrokerAway.Enqueue((from, ledger.Now));
        await rig.Servers.Rabbit.ControlAsync("set_disk_free_limit", "50MB");
    }
}

/// <summary>F25: somebody's transaction locks a table that every write needs, and another that every message needs, and stays open.</summary>
internal sealed class LockTables : Fault
{
    public override string Number => "F25";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        await using var log = await Lock(rig.PublisherDatabase, "event_log");
        await using var inbox = await Lock(rig.ConsumerDatabase, "inbox");
        var from = ledger.Now;
        await Task.Delay(Writers.Limit + TimeSpan.FromMilliseconds(random.Next(2000, 4000)));
        ledger.Locked.Enqueue((from, ledger.Now));
    }

    /// <summary>The lock ends with the connection.</summary>
    private static async Task<NpgsqlConnection> Lock(string database, string table)
    {
        var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {table} in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
