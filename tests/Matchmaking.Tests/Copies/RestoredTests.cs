using System.Text.Json;
using Matchmaking.Data;
using Matchmaking.Tellings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Messaging;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Copies;

/// <summary>A dump from a cluster that had come far, restored into one that is new.</summary>
public class RestoredTests(Service service)
{
    private static readonly string[] Columns =
        ["event_log.transaction_id", "municipality_copy.changed_in", "need_copy.changed_in", "enterprise_copy.changed_in", "match_telling.horizon", "exposure.changed_in", "cpv_label.changed_in"];

    [Fact]
    public async Task What_is_written_after_a_dump_was_restored_is_matched_told_and_fed()
    {
        var database = await service.Postgres.NewDatabaseAsync();
        var code = Service.NewCode();
        var need = Told.Need(code);
        await using (var old = await Service.StartAsync(database))
        {
            await Service.Hear(old, Told.Municipality(code), need, Told.Enterprise(code));
            Assert.Single(await Eventually.SeeAsync(() => Fed(old, need.Id), fed => fed.Count > 0));
            await old.WithDatabase<MatchmakingDb, int>(Restore);
        }
        await using var host = await Service.StartAsync(database);
        Assert.Single(await Eventually.SeeAsync(() => Fed(host, need.Id), fed => fed.Count > 0));
        var next = Told.Need(code);
        await Service.Hear(host, next);
        Assert.Single(await Eventually.SeeAsync(() => Fed(host, next.Id), fed => fed.Count > 0));
        Assert.Single(await Fed(host, need.Id));
    }

    [Fact]
    public Task Nothing_changes_in_a_database_that_has_always_lived_in_its_cluster() => service.Host.WithDatabase<MatchmakingDb, int>(async db =>
    {
        await using var turn = await db.Database.BeginTransactionAsync();
        await TransactionNumbers.BringBehindAsync(db, default);
        foreach (var column in Columns)
            Assert.Equal(0, await Count(db, $"select count(*) as \"Value\" from {Table(column)} where xmin = pg_current_xact_id()::xid"));
        return 0;
    });

    private static async Task<int> Restore(MatchmakingDb db)
    {
        await using var turn = await db.Database.BeginTransactionAsync();
        var ahead = string.Join(";", Columns.Select(column => column.Split('.')).Select(one => $"update {one[0]} set {one[1]} = ({one[1]}::text::numeric + 5000000000)::text::xid8"));
        await db.Database.ExecuteSqlRawAsync(ahead);
        Assert.NotEqual(0, await Ahead(db));
        await TransactionNumbers.BringBehindAsync(db, default);
        Assert.Equal(0, await Ahead(db));
        // What had been told has not become news.
        Assert.Equal(0, await Count(db, "select count(*) as \"Value\" from need_copy, match_telling where changed_in >= horizon"));
        await turn.CommitAsync();
        return 0;
    }

    private static async Task<int> Ahead(MatchmakingDb db)
    {
        var ahead = 0;
        foreach (var column in Columns) ahead += await Count(db, $"select count(*) as \"Value\" from {Table(column)} where {column} >= pg_snapshot_xmax(pg_current_snapshot())");
        return ahead;
    }

    private static async Task<int> Count(MatchmakingDb db, string sql) => (int)await db.Database.SqlQueryRaw<long>(sql).SingleAsync();

    private static string Table(string column) => column.Split('.')[0];

    /// <summary>What the change feed says of a need's matches, after another turn of the telling.</summary>
    private static async Task<List<JsonElement>> Fed(ServiceHost<Program> host, Guid need)
    {
        await host.Services.GetRequiredService<TellMatches>().Turn(default);
        var page = await (await host.Public().GetAsync("/matchmaking/v1/changes?limit=1000")).ReadAsync<JsonElement>();
        return [.. page.GetProperty("items").EnumerateArray().Where(item => item.ToString().Contains(need.ToString(), StringComparison.Ordinal))];
    }
}
