using System.Diagnostics;
using LocalServers.Folders;
using LocalServers.Processes;

namespace LocalServers;

/// <summary>A private server: own folder, loopback alone, gone when its owner is gone. It can be hurt on purpose, as tests of faults need.</summary>
public abstract class LocalServer : IAsyncDisposable
{
    private GuardedProcess? process;

    private protected LocalServer(ServerOptions options, ServerFolder folder) => (Options, Folder) = (options, folder);

    private protected ServerOptions Options { get; }
    private protected ServerFolder Folder { get; }

    /// <summary>The port that it listens on, on 127.0.0.1; the same across restarts.</summary>
    public int Port { get; private protected init; }

    /// <summary>The process id of the server itself.</summary>
    public int Pid => process?.Pid ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>Where its output is kept.</summary>
    public string LogFile => Folder.Log;

    /// <summary>False when it has been killed, has crashed or was stopped.</summary>
    public bool IsRunning => process is { HasExited: false };

    /// <summary>Completes when the process that runs now has ended.</summary>
    public Task Exited => process?.Exited ?? Task.CompletedTask;

    /// <summary>SIGKILL to the server and all that it started.</summary>
    public void Kill()
    {
        process?.Kill();
        process?.Exited.Wait();
    }

    /// <summary>SIGSTOP: it hangs with its connections open.</summary>
    public void Freeze() => process?.Freeze();

    /// <summary>SIGCONT after <see cref="Freeze"/>.</summary>
    public void Thaw() => process?.Thaw();

    /// <summary>Asks it to end in good order and waits.</summary>
    public virtual Task StopAsync() => process is null ? Task.CompletedTask : process.StopAsync(TimeSpan.FromSeconds(20));

    /// <summary>Starts it again on the same data and port, having stopped it if it still ran; returns when it answers.</summary>
    public async Task RestartAsync(CancellationToken stop = default)
    {
        await StopAsync();
        await RunAsync(stop);
    }

    /// <summary>Stops it and lets go of the folder; the data stays.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract string Name { get; }
    private protected abstract ProcessPlan Plan();

    /// <summary>Whether it now answers its clients.</summary>
    private protected abstract Task<bool> AnswersAsync(CancellationToken stop);

    /// <summary>Runs one that is prepared, or lets go of its folder if that fails.</summary>
    private protected static async Task<T> RunAsync<T>(T server, CancellationToken stop) where T : LocalServer
    {
        try
        {
            await server.RunAsync(stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the process and waits until it answers.</summary>
    internal virtual async Task RunAsync(CancellationToken stop)
    {
        var waited = Stopwatch.StartNew();
        process = GuardedProcess.Start(Plan());
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (process.HasExited) throw Failed("ended while it started");
            if (await AnswersAsync(stop)) return;
            if (waited.Elapsed > Options.StartTimeout) throw Failed($"did not answer within {Options.StartTimeout.TotalSeconds:0} s");
            await Task.Delay(50, stop);
        }
    }

    private ServerException Failed(string what) =>
        new($"{Name} {what}. Its data is in {Folder.Path}, its log in {LogFile}:\n{Folder.LogTail()}");
}
