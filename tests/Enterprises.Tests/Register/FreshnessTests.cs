using Enterprises.Register;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Register;

/// <summary>A profile that nobody confirms loses rank and then goes out of sight; one click brings it back.</summary>
public class FreshnessTests(Service service)
{
    [Theory]
    [InlineData("2026-10-24T23:59:59Z", FreshnessState.Fresh)]
    [InlineData("2026-10-25T12:00:00Z", FreshnessState.DueSoon)]
    [InlineData("2026-11-25T11:59:59Z", FreshnessState.DueSoon)]
    [InlineData("2026-11-25T12:00:00Z", FreshnessState.Overdue)]
    [InlineData("2027-02-25T11:59:59Z", FreshnessState.Overdue)]
    [InlineData("2027-02-25T12:00:00Z", FreshnessState.Hidden)]
    public void The_calendar_has_four_stations(string now, FreshnessState state) => Assert.Equal(state,
        Freshness.Of(DateTimeOffset.Parse("2025-11-25T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Fifteen_months_later_it_is_out_of_sight_is_told_as_gone_and_a_click_brings_it_back()
    {
        var clock = new Service.Clock();
        await using var host = await service.StartAsync(clock);
        var enterprise = EnterpriseClient.New(host);
        await enterprise.PublishedAsync();
        using var visitor = host.Public();

        clock.Ahead = TimeSpan.FromDays(350);
        Assert.Equal(FreshnessState.DueSoon, (await enterprise.SeenAsync(visitor)).Freshness.State);
        Assert.Equal(1, (await (await visitor.GetAsync($"{EnterpriseClient.Root}?freshness=due-soon")).ReadAsync<Page<EnterpriseView>>()).Meta.TotalRecords);
        clock.Ahead = TimeSpan.FromDays(380);
        Assert.Equal(FreshnessState.Overdue, (await enterprise.SeenAsync(visitor)).Freshness.State);
        Assert.Equal(0, await SweepAsync());

        clock.Ahead = TimeSpan.FromDays(470);
        await (await visitor.GetAsync(enterprise.Address)).ReadProblemAsync(404, "enterprise/not-found");
        Assert.Equal((1, 0), (await SweepAsync(), await SweepAsync()));
        Assert.Equal((true, "hidden"), ((await enterprise.EventsAsync())[^1].Withdrawn, (await enterprise.EventsAsync())[^1].Reason));

        using var confirmed = await enterprise.Http.SendJsonAsync(HttpMethod.Post, $"{enterprise.Address}/confirmations");
        Assert.Equal(FreshnessState.Fresh, (await confirmed.ReadAsync<EnterpriseView>()).Freshness.State);
        Assert.Equal(FreshnessState.Fresh, (await enterprise.SeenAsync(visitor)).Freshness.State);
        var told = (await enterprise.EventsAsync())[^1];
        Assert.Equal((false, "confirmed", 1), (told.Withdrawn, told.Reason, told.Offers.Count));

        Task<int> SweepAsync() => host.WithDatabase<EnterprisesDb, int>(db =>
            FreshnessSweep.HideAsync(db, clock.GetUtcNow(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_its_own_manager_confirms_it()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        await (await enterprise.PostAsync("/confirmations", by: service.ManagerOf("F01"))).ReadProblemAsync(403, "enterprise/not-yours");
        await (await enterprise.PostAsync("/confirmations", by: service.Malmo)).ReadProblemAsync(403, "enterprise/not-yours");
    }
}
