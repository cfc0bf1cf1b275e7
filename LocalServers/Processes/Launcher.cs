using System.Collections.Concurrent;
using System.Diagnostics;

namespace LocalServers.Processes;

/// <summary>
/// Starts every process from one thread that never ends. The kernel sends the parent-death signal when the <em>thread</em> that
/// forked ends (prctl(2), PR_SET_PDEATHSIG); a thread of the pool ends whenever it has been idle, and its servers would die with it.
/// </summary>
internal static class Launcher
{
    private static readonly BlockingCollection<Action> Work = [];

    static Launcher() => new Thread(Run) { IsBackground = true, Name = "launcher" }.Start();

    public static Process Start(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
            catch (Exception failed)
            {
                started.SetException(failed);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    private static void Run()
    {
        foreach (var work in Work.GetConsumingEnumerable()) work();
    }
}
