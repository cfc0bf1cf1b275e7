using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests;

/// <summary>Work that is done again and again, by a clock that the test moves.</summary>
public sealed class RecurringWorkTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_turn_that_fails_is_told_and_taken_again_after_the_pause()
    {
        var (clock, log) = (new MovedClock(), new Notes());
        using var work = new Work(clock, log);
        await work.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await work.Turns.ReadAsync(TestContext.Current.CancellationToken));

        clock.Move(Pause);
        Assert.Equal(2, await work.Turns.ReadAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["Work failed and is tried again: TimeoutException: the database is away"], log.Lines);
        await work.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Stopping_in_the_middle_of_a_turn_is_no_failure()
    {
        var log = new Notes();
        using var work = new Work(new MovedClock(), log) { Hangs = true };
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.Turns.ReadAsync(TestContext.Current.CancellationToken);

        await work.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(work.ExecuteTask!.IsCanceled);
        Assert.Empty(log.Lines);
    }

    private sealed class Work(TimeProvider clock, ILogger log) : RecurringWork(Pause, clock, log, first: TimeSpan.Zero)
    {
        private readonly Channel<int> turns = Channel.CreateUnbounded<int>();
        private int turn;

        public bool Hangs { get; init; }
        public ChannelReader<int> Turns => turns.Reader;

        public override async Task Turn(CancellationToken stop)
        {
            turns.Writer.TryWrite(++turn);
            if (Hangs) await Task.Delay(Timeout.Infinite, stop);
            if (turn == 1) throw new TimeoutException("the database is away");
        }
    }

    private sealed class Notes : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
