using Matchmaking.Data;
using Matchmaking.Deals;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Copies;

/// <summary>From another service's event log through RabbitMQ into the copies, the index and the matches; and back out when a deal is signed.</summary>
public class BrokerTests(Service service)
{
    [Fact]
    public async Task What_others_tell_is_matched_and_a_signed_deal_is_told()
    {
        var messaging = await service.Rabbit.NewHostAsync();
        await using var host = await Service.StartAsync(await service.Postgres.NewDatabaseAsync(), messaging);
        await using var teller = await Teller.StartAsync(await service.Postgres.NewDatabaseAsync(), messaging);
        var (need, enterprise) = (Told.Need("1280"), Told.Enterprise("1280"));
        await teller.Tell(Told.Municipality("1280"), need with { Version = 2, Title = "Lagning av elcyklar" }, enterprise);
        // Late and again, under other message ids: the inbox does not know them, the version does.
        await teller.Tell(need, need with { Version = 2, Title = "Lagning av elcyklar" });

        var answer = await Eventually.SeeAsync(() => host.Public().GetStringAsync($"/matchmaking/v1/needs/{need.Id}/matches"),
            seen => seen.Contains(enterprise.Id.ToString(), StringComparison.Ordinal));
        Assert.Contains("Lagning av elcyklar", answer, StringComparison.Ordinal);
        await Eventually.SeeAsync(() => host.WithDatabase<MatchmakingDb, int>(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from inbox").SingleAsync()), handled => handled == 5);
        Assert.Equal("Lagning av elcyklar", await host.WithDatabase<MatchmakingDb, string>(db => db.Needs.Where(copy => copy.Id == need.Id).Select(copy => copy.Title).SingleAsync()));

        var buyer = host.As(ServiceDefaults.Roles.ProcurementOfficer, "1280");
        var deal = await (await buyer.SendJsonAsync(HttpMethod.Post, "/matchmaking/v1/deals", new { needId = need.Id, enterpriseId = enterprise.Id })).ReadAsync<DealView>(System.Net.HttpStatusCode.Created);
        await (await buyer.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/deals/{deal.Id}/signature", Scenario.Terms(), "\"1\"")).ReadAsync<DealView>();
        await Eventually.SeeAsync(() => host.WithDatabase<MatchmakingDb, List<string>>(db => db.EventLog.Where(row => row.PublishedAt != null).Select(row => row.Name).ToListAsync()),
            // A new match may be told meanwhile too.
            published => published.Contains("matchmaking.deal-changed"));
    }

    [Fact]
    public async Task The_migrations_say_what_the_model_says() =>
        Assert.False(await service.Host.WithDatabase<MatchmakingDb, bool>(db => Task.FromResult(db.Database.HasPendingModelChanges())));
}
