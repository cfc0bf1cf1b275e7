using System.Diagnostics;
using LocalServers;
using LocalServers.Processes;

namespace AppHost.Local.Engine;

/// <summary>One process of a service.</summary>
/// <param name="Name">Also that of its log.</param>
/// <param name="Plan">What is started; asked for each time, when what it refers to has started.</param>
/// <param name="Health">Answers 200 when it serves; null: it is healthy as soon as it runs.</param>
internal sealed record ReplicaPlan(string Name, Func<CancellationToken, Task<ProcessPlan>> Plan, Uri? Health);

/// <summary>The processes of a service, each started again when it ends; or of a task, which ends by itself.</summary>
internal sealed class ProcessPart(string name, IReadOnlyList<Part> waitsFor, IReadOnlyList<ReplicaPlan> replicas, bool completes)
    : Part(name, waitsFor)
{
    /// <summary>A process that ends this often before it was ever healthy will not become so by itself.</summary>
    public const int MostFailuresAtStart = 3;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly GuardedProcess?[] running = new GuardedProcess?[replicas.Count];

    public override IReadOnlyList<int> Pids => [.. running.Where(process => process is { HasExited: false }).Select(process => process!.Pid)];

    public override Task StopAsync() => Task.WhenAll(running.Select(process => process?.StopAsync(TimeSpan.FromSeconds(15)) ?? Task.CompletedTask));

    protected override async Task StartAsync(Output output, Action ready, CancellationToken stop)
    {
        if (completes)
        {
            await CompleteAsync(output, stop);
            ready();
            return;
        }
        var waiting = replicas.Count;
        await Task.WhenAll(Enumerable.Range(0, replicas.Count).Select(index => KeepRunningAsync(index, output, () =>
        {
            if (Interlocked.Decrement(ref waiting) == 0) ready();
        }, stop)));
    }

    private async Task CompleteAsync(Output output, CancellationToken stop)
    {
        var process = running[0] = GuardedProcess.Start(await replicas[0].Plan(stop) with { Line = line => output.Write(Name, line) });
        await process.Exited.WaitAsync(stop);
        if (process.ExitCode != 0)
            throw new ServerException($"{Name} failed with exit code {process.ExitCode}. Its log is {output.LogOf(Name)}:\n{output.Tail(Name)}");
    }

    private async Task KeepRunningAsync(int index, Output output, Action healthyForTheFirstTime, CancellationToken stop)
    {
        var replica = replicas[index];
        var backoff = new Backoff();
        var wasHealthy = false;
        while (true)
        {
            var lived = Stopwatch.StartNew();
            var process = running[index] = GuardedProcess.Start(await replica.Plan(stop) with { Line = line => output.Write(replica.Name, line) });
            if (await BecomesHealthyAsync(process, replica.Health, stop))
            {
                if (wasHealthy) output.Tell(replica.Name, "ready again");
                else healthyForTheFirstTime();
                wasHealthy = true;
            }
            await process.Ended.WaitAsync(stop);
            process.Kill();
            await process.Exited.WaitAsync(stop);
            var wait = backoff.Next(lived.Elapsed);
            if (!wasHealthy && backoff.Failures >= MostFailuresAtStart)
                throw new ServerException($"{replica.Name} ended {backoff.Failures} times while it started, last with exit code {process.ExitCode}. Its log is {output.LogOf(replica.Name)}:\n{output.Tail(replica.Name)}");
            output.Tell(replica.Name, $"ended with exit code {process.ExitCode}, starting again in {wait.TotalSeconds:0.0} s; log {output.LogOf(replica.Name)}");
            await Task.Delay(wait, stop);
        }
    }

    private static async Task<bool> BecomesHealthyAsync(GuardedProcess process, Uri? health, CancellationToken stop)
    {
        while (health is not null && !process.HasExited)
        {
            try
            {
                using var answer = await Http.GetAsync(health, stop);
                if (answer.IsSuccessStatusCode) return true;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
            {
                // Not listening yet, or too busy to answer within the limit.
            }
            await Task.Delay(250, stop);
        }
        return !process.HasExited;
    }
}
