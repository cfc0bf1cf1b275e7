using FaultRig.Driver;

namespace FaultRig.Faults;

/// <summary>F1: SIGKILL at a random moment, several times.</summary>
internal sealed class KillService : Fault
{
    public override string Number => "F1";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        for (var i = 0; i < 3; i++)
        {
            var victim = Any(rig.All, random);
            victim.Kill();
            await Task.Delay(random.Next(100, 600));
            await victim.Ready();
        }
    }
}

/// <summary>F2: every process is replaced in good order, one after the other.</summary>
internal sealed class RollService : Fault
{
    public override string Number => "F2";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        foreach (var process in rig.All) await process.Roll();
    }
}

/// <summary>
/// F3: a process is suspended with its transactions open and its messages unconfirmed, until others have taken over, and then goes
/// on as if nothing had been.
/// </summary>
internal sealed class SuspendService : Fault
{
    public override string Number => "F3";

    public override async Task Inject(Rig rig, Ledger ledger, Random random)
    {
        var victims = new[] { Any(rig.Publishers, random), Any(rig.Consumers, random) };
        foreach (var victim in victims) victim.Freeze();
        // Longer than the database lets a transaction idle (4 s in the rig).
        await Task.Delay(TimeSpan.FromSeconds(6 + random.NextDouble() * 2));
        foreach (var victim in victims) victim.Thaw();
        foreach (var victim in victims) await victim.Ready();
    }
}
