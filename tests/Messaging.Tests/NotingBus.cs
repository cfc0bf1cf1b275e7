using System.Collections.Concurrent;
using ServiceDefaults.Messaging.Broker;

namespace Messaging.Tests;

/// <summary>A bus that notes what it is given, and fails when it is told to.</summary>
internal sealed class NotingBus : IEventBus
{
    private int now;

    public ConcurrentQueue<OutgoingEvent> Sent { get; } = new();
    public TimeSpan Pause { get; init; }
    public Func<Task> Before { get; init; } = () => Task.CompletedTask;
    public Func<OutgoingEvent, Exception?> Fault { get; set; } = _ => null;
    public int MostAtOnce { get; private set; }

    /// <summary>As many buses, where the first event of each waits until all have one: on a busy machine one could otherwise come when the others have done it all.</summary>
    public static NotingBus[] BeginningTogether(int count, TimeSpan pause)
    {
        var (waiting, everybody) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var first = 1;
            return new NotingBus { Pause = pause, Before = () =>
            {
                if (Interlocked.Exchange(ref first, 0) == 1 && Interlocked.Decrement(ref waiting) == 0) everybody.SetResult();
                return everybody.Task;
            } };
        })];
    }

    public async Task Publish(OutgoingEvent outgoing, CancellationToken stop)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref now));
        await Before().WaitAsync(stop);
        await Task.Delay(Pause, stop);
        Interlocked.Decrement(ref now);
        if (Fault(outgoing) is { } fault) throw fault;
        Sent.Enqueue(outgoing);
    }
}
