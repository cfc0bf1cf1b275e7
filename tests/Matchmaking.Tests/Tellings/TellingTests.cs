using System.Text.Json;
using Matchmaking.Data;
using Matchmaking.Tellings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Rules;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Tellings;

/// <summary>
/// New matches are told, each pair once and of each need the best few. On a host of its own: other tests' enterprises, which work in the
/// whole country and come and go, would be among the best few.
/// </summary>
public sealed class TellingTests(Service shared) : IAsyncLifetime
{
    private Service service = null!;

    public async ValueTask InitializeAsync() => service = await shared.AloneAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private async Task<List<JsonElement>> Told(Guid need)
    {
        await service.Host.Services.GetRequiredService<TellMatches>().Turn(default);
        return await Events("matchmaking.match-changed", need);
    }

    private async Task<List<JsonElement>> Events(string name, Guid need)
    {
        var bodies = await service.Host.WithDatabase<MatchmakingDb, List<string>>(db =>
            db.EventLog.Where(e => e.Name == name && e.Body.Contains(need.ToString())).OrderBy(e => e.Sequence).Select(e => e.Body).ToListAsync());
        return [.. bodies.Select(body => JsonDocument.Parse(body).RootElement)];
    }

    [Fact]
    public async Task A_pair_is_told_once_whichever_side_comes_last()
    {
        var code = Service.NewCode();
        var (need, enterprise) = (Matchmaking.Tests.Told.Need(code), Matchmaking.Tests.Told.Enterprise(code));
        await service.Hear(Matchmaking.Tests.Told.Municipality(code), need);
        var other = Matchmaking.Tests.Told.Enterprise(code, name: "Hjulet ek. för.");
        Assert.Empty(await Told(need.Id));
        await service.Hear(enterprise);
        var told = Assert.Single(await Eventually.SeeAsync(() => Told(need.Id), all => all.Count > 0));
        Assert.Equal((need.Id, enterprise.Id, code, enterprise.Name, need.Title), (told.GetProperty("needId").GetGuid(), told.GetProperty("enterpriseId").GetGuid(),
            told.GetProperty("municipalityCode").GetString(), told.GetProperty("enterpriseName").GetString(), told.GetProperty("needTitle").GetString()));
        Assert.InRange(told.GetProperty("score").GetDouble(), 0.2, 1);

        // Neither side's later changes tell it again; a third enterprise's arrival, which the turn has then seen, tells that alone.
        await service.Hear(need with { Version = 2, Title = "Lagning av cyklar i vår" }, enterprise with { Version = 2, Name = "Cykelköket igen" }, other);
        var all = await Eventually.SeeAsync(() => Told(need.Id), all => all.Count > 1);
        Assert.Equal([enterprise.Id, other.Id], all.Select(match => match.GetProperty("enterpriseId").GetGuid()));
    }

    [Fact]
    public async Task Of_many_only_the_best_few_are_told_and_of_a_closed_need_none()
    {
        var code = Service.NewCode();
        await service.Hear([Matchmaking.Tests.Told.Municipality(code), .. Enumerable.Range(0, 8).Select(number => Matchmaking.Tests.Told.Enterprise(code, name: $"Cykelköket {number}"))]);
        var (need, closed) = (Matchmaking.Tests.Told.Need(code), Matchmaking.Tests.Told.Need(code, status: "closed", outcome: "deal"));
        await service.Hear(closed, need);
        Assert.Equal(3, (await Eventually.SeeAsync(() => Told(need.Id), all => all.Count > 0)).Count);
        Assert.Empty(await Told(closed.Id));
    }

    [Fact]
    public async Task Of_a_need_that_has_a_deal_or_can_no_longer_be_answered_nothing_is_told()
    {
        var (with, late) = (await Scenario.New(service), await Scenario.New(service, new DateOnly(2026, 1, 1)));
        await with.Sign(await with.Draft());
        var last = await Scenario.New(service, TimeProvider.System.Today());
        Assert.Single(await Eventually.SeeAsync(() => Told(last.Need.Id), all => all.Count > 0));
        foreach (var scenario in new[] { with, late })
            await service.Hear(scenario.Need with { Version = 2 }, Matchmaking.Tests.Told.Enterprise(scenario.Code), scenario.Enterprise with { Version = 2 });
        var after = await Scenario.New(service);
        Assert.Single(await Eventually.SeeAsync(() => Told(after.Need.Id), all => all.Count > 0));
        foreach (var scenario in new[] { with, late })
            Assert.DoesNotContain(await Told(scenario.Need.Id), match => match.GetProperty("enterpriseId").GetGuid() != scenario.Enterprise.Id || scenario == late);
    }

    [Fact]
    public async Task A_need_that_new_rules_have_overtaken_is_told_once_for_each_change()
    {
        var code = Service.NewCode();
        var before = new DateTimeOffset(2025, 12, 1, 8, 0, 0, TimeSpan.Zero);
        var overtaken = Matchmaking.Tests.Told.Need(code) with { ValueSek = 2_420_000m, PublishedAt = before };
        var same = Matchmaking.Tests.Told.Need(code) with { ValueSek = 240_000m, PublishedAt = before };
        await service.Hear(Matchmaking.Tests.Told.Municipality(code), overtaken, same);
        var told = Assert.Single(await Eventually.SeeAsync(() => NextDay(overtaken.Id), all => all.Count > 0));
        Assert.Equal((overtaken.Id, overtaken.Title, code, 1), (told.GetProperty("id").GetGuid(), told.GetProperty("title").GetString(), told.GetProperty("municipalityCode").GetString(), told.GetProperty("version").GetInt32()));
        Assert.Contains(told.GetProperty("changes").EnumerateArray(), change => change.ToString() == """{"route":"DIRECTIVE","then":"yes","now":"no"}""");
        Assert.Empty(await Events("matchmaking.routes-changed", same.Id));

        // Another day, and the owner's own changes of the need: nothing new. Other rules with other answers: told again.
        await service.Hear(overtaken with { Version = 2, ValueSek = 2_430_000m, CpvCodes = [] });
        Assert.Single(await NextDay(overtaken.Id));
        await service.Host.WithDatabase<MatchmakingDb, int>(db => db.Database.ExecuteSqlAsync($"update told_routes set rules = 'earlier', answers = '' where id = {overtaken.Id}"));
        var again = await Eventually.SeeAsync(() => NextDay(overtaken.Id), all => all.Count > 1);
        Assert.Equal([1, 2], again.Select(one => one.GetProperty("version").GetInt32()));
    }

    /// <summary>All needs are looked through once a day: as if a new one had come.</summary>
    private async Task<List<JsonElement>> NextDay(Guid need)
    {
        await service.Host.WithDatabase<MatchmakingDb, int>(db => db.Database.ExecuteSqlAsync($"update route_telling set looked = ''"));
        await service.Host.Services.GetRequiredService<TellRoutes>().Turn(default);
        return await Events("matchmaking.routes-changed", need);
    }
}
