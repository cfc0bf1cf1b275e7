using System.Diagnostics;
using LocalServers;

namespace AppHost.Local.Engine;

/// <summary>A private server, started again when it crashes.</summary>
internal sealed class ServerPart(string name, Func<CancellationToken, Task<LocalServer>> start) : Part(name, [])
{
    private LocalServer? server;

    public override IReadOnlyList<int> Pids => server is { IsRunning: true } ? [server.Pid] : [];

    public override Task StopAsync() => server is null ? Task.CompletedTask : server.DisposeAsync().AsTask();

    protected override async Task StartAsync(Output output, Action ready, CancellationToken stop)
    {
        output.Tell(Name, "starting");
        server = await start(stop);
        ready();
        var backoff = new Backoff();
        while (true)
        {
            var lived = Stopwatch.StartNew();
            await server.Exited.WaitAsync(stop);
            var wait = backoff.Next(lived.Elapsed);
            output.Tell(Name, $"ended, starting again in {wait.TotalSeconds:0.0} s; log {server.LogFile}");
            await Task.Delay(wait, stop);
            try
            {
                await server.RestartAsync(stop);
                output.Tell(Name, "ready again");
            }
            catch (ServerException failed)
            {
                output.Say(failed.Message);
            }
        }
    }
}

/// <summary>A database in the server, created when it is not there.</summary>
internal sealed class DatabasePart(string name, Part server, Func<CancellationToken, Task> create) : Part(name, [server])
{
    public override Task StopAsync() => Task.CompletedTask;

    protected override async Task StartAsync(Output output, Action ready, CancellationToken stop)
    {
        await create(stop);
        ready();
    }
}
