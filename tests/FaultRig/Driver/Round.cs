using FaultRig.Faults;

namespace FaultRig.Driver;

/// <summary>How a round went.</summary>
/// <param name="Seed">Repeats it.</param>
/// <param name="Findings">Broken promises; none is what is wanted.</param>
/// <param name="Report">What was done, in a line.</param>
internal sealed record Result(int Seed, IReadOnlyList<string> Findings, string Report);

/// <summary>Publishers on an empty broker, consumers after them, traffic and faults, quiet, and the reckoning.</summary>
internal static class Round
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs one.</summary>
    /// <param name="servers">Real servers.</param>
    /// <param name="seed">Decides about traffic and faults.</param>
    /// <param name="faults">What goes wrong, in this order; each waits until what it hurt is back.</param>
    /// <param name="settings">Configuration of the services, for canaries.</param>
    /// <param name="prepare">Last changes to the databases, for canaries.</param>
    public static async Task<Result> Run(
        Servers servers, int seed, IEnumerable<Fault> faults, Dictionary<string, string?>? settings = null, Func<Rig, Task>? prepare = null)
    {
        var random = new Random(seed);
        var ledger = new Ledger();
        await using var rig = await Rig.Start(servers, settings ?? []);
        if (prepare is not null) await prepare(rig);
        var checks = new Checks(rig, ledger);
        using var stop = new CancellationTokenSource();

        // F32: the publishers tell, and there is no queue yet that would keep it.
        var writers = new Writers(rig, ledger, seed).Run(stop.Token);
        await Until(async () => (await Rig.Read(rig.PublisherDatabase, "select count(*) from event_log where published_at is not null", row => row.GetInt64(0)))[0] > 50);
        await Task.WhenAll(rig.Consumers.Select(consumer => consumer.Start()));
        await Until(async () => (await Rig.Read(rig.ConsumerDatabase, "select count(*) from copy", row => row.GetInt64(0)))[0] > 0);
        ledger.LastBeforeConsumers = (await Rig.Read(rig.PublisherDatabase, "select max(sequence) from event_log", row => row.GetInt64(0)))[0];
        // Rows that the replay queued again must have their new ids before duplicates of them are sent.
        await Task.Delay(500, CancellationToken.None);

        foreach (var fault in faults)
        {
            var from = ledger.Now;
            await fault.Inject(rig, ledger, random);
            ledger.Faults.Enqueue($"{fault.Number} {(ledger.Now - from).TotalSeconds:0.0}s");
            await Task.Delay(random.Next(300, 1000), CancellationToken.None);
        }
        await stop.CancelAsync();
        await writers;
        var healed = ledger.Now;
        var waits = await checks.Quiet(Patience);
        // A canary has no need to wait for what will never come.
        var findings = await checks.Settled(settings is null && prepare is null ? Patience : TimeSpan.FromSeconds(10));
        var quiet = ledger.Now - healed;
        if (waits.Length > 0) findings.Insert(0, $"stuck: {waits}");
        var answers = ledger.Writes.CountBy(write => write.Answer).ToDictionary();
        return new Result(seed, findings,
            $"{answers.GetValueOrDefault(Answer.Accepted)} accepted, {answers.GetValueOrDefault(Answer.Refused)} refused, {answers.GetValueOrDefault(Answer.Unknown)} unknown; "
            + $"{string.Join(", ", ledger.Faults)}; {rig.All.Sum(process => process.Crashes)} deaths; quiet after {quiet.TotalSeconds:0.0}s");
    }

    private static async Task Until(Func<Task<bool>> happened)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await happened()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
