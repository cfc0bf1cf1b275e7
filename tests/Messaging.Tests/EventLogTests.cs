using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging.EventLog;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>What a save writes into the event log.</summary>
public sealed class EventLogTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestService service = null!;

    public async ValueTask InitializeAsync() => service = await TestService.Build(await postgres.NewTestDatabaseAsync()).StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_published_noun_leaves_one_event_with_its_new_state()
    {
        var id = await service.Publish("Catering");

        var row = Assert.Single(await Log(id));
        Assert.Equal(("tests.thing-changed", 1), (row.Name, row.Version));
        Assert.Contains("\"title\":\"Catering\"", row.Body, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"published\"", row.Body, StringComparison.Ordinal);
        Assert.Null(row.PublishedAt);
        Assert.Equal(LoggedEvent.LaneOf(id.ToString()), row.Lane);
    }

    [Fact]
    public async Task A_draft_raises_its_version_and_tells_nobody()
    {
        var draft = Thing.Draft("Utkast");
        await service.Save(db => db.Add(draft));

        Assert.Equal(1, draft.Version);
        Assert.Empty(await Log(draft.Id));
    }

    [Fact]
    public async Task A_change_of_nothing_but_its_children_raises_the_version_too()
    {
        var id = await service.Publish("Städning");
        await service.Db(async db =>
        {
            (await db.Things.SingleAsync(thing => thing.Id == id)).Touch();
            return await db.SaveChangesAsync();
        });

        Assert.Equal([1, 2], (await Log(id)).Select(row => row.Version));
    }

    [Fact]
    public async Task Of_two_writers_of_the_same_noun_one_fails_and_leaves_no_event()
    {
        var id = await service.Publish("Snickeri");
        await service.Db(async db =>
        {
            var mine = await db.Things.SingleAsync(thing => thing.Id == id);
            await service.Db(async other =>
            {
                (await other.Things.SingleAsync(thing => thing.Id == id)).Revise("Först");
                return await other.SaveChangesAsync();
            });
            mine.Revise("Sist");
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            Assert.Equal(1, mine.Version);
            return 0;
        });

        Assert.Equal([1, 2], (await Log(id)).Select(row => row.Version));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_event()
    {
        var thing = Thing.Draft("Ångrad").Publish();
        await service.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(thing);
            return await db.SaveChangesAsync();
        });

        Assert.Empty(await Log(thing.Id));
    }

    [Fact]
    public async Task A_noun_changed_without_a_reason_cannot_be_saved()
    {
        var id = await service.Publish("Tvätt");
        await service.Db(async db =>
        {
            (await db.Things.SingleAsync(thing => thing.Id == id)).Forget("tyst");
            return await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    private Task<List<LoggedEvent>> Log(Guid id) => service.Db(db =>
        db.EventLog.AsNoTracking().Where(row => row.Key == id.ToString()).OrderBy(row => row.Sequence).ToListAsync());
}
