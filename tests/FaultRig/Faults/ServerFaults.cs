using System.Diagnostics;
using System.Globalization;
using FaultRig.Driver;

namespace FaultRig.Faults;

/// <summary>F4: the broker is killed and stays away for a while; writes must go on as if it were there.</summary>
internal sealed class KillBroker : Fault
{
    public override string Number => "F4";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        var from = ledger.Now;
        rig.Servers.Rabbit.Kill();
        await Task.Delay(random.Next(500, 2000));
        await rig.Servers.Rabbit.RestartAsync();
        ledger.BrokerAway.Enqueue((from, ledger.Now));
    }
}

/// <summary>The broker hangs with its connections open, and is then killed: what it had taken in but not confirmed is gone.</summary>
internal sealed class SuspendBroker : Fault
{
    public override string Number => "F4 (suspended first)";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        rig.Servers.Rabbit.Freeze();
        await Task.Delay(random.Next(1500, 2500));
        rig.Servers.Rabbit.Kill();
        await rig.Servers.Rabbit.RestartAsync();
    }
}

/// <summary>F6: the database server is killed and started again.</summary>
internal sealed class KillPostgres : Fault
{
    public override string Number => "F6";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        rig.Servers.Postgres.Kill();
        await Task.Delay(random.Next(100, 1500));
        await rig.Servers.Postgres.RestartAsync();
        foreach (var process in rig.All) await process.Ready();
    }
}

/// <summary>F6, the other path: one backend is killed, and the server resets every session.</summary>
internal sealed class KillBackends : Fault
{
    public override string Number => "F6 (backend)";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        var pids = await Rig.Read(rig.PublisherDatabase, "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
            row => row.GetInt32(0));
        if (pids.Count == 0) return;
        using var kill = Process.Start("kill", ["-9", pids[random.Next(pids.Count)].ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        foreach (var process in rig.All) await process.Ready();
    }
}
