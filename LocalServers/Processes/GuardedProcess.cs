using System.Diagnostics;

namespace LocalServers.Processes;

/// <summary>What to start.</summary>
/// <param name="Command">A program, by path or by name.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ProcessPlan(string Command, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables on top of the inherited ones; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where it starts; null is where the caller is.</summary>
    public string? Folder { get; init; }

    /// <summary>The user it runs as; null is whoever started it.</summary>
    public string? User { get; init; }

    /// <summary>File that its output is added to; null hands each line to <see cref="Line"/>.</summary>
    public string? LogFile { get; init; }

    /// <summary>Told each line of output.</summary>
    public Action<string>? Line { get; init; }

    /// <summary>Remembers the process, so that the next owner can end it if this one is killed.</summary>
    public string? PidFile { get; init; }

    /// <summary>The signal that asks it to end in good order.</summary>
    public int StopSignal { get; init; } = Posix.Terminate;
}

/// <summary>
/// A process that does not outlive its owner: the kernel kills it when the owner dies, however that happens. It has its own
/// session, so Ctrl-C in the terminal reaches the owner alone, who then stops things in order.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ProcessPlan plan;

    private GuardedProcess(Process process, ProcessPlan plan)
    {
        (this.process, this.plan) = (process, plan);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => ended.TrySetResult();
        process.EnableRaisingEvents = true;
        if (process.HasExited) ended.TrySetResult();
        Ended = ended.Task;
        Exited = process.WaitForExitAsync();
    }

    /// <summary>Its id.</summary>
    public int Pid => process.Id;

    /// <summary>Completes when it has ended; what it started may still run, and hold its output open.</summary>
    public Task Ended { get; }

    /// <summary>Completes when it has ended and all its output is read.</summary>
    public Task Exited { get; }

    /// <summary>True when it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Its exit code, once it has ended; 128 + signal when a signal ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Starts it.</summary>
    public static GuardedProcess Start(ProcessPlan plan)
    {
        if (plan.PidFile is not null) Processes.PidFile.Reap(plan.PidFile);
        var info = new ProcessStartInfo
        {
            FileName = "/bin/sh",
            WorkingDirectory = plan.Folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = plan.LogFile is null,
            RedirectStandardError = plan.LogFile is null,
        };
        foreach (var argument in Wrap(plan)) info.ArgumentList.Add(argument);
        foreach (var (name, value) in plan.Environment)
        {
            if (value is null) info.Environment.Remove(name);
            else info.Environment[name] = value;
        }
        var process = Launcher.Start(info);
        process.StandardInput.Close();
        if (plan.LogFile is null)
        {
            process.OutputDataReceived += (_, received) => { if (received.Data is { } line) plan.Line?.Invoke(line); };
            process.ErrorDataReceived += (_, received) => { if (received.Data is { } line) plan.Line?.Invoke(line); };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        if (plan.PidFile is not null) Processes.PidFile.Write(plan.PidFile, process.Id);
        return new GuardedProcess(process, plan);
    }

    /// <summary>Every link of the chain replaces itself by the next, so the pid stays that of the program.</summary>
    private static IEnumerable<string> Wrap(ProcessPlan plan)
    {
        string[] output = plan.LogFile is { } log ? ["-c", "exec >>\"$0\" 2>&1; exec \"$@\"", log] : ["-c", "exec \"$@\"", "sh"];
        string[] user = plan.User is { } name ? ["--reuid", name, "--regid", name, "--init-groups"] : [];
        return [.. output, "setsid", "setpriv", .. user, "--pdeathsig", "KILL", "--", plan.Command, .. plan.Arguments];
    }

    /// <summary>SIGKILL to it and all that it started; when it has ended itself, to what it left behind.</summary>
    public void Kill() => ProcessTree.Send(Pid, Posix.Kill);

    /// <summary>SIGSTOP to it and all that it started: it hangs, its connections stay open.</summary>
    public void Freeze() => ProcessTree.Send(Pid, Posix.Stop);

    /// <summary>Lets a frozen one go on.</summary>
    public void Thaw() => ProcessTree.Send(Pid, Posix.Continue);

    /// <summary>Asks it to end and waits; kills it with all that it started when it takes longer than <paramref name="patience"/>.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        var tree = ProcessTree.Of(Pid);
        if (!HasExited)
        {
            Thaw();
            Posix.Send(Pid, plan.StopSignal);
            await Task.WhenAny(Ended, Task.Delay(patience));
        }
        ProcessTree.Send(tree, Posix.Kill);
        await Exited;
        if (plan.PidFile is not null) File.Delete(plan.PidFile);
    }

    /// <summary>Stops it within ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(10));
        process.Dispose();
    }
}
