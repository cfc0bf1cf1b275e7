using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.EventLog;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>What others read of the event log.</summary>
public sealed class ChangeFeedTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestService service = null!;

    public async ValueTask InitializeAsync() => service = await TestService.Build(await postgres.NewTestDatabaseAsync()).StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Of_what_is_withdrawn_the_feed_has_the_tombstone_alone()
    {
        var (gone, here) = (await service.Publish("Hemligt"), await service.Publish("Kvar"));
        await service.Db(async db =>
        {
            (await db.Things.SingleAsync(thing => thing.Id == gone)).Withdraw();
            return await db.SaveChangesAsync();
        });
        using var client = service.Client();
        await Settled();

        var feed = (await client.GetFromJsonAsync<ChangePage>("/tests/v1/changes", ApiJson.Options))!;

        Assert.Equal([(here.ToString(), 1), (gone.ToString(), 2)], feed.Items.Where(item => item.Key == gone.ToString() || item.Key == here.ToString()).Select(item => (item.Key, item.Version)));
    }

    [Fact]
    public async Task The_feed_gives_everything_in_order_and_resumes_at_the_cursor()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await service.Publish($"Nummer {i}"));
        using var client = service.Client();
        await Settled();

        var seen = new List<string>();
        var cursor = "";
        for (ChangePage page; ; cursor = page.NextCursor)
        {
            page = (await client.GetFromJsonAsync<ChangePage>($"/tests/v1/changes?limit=2&cursor={cursor}", ApiJson.Options))!;
            seen.AddRange(page.Items.Select(item => item.Key));
            if (!page.HasMore) break;
        }

        Assert.Equal(ids.Select(id => id.ToString()), seen.Where(key => ids.Contains(Guid.Parse(key))));
    }

    [Fact]
    public async Task The_feed_never_skips_what_is_committed_late()
    {
        using var client = service.Client();
        var late = Thing.Draft("Sen").Publish();
        var (early, cursor) = (Guid.Empty, "");
        await service.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(late);
            await db.SaveChangesAsync();
            early = await service.Publish("Tidig");
            var before = (await client.GetFromJsonAsync<ChangePage>("/tests/v1/changes?limit=1000", ApiJson.Options))!;
            Assert.DoesNotContain(before.Items, item => item.Key == early.ToString());
            cursor = before.NextCursor;
            await transaction.CommitAsync();
            return 0;
        });

        await Settled();
        var after = (await client.GetFromJsonAsync<ChangePage>($"/tests/v1/changes?limit=1000&cursor={cursor}", ApiJson.Options))!;
        Assert.Contains(after.Items, item => item.Key == late.Id.ToString());
        Assert.Contains(after.Items, item => item.Key == early.ToString());
    }

    [Fact]
    public async Task What_is_not_public_is_replayed_to_services_but_not_in_the_feed_whose_cursor_passes_it()
    {
        using var client = service.Client();
        async Task<ChangePage> Feed(string cursor, int limit) => (await client.GetFromJsonAsync<ChangePage>($"/tests/v1/changes?limit={limit}&cursor={cursor}", ApiJson.Options))!;
        var first = await service.Publish("Först");
        for (var i = 0; i < 3; i++) await service.Save(db => db.Add(Secret.Keep()));
        var then = await service.Publish("Sedan");
        await service.Save(db => db.Add(Secret.Keep()));

        await Settled();
        // Pages are full of what is public, whatever lies between.
        var page = await Feed("", 2);
        Assert.Equal([first.ToString(), then.ToString()], page.Items.Select(item => item.Key));
        Assert.True(page.HasMore);
        var end = await Feed(page.NextCursor, 2);
        Assert.Empty(end.Items);
        Assert.False(end.HasMore);
        Assert.NotEqual(page.NextCursor, end.NextCursor);
        Assert.Equal(end.NextCursor, (await Feed(end.NextCursor, 2)).NextCursor);
        var later = await service.Publish("Senare");
        await Settled();
        Assert.Equal(later.ToString(), Assert.Single((await Feed(end.NextCursor, 2)).Items).Key);

        Assert.Equal(4, await service.Services.GetRequiredService<Replay>().Run(null, "tests.secret-changed", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_of_the_feed_ends_before_it_is_too_large_and_the_next_goes_on()
    {
        using var client = service.Client();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add($"{await service.Publish(new string((char)('a' + i), 3_000_000))}");
        await Settled();
        var (seen, sizes, cursor) = (new List<string>(), new List<int>(), "");
        for (ChangePage page; ; cursor = page.NextCursor)
        {
            page = (await client.GetFromJsonAsync<ChangePage>($"/tests/v1/changes?limit=1000&cursor={cursor}", ApiJson.Options))!;
            seen.AddRange(page.Items.Select(item => item.Key));
            sizes.Add(page.Items.Count);
            if (!page.HasMore) break;
        }

        Assert.Equal(ids, seen);
        Assert.Equal([2, 2, 1], sizes);
    }

    [Fact]
    public async Task A_cursor_of_ones_own_making_is_refused_by_name()
    {
        using var client = service.Client();
        var problem = await (await client.GetAsync("/tests/v1/changes?cursor=hej")).ReadProblemAsync(400, "/request/invalid");
        Assert.Equal("cursor", problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    /// <summary>
    /// All that was written is shown: nothing at or above the oldest transaction that still runs is, whichever database of the server that runs in.
    /// </summary>
    private Task Settled() => Eventually.TrueAsync(() => service.Db(async db => await db.Database.SqlQuery<bool>(
        $"select coalesce(max(transaction_id::text::numeric), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::numeric as \"Value\" from event_log").SingleAsync()));
}
