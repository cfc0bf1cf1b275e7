namespace AppHost.Local.Engine;

/// <summary>Something of the platform that runs: a server, a database in it, a service, a migration.</summary>
internal abstract class Part(string name, IReadOnlyList<Part> waitsFor)
{
    private readonly TaskCompletionSource healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name { get; } = name;

    /// <summary>Done when it serves, or, for a part that ends by itself, when it has ended well.</summary>
    public Task Healthy => healthy.Task;

    /// <summary>Seconds from the start of the platform: when its turn came, and when it was healthy.</summary>
    public (double Began, double Ready) Times { get; private set; }

    /// <summary>The processes that run for it now.</summary>
    public virtual IReadOnlyList<int> Pids => [];

    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Waits for what it needs, starts and keeps running until told to stop.</summary>
    public async Task RunAsync(Output output, CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(waitsFor.Select(part => part.Healthy)).WaitAsync(stop);
            var began = output.Now;
            var running = StartAsync(output, () =>
            {
                if (Times.Ready == 0) Times = (began, output.Now);
                if (healthy.TrySetResult()) output.Tell(Name, $"ready after {Times.Ready - Times.Began:0.0} s");
            }, stop);
            await running;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            healthy.TrySetCanceled(stop);
        }
        catch (Exception failed)
        {
            healthy.TrySetException(failed);
            throw;
        }
    }

    /// <summary>Asks its processes to end in good order and waits.</summary>
    public abstract Task StopAsync();

    /// <summary>Starts, calls <paramref name="ready"/> whenever it has become healthy, and returns when there is nothing more to watch.</summary>
    protected abstract Task StartAsync(Output output, Action ready, CancellationToken stop);
}
