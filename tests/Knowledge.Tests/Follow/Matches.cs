using Contracts.Matchmaking;
using Knowledge.Follow;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Follow;

/// <summary>A new match reaches the two whom it concerns, on the page and in the mail that each has chosen.</summary>
public sealed class Matches(KnowledgeService service)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero);

    private static Task<int> Hear(FollowWorld world, MatchChanged match) => world.Read(async db =>
    {
        await new TellOfMatch(world.Clock).Handle(match, db, default);
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task The_municipality_and_the_enterprise_are_told_once_and_nobody_else()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (enterprise, need) = (Guid.NewGuid(), Guid.NewGuid());
        HttpClient Person(string role, string org, string subject) => world.Host.WithToken(TestTokens.Create(role, org, subject: subject, change: token => token.Claims["email"] = $"{subject}@exempel.se"));
        var (buyer, supplier) = (Person(Roles.UnitManager, "1280", "kopare"), Person(Roles.EnterpriseManager, $"{enterprise}", "saljare"));
        var others = new[] { Person(Roles.UnitManager, "0360", "granne"), Person(Roles.EnterpriseManager, $"{Guid.NewGuid()}", "konkurrent"), Person(Roles.NetworkLead, "skr", "ledare") };
        foreach (var who in new[] { buyer, supplier }.Concat(others)) await (await who.GetAsync("/knowledge/v1/follow")).ReadAsync<GetFollowing.Response>();
        await (await supplier.SendJsonAsync(HttpMethod.Put, "/knowledge/v1/follow/preferences/match", new ChooseFollowing.Request("follow", "daily"))).Content.ReadAsStringAsync();

        var match = new MatchChanged(Guid.NewGuid(), 1, "found", false, need, "Lagning av lånecyklar", "1280", enterprise, "Cykelköket ek. för.", 0.8);
        foreach (var _ in new[] { 1, 2 }) await Hear(world, match);
        await world.Turn();
        async Task<IReadOnlyList<ListNotifications.Item>> Page(HttpClient who) => (await (await who.GetAsync("/knowledge/v1/notifications")).ReadAsync<Page<ListNotifications.Item>>()).Items;
        var (bought, sold) = (Assert.Single(await Page(buyer)), Assert.Single(await Page(supplier)));
        Assert.Equal(("match", "Ett företag som kan passa: Cykelköket ek. för.", "Lagning av lånecyklar", $"/behov/{need}", "weekly"), (bought.Kind, bought.What, bought.Title, bought.Path, bought.Digest));
        Assert.Equal(("match", "Ett behov som ni kan möta", $"/behov/{need}", "daily"), (sold.Kind, sold.What, sold.Path, sold.Digest));
        foreach (var other in others) Assert.Empty(await Page(other));

        // Each in its one digest: the next morning the enterprise, on Monday the municipality, and never again.
        world.Clock.Now = Noon.AddDays(1);
        await world.Turn();
        Assert.Equal("saljare@exempel.se", Assert.Single(world.Sink.Mails).To.Mailboxes.Single().Address);
        world.Clock.Now = Noon.AddDays(15);
        await world.Turn();
        Assert.Equal(["saljare@exempel.se", "kopare@exempel.se"], world.Sink.Mails.Select(mail => mail.To.Mailboxes.Single().Address));
        Assert.Contains($"/behov/{need}", world.Sink.Mails[1].TextBody, StringComparison.Ordinal);
        Assert.Equal(2, await world.Read(db => db.Notifications.CountAsync(notification => notification.MailId != null)));
    }

    [Fact]
    public async Task New_rules_are_told_to_the_municipality_whose_need_they_overtake_each_change_once()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        HttpClient Person(string role, string org, string subject) => world.Host.WithToken(TestTokens.Create(role, org, subject: subject));
        var (buyer, neighbour) = (Person(Roles.ProcurementOfficer, "1280", "inkop"), Person(Roles.ProcurementOfficer, "0360", "granne"));
        foreach (var who in new[] { buyer, neighbour }) await (await who.GetAsync("/knowledge/v1/follow")).ReadAsync<GetFollowing.Response>();
        var need = Guid.NewGuid();
        var changed = new RoutesChanged(need, 1, "overtaken", false, "Drift av kafé", "1280", [new("DIRECTIVE", "yes", "no"), new("ADVERTISED_19", "no", "yes"), new("LOV", "no", "unknown")]);
        foreach (var told in new[] { changed, changed, changed with { Version = 2, Changes = [new("DIRECT_AWARD", "yes", "unknown")] } })
            await world.Read(async db =>
            {
                await new TellOfRoutes(world.Clock).Handle(told, db, default);
                return await db.SaveChangesAsync();
            });
        await world.Turn();
        var page = (await (await buyer.GetAsync("/knowledge/v1/notifications")).ReadAsync<Page<ListNotifications.Item>>()).Items;
        Assert.All(page, item => Assert.Equal(("rules", "Drift av kafé", $"/vagval?behov={need}"), (item.Kind, item.Title, item.Path)));
        Assert.Equal(
            [
                "Nya regler ändrar vägvalet: direktupphandling var öppen, är nu oklar",
                "Nya regler ändrar vägvalet: upphandling över tröskelvärdet var öppen, är nu stängd; annonspliktig upphandling enligt 19 kap. LOU var stängd, är nu öppen; och 1 till",
            ], page.Select(item => item.What).Order(StringComparer.Ordinal));
        Assert.Empty((await (await neighbour.GetAsync("/knowledge/v1/notifications")).ReadAsync<Page<ListNotifications.Item>>()).Items);
    }
}
