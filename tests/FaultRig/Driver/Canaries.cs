using FaultRig.Faults;
using Npgsql;

namespace FaultRig.Driver;

/// <summary>
/// Rounds with a protection taken away, in which the checks must find something: a check that was never red proves nothing.
/// </summary>
internal static class Canaries
{
    /// <summary>Each by its name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Servers, int, Task<Result>>> All = new Dictionary<string, Func<Servers, int, Task<Result>>>
    {
        ["no inbox"] = (servers, seed) => Round.Run(servers, seed, [new Duplicates()], prepare: ForgetMessages),
        ["no confirm"] = (servers, seed) => UntilRed(tries: 4, turn => Round.Run(servers, seed + turn, [new SuspendBroker(), new SuspendBroker()], new() { ["Rig:NoConfirm"] = "true" })),
        ["waits for the broker"] = (servers, seed) => Round.Run(servers, seed, [new AlarmBroker()], new() { ["Rig:Direct"] = "true" }),
        ["no lock timeout"] = (servers, seed) => Round.Run(servers, seed, [new LockTables()], new() { ["Rig:LockTimeout"] = "0" }),
        ["no version check"] = (servers, seed) => Round.Run(servers, seed, [new Reordering()], new() { ["Rig:NoVersion"] = "true" }),
    };

    /// <summary>Whether something is in flight at the broker in the moment of its death is chance, so it may take more than one try to lose something.</summary>
    private static async Task<Result> UntilRed(int tries, Func<int, Task<Result>> run)
    {
        for (var turn = 0; ; turn++)
        {
            var result = await run(turn);
            if (result.Findings.Count > 0 || turn == tries - 1) return result;
        }
    }

    /// <summary>The inbox notes each message under another id, and so knows none again.</summary>
    private static async Task ForgetMessages(Rig rig)
    {
        await using var connection = new NpgsqlConnection($"{rig.ConsumerDatabase};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            create function forget() returns trigger language plpgsql as $$ begin delete from inbox; return null; end $$;
            create trigger forget after insert on inbox for each statement execute function forget();
            """, connection);
        await command.ExecuteNonQueryAsync();
    }
}
