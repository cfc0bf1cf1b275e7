using System.Threading.Channels;
using Matchmaking.Data;
using Matchmaking.Matches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Matchmaking.Tests.Matches;

public sealed class RefreshTests
{
    [Fact]
    public async Task No_beat_is_passed_over_when_one_comes_a_moment_late_and_the_next_in_time()
    {
        var stop = TestContext.Current.CancellationToken;
        var (clock, source) = (new Beats { Milliseconds = 10 }, new Counted());
        await using var services = new ServiceCollection().AddDbContext<MatchmakingDb>(options => options.UseNpgsql()).BuildServiceProvider();
        using var refresh = new MatchRefresh(services.GetRequiredService<IServiceScopeFactory>(), [source], clock, NullLogger<MatchRefresh>.Instance);
        await refresh.StartAsync(stop);
        await source.Refreshed(1, stop);

        foreach (var (beat, milliseconds) in ((int[])[200, 410, 600, 815, 1000]).Index())
        {
            clock.Milliseconds = milliseconds;
            clock.Beat();
            await source.Refreshed(beat + 2, stop);
        }
        await refresh.StopAsync(stop);
    }

    private sealed class Counted : IIndexSource
    {
        private readonly Channel<int> refreshes = Channel.CreateUnbounded<int>();
        private int count;

        public TimeSpan Pause => TimeSpan.FromMilliseconds(200);
        public bool IsNeeded => true;

        public Task Refresh(MatchmakingDb db, CancellationToken stop) => refreshes.Writer.WriteAsync(++count, stop).AsTask();

        /// <summary>Gives up after a while, for a beat that is passed over would never be seen.</summary>
        public async Task Refreshed(int expected, CancellationToken stop) =>
            Assert.Equal(expected, await refreshes.Reader.ReadAsync(stop).AsTask().WaitAsync(TimeSpan.FromSeconds(60), stop));
    }

    /// <summary>A clock that stands still, and a timer that fires when the test says so.</summary>
    private sealed class Beats : TimeProvider, ITimer
    {
        public Action Beat { get; private set; } = () => { };
        public int Milliseconds { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMilliseconds(Milliseconds);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Beat = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
