using LocalServers;

namespace AppHost.Local.Engine;

/// <summary>All parts of the platform, from their start to their stop.</summary>
internal sealed class RunningPlatform(IReadOnlyList<IResource> resources, EngineOptions options, Output output) : IAsyncDisposable
{
    private readonly StateFile state = new(options.DataFolder);
    private readonly CancellationTokenSource stopped = new();
    private IReadOnlyList<Part> parts = [];
    private IReadOnlyList<Task> runs = [];

    public async Task StartAsync(CancellationToken stop)
    {
        output.Say($"Starting the platform; data and logs in {options.DataFolder}");
        parts = new Wiring(resources, options, output).Parts();
        runs = [.. parts.Select(part => Task.Run(() => part.RunAsync(output, stopped.Token), CancellationToken.None))];
        var healthy = Task.WhenAll(parts.Select(part => part.Healthy));
        var first = await Task.WhenAny([healthy, FirstFailureAsync(), Task.Delay(options.StartTimeout, stop)]);
        stop.ThrowIfCancellationRequested();
        await first;
        if (!healthy.IsCompletedSuccessfully)
            throw new ServerException($"not healthy after {options.StartTimeout.TotalSeconds:0} s: {string.Join(", ", parts.Where(part => !part.Healthy.IsCompleted).Select(part => part.Name))}. Logs are in {options.DataFolder}/logs.");
        await state.WriteAsync(resources, parts, output);
        output.ShowWarnings = true;
        Announcement.Say(resources, parts, options, output);
    }

    /// <summary>Returns only by an exception: a part that cannot go on, or the order to stop.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        var failure = FirstFailureAsync();
        var pids = "";
        while (await timer.WaitForNextTickAsync(stop))
        {
            if (failure.IsCompleted) await failure;
            var now = string.Join(' ', parts.SelectMany(part => part.Pids));
            if (now != pids) await state.WriteAsync(resources, parts, output);
            pids = now;
        }
    }

    /// <summary>The door first, then the services, then what they stand on.</summary>
    public async ValueTask DisposeAsync()
    {
        output.ShowWarnings = false;
        if (runs.Count > 0) output.Say("Stopping the platform");
        state.Delete();
        await stopped.CancelAsync();
        await Task.WhenAll(runs).ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var group in parts.GroupBy(Rank).OrderBy(group => group.Key))
            await Task.WhenAll(group.Select(part => part.StopAsync()));
        stopped.Dispose();
    }

    private int Rank(Part part) => part switch
    {
        ProcessPart process when IsExternal(process) => 0,
        ProcessPart => 1,
        _ => 2,
    };

    private bool IsExternal(Part part) => resources.First(resource => resource.Name == part.Name)
        .Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal);

    private async Task FirstFailureAsync()
    {
        await foreach (var run in Task.WhenEach(runs))
            if (run.IsFaulted) await run;
        await Task.Delay(Timeout.Infinite, stopped.Token);
    }
}
