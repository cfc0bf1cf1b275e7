using Knowledge.Follow;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Testing;

namespace Knowledge.Tests.Follow;

/// <summary>The time that a test sets.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>The service with a mail server and a clock of the test's own, and the steps of its worker one by one.</summary>
internal sealed class FollowWorld : IAsyncDisposable
{
    private FollowWorld(ServiceHost<Program> host, SmtpSink sink, SetClock clock, string database) => (Host, Sink, Clock, Database) = (host, sink, clock, database);

    public ServiceHost<Program> Host { get; }
    public SmtpSink Sink { get; }
    public SetClock Clock { get; }
    public string Database { get; }

    public static async Task<FollowWorld> Start(KnowledgeService service, DateTimeOffset now)
    {
        var (sink, clock, database) = (new SmtpSink(), new SetClock(now), await service.NewDatabase());
        return new FollowWorld(await service.Another(database, sink.Settings, clock), sink, clock, database);
    }

    private NpgsqlDataSource Data => Host.Services.GetRequiredService<NpgsqlDataSource>();

    public async Task Tell()
    {
        while (await FanOut.Run(Data, Clock, default) > 0) { }
    }

    public Task MakeMails() => Digests.Run(Data, Clock, default);

    public async Task Send()
    {
        var mailer = Host.Services.GetRequiredService<Mailer>();
        while (await mailer.Run(default) > 0) { }
    }

    /// <summary>All that the worker does in a turn.</summary>
    public Task Turn() => Host.Services.GetRequiredService<FollowWorker>().Turn(default);

    public async Task<Guid> Person(string subject, string? email = null, params (string Kind, string Level, string? Digest)[] choices)
    {
        var follower = new Follower { Id = Guid.NewGuid(), Subject = subject, Name = subject, Org = "1280", Email = email ?? $"{subject}@exempel.se" };
        await Save(db =>
        {
            db.Add(follower);
            foreach (var (kind, level, digest) in choices) db.Add(new Preference { FollowerId = follower.Id, Kind = kind, Level = level, Digest = digest });
        });
        return follower.Id;
    }

    public async Task<Guid> Happens(string title, DateTimeOffset at, string kind = "article")
    {
        var notice = Notice.Of(kind, Guid.NewGuid(), "Nytt kapitel i handboken", title, "/handbok/kapitel", narrow: false);
        notice.OccurredAt = at;
        await Save(db => db.Add(notice));
        return notice.Id;
    }

    public Task<T> Read<T>(Func<KnowledgeDb, Task<T>> look) => Host.WithDatabase(look);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sink.DisposeAsync();
    }

    private Task<int> Save(Action<KnowledgeDb> change) => Host.WithDatabase<KnowledgeDb, int>(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });
}
