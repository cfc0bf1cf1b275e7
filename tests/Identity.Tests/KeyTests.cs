using System.Text.Json;
using Identity.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Testing;
using Xunit;

namespace Identity.Tests;

public class KeyTests(PostgresFixture postgres)
{
    private const string Lead = "umea.utvecklingsledare";

    private static async Task<string> SignedBy(IdentityHost host) => new JsonWebToken((await RealSignIn.SignInAsync(host.Browser(), Lead)).AccessToken).Kid;

    private static async Task<List<string>> Published(IdentityHost host)
    {
        var keys = JsonDocument.Parse(await host.Browser().GetStringAsync("/identity/.well-known/jwks")).RootElement.GetProperty("keys");
        return [.. keys.EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    [Fact]
    public async Task Replicas_agree_and_take_each_other_s_tokens()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var first = await IdentityHost.StartAsync(database);
        await using var second = await IdentityHost.StartAsync(database);
        Assert.Equal(await SignedBy(first), await SignedBy(second));
        Assert.Equal(await Published(first), await Published(second));
        var tokens = await RealSignIn.SignInAsync(first.Browser(), Lead);
        await RealSignIn.ReadTokensAsync(await SignInTests.Refresh(second.Browser(), tokens.RefreshToken!));
    }

    [Fact]
    public async Task Replicas_that_start_together_make_one_key()
    {
        var database = await postgres.NewDatabaseAsync();
        await using (var migrated = await IdentityHost.StartAsync(database))
            await migrated.WithDatabase(db => db.Keys.ExecuteDeleteAsync());
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => IdentityHost.StartAsync(database)));
        Assert.Equal(2, await hosts[0].WithDatabase(db => db.Keys.CountAsync()));
        Assert.Single((await Task.WhenAll(hosts.Select(SignedBy))).Distinct());
        foreach (var host in hosts) await host.DisposeAsync();
    }

    [Fact]
    public async Task A_key_is_announced_used_kept_and_forgotten()
    {
        var clock = new ShiftedClock();
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync(), clock: clock);
        async Task<(string Used, List<string> Published)> After(double days)
        {
            clock.Ahead = TimeSpan.FromDays(days);
            await host.Services.GetRequiredService<KeyRing>().RefreshAsync(CancellationToken.None);
            return (await SignedBy(host), await Published(host));
        }

        var (first, alone) = await After(27);
        Assert.Equal([first], alone);
        var (still, announced) = await After(28.5);
        Assert.Equal(first, still);
        Assert.Equal(2, announced.Count);
        var (second, kept) = await After(30.5);
        Assert.NotEqual(first, second);
        Assert.Equal(announced.Order(), kept.Order());
        var (_, forgotten) = await After(32.5);
        Assert.Equal([second], forgotten);
    }

    [Fact]
    public async Task A_refresh_token_survives_the_change_of_keys()
    {
        var clock = new ShiftedClock { Ahead = TimeSpan.FromDays(29.9) };
        var database = await postgres.NewDatabaseAsync();
        await using (await IdentityHost.StartAsync(database)) { }
        await using var host = await IdentityHost.StartAsync(database, clock: clock);
        var ring = host.Services.GetRequiredService<KeyRing>();
        var tokens = await RealSignIn.SignInAsync(host.Browser(), Lead);
        // Announced two days ahead from now, since nobody was there to announce it earlier.
        clock.Ahead += TimeSpan.FromHours(9);
        await ring.RefreshAsync(CancellationToken.None);
        await RealSignIn.ReadTokensAsync(await SignInTests.Refresh(host.Browser(), tokens.RefreshToken!));
    }

    [Fact]
    public async Task Keys_are_not_readable_in_the_database()
    {
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync());
        foreach (var key in await host.WithDatabase(db => db.Keys.AsNoTracking().ToListAsync()))
            Assert.StartsWith("CfDJ8", key.Material, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_it_lives_and_is_not_ready()
    {
        await using var host = IdentityHost.WithoutDatabase();
        Assert.Equal(200, (int)(await host.Browser().GetAsync("/health/live")).StatusCode);
        Assert.Equal(503, (int)(await host.Browser().GetAsync("/health/ready")).StatusCode);
        await (await host.Browser().GetAsync("/identity/.well-known/jwks")).ReadProblemAsync(503, "service/unavailable");
    }
}
