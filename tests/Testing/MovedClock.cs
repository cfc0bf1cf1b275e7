using ServiceDefaults.Rules;

namespace Testing;

/// <summary>
/// The true time and what a test has moved it ahead. Timers go on in true time. Moved, the clock lets those that repeat and would have fired in
/// the span that is passed over fire, once each: what a service does each hour is then done by the service and not by the test.
/// </summary>
public sealed class MovedClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TimeSpan ahead;

    /// <summary>How far ahead of the true time.</summary>
    public TimeSpan Ahead
    {
        get { lock (gate) return ahead; }
    }

    /// <summary>The day in Swedish time.</summary>
    public DateOnly Today => SwedishTime.DayOf(GetUtcNow());

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state, dueTime, period);
        lock (gate) timers.Add(timer);
        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Move(TimeSpan span)
    {
        List<Timer> due;
        lock (gate)
        {
            ahead += span;
            due = [.. timers.Where(timer => timer.Period > TimeSpan.Zero && timer.Period <= span)];
        }
        foreach (var timer in due) timer.Fire();
    }

    private sealed class Timer : ITimer
    {
        private readonly MovedClock clock;
        private readonly ITimer real;

        public Timer(MovedClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.clock, Fire, Period) = (clock, () => callback(state), period);
            real = System.CreateTimer(callback, state, dueTime, period);
        }

        public Action Fire { get; }

        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate) Period = period;
            return real.Change(dueTime, period);
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            lock (clock.gate) clock.timers.Remove(this);
            return real.DisposeAsync();
        }
    }
}
