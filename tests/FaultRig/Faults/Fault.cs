using FaultRig.Driver;

namespace FaultRig.Faults;

/// <summary>Something that goes wrong. To add one: a class here and a line in <see cref="Fault.All"/>.</summary>
internal abstract class Fault
{
    /// <summary>Its number in the fault matrix.</summary>
    public abstract string Number { get; }

    /// <summary>Hurts the rig and heals it again; returns when what was hurt is back.</summary>
    public abstract Task Inject(Rig rig, Ledger ledger, Random random);

    /// <summary>Every fault of the rig. F32 needs none: each round begins with publishers on an empty broker.</summary>
    public static readonly IReadOnlyList<Fault> All =
        [new KillService(), new RollService(), new SuspendService(), new KillBroker(), new AlarmBroker(), new KillPostgres(), new KillBackends(), new LockTables(), new Duplicates(), new Reordering(), new Poison()];

    protected static RigProcess Any(IEnumerable<RigProcess> processes, Random random)
    {
        var all = processes.ToArray();
        return all[random.Next(all.Length)];
    }
}
