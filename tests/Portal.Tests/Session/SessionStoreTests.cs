using System.Text;
using Portal.Session;
using Xunit;

namespace Portal.Tests.Session;

/// <summary>Sessions in memory and in a folder behave alike.</summary>
public sealed class SessionStoreTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"sessions-{Guid.NewGuid():N}");
    private readonly Clock clock = new();

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private ISessionStore[] Both() => [new MemorySessions(clock), new FolderSessions(folder, clock)];

    [Fact]
    public async Task A_session_is_there_until_it_is_over_or_removed()
    {
        foreach (var store in Both())
        {
            await store.Write("a", "first"u8.ToArray(), clock.Now.AddHours(1));
            await store.Write("a", "second"u8.ToArray(), clock.Now.AddHours(1));
            Assert.Equal("second", Encoding.UTF8.GetString((await store.Read("a"))!));
            Assert.Null(await store.Read("b"));
            await store.Remove("a");
            Assert.Null(await store.Read("a"));
            await store.Write("a", "third"u8.ToArray(), clock.Now.AddHours(1));
            clock.Now = clock.Now.AddHours(2);
            Assert.Null(await store.Read("a"));
        }
    }

    [Fact]
    public async Task Replicas_share_a_folder_and_the_folder_tells_no_key()
    {
        await new FolderSessions(folder, clock).Write("the-cookie", "who"u8.ToArray(), clock.Now.AddHours(1));
        Assert.NotNull(await new FolderSessions(folder, clock).Read("the-cookie"));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder), file => file.Contains("the-cookie", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_one_at_a_time_renews()
    {
        foreach (var store in Both())
        {
            var first = await store.Lock("a", TestContext.Current.CancellationToken);
            var second = store.Lock("a", TestContext.Current.CancellationToken);
            Assert.False(second.IsCompleted);
            first.Dispose();
            (await second).Dispose();
            (await store.Lock("b", TestContext.Current.CancellationToken)).Dispose();
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
