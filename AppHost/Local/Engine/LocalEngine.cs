using System.Runtime.InteropServices;
using LocalServers;

namespace AppHost.Local.Engine;

/// <summary>Runs the model as plain processes of this machine until told to stop.</summary>
internal static class LocalEngine
{
    /// <returns>The exit code: 0 when it was told to stop, 1 when it could not start or go on.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<IResource> resources, EngineOptions options)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = OnSignal(PosixSignal.SIGINT, stop);
        using var terminate = OnSignal(PosixSignal.SIGTERM, stop);
        using var hangUp = OnSignal(PosixSignal.SIGHUP, stop);
        using var parent = ParentWatch.Start(stop);
        return await RunAsync(resources, options, Console.Out, stop.Token);
    }

    public static async Task<int> RunAsync(IReadOnlyList<IResource> resources, EngineOptions options, TextWriter console, CancellationToken stop)
    {
        using var output = new Output(Path.Combine(options.DataFolder, "logs"), options.Verbose, console);
        try
        {
            using var folder = DataFolder.Open(options, resources.Select(resource => resource.Name), output.Say);
            await using var platform = new RunningPlatform(resources, options, output);
            await platform.StartAsync(stop);
            await platform.WatchAsync(stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failed) when (failed is ServerException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            output.Say($"\nThe platform cannot run: {failed.Message}");
            return 1;
        }
    }

    /// <summary>The first signal stops things in order; a second one is for the impatient, and the kernel then kills what still runs.</summary>
    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource stop) => PosixSignalRegistration.Create(signal, context =>
    {
        if (stop.IsCancellationRequested) Environment.Exit(130);
        context.Cancel = true;
        stop.Cancel();
    });
}
