using Enterprises.Claims;
using Enterprises.Offers;
using Enterprises.Register;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Register;

/// <summary>An enterprise from registration to withdrawal through HTTP and the database, and what others are told of it.</summary>
public class EnterpriseJourneyTests(Service service)
{
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task Where_few_work_only_the_enterprise_sees_which_target_groups_they_come_from(int employed, bool told)
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync(EnterpriseClient.Profile() with { Workforce = new() { Employed = employed, EmployedFromTargetGroup = 2, CountedOn = new(2026, 9, 30) } });
        var (own, seen, last) = (await enterprise.SeenAsync(), await enterprise.SeenAsync(service.Public), (await enterprise.EventsAsync())[^1]);
        Assert.Equal((employed, "long-term-unemployed"), (own.Workforce!.Employed, Assert.Single(own.TargetGroups)));
        Assert.Equal((told, told, true), (seen.Workforce is not null, seen.TargetGroups.Count > 0, seen.ReachesShare));
        Assert.Equal((told, told, told), (last.Employed is not null, last.EmployedFromTargetGroup is not null, last.TargetGroups.Count > 0));
        var line = (await service.Public.GetStringAsync("/enterprises/v1/exports/enterprises.json")).Split(own.OrganisationNumber!)[1].Split("organisationNumber")[0];
        Assert.Equal(told, line.Contains("long-term-unemployed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_registrations_of_one_enterprise_at_once_one_is_told_that_it_exists()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => enterprise.RegisterAsync(EnterpriseClient.Profile())));
        Assert.Equal([201, 409, 409, 409], answers.Select(answer => (int)answer.StatusCode).Order());
    }

    [Fact]
    public async Task From_registration_to_withdrawal_only_what_is_public_is_told()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        var registered = await enterprise.RegisteredAsync();
        Assert.Equal((enterprise.Id, 1, EnterpriseStatus.Draft, true), (registered.Id, registered.Version, registered.Status, registered.ReachesShare));
        Assert.Equal((ClaimKind.Wise, ClaimAnswer.Yes, ClaimSource.OwnStatement), (registered.Claims[0].Kind, registered.Claims[0].Holds, registered.Claims[0].Source));
        var offer = await enterprise.OfferAsync();
        Assert.Equal(2, offer.Version);
        await (await enterprise.PostAsync($"/offers/{offer.Id}/publication")).ReadAsync<OfferView>();
        Assert.Empty(await enterprise.EventsAsync());

        Assert.Equal(4, (await (await enterprise.PostAsync("/publication")).ReadAsync<EnterpriseView>()).Version);
        var draft = await enterprise.OfferAsync(EnterpriseClient.Cafe with { Title = "Bara ett utkast" });
        await (await enterprise.PutAsync($"/offers/{draft.Id}", EnterpriseClient.Cafe with { Title = "Ännu ett utkast" })).ReadAsync<OfferView>();
        await (await enterprise.PutAsync($"/offers/{offer.Id}", EnterpriseClient.Cafe with { Title = "Kafé och kiosk" })).ReadAsync<OfferView>();
        await (await enterprise.PostAsync($"/offers/{offer.Id}/withdrawal")).ReadAsync<OfferView>();
        await (await enterprise.PostAsync("/withdrawal")).ReadAsync<EnterpriseView>();

        var events = await enterprise.EventsAsync();
        Assert.Equal(
            [(4, "published", false, 1), (7, "offer-revised", false, 1), (8, "offer-withdrawn", false, 0), (9, "withdrawn", true, 0)],
            events.Select(e => (e.Version, e.Reason, e.Withdrawn, e.Offers.Count)));
        Assert.Equal(("Kafé och kiosk", "municipalities", 2_000_000m), (events[1].Offers[0].Title, events[1].Offers[0].ServiceArea.Kind, events[1].Offers[0].MaxContractSek));
        Assert.Equal(("wise", 20, 6), (Assert.Single(events[0].Kinds), events[0].Employed, events[0].EmployedFromTargetGroup));
        // A tombstone keeps the name for those who remember it, and nothing else.
        Assert.Equal(("", 0, null), (events[3].Presentation, events[3].Kinds.Count, events[3].Employed));
    }

    [Fact]
    public async Task A_withdrawn_profile_may_return()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        await (await enterprise.PostAsync("/publication")).ReadProblemAsync(409, "enterprise/already-published");
        await (await enterprise.PostAsync("/withdrawal")).ReadAsync<EnterpriseView>();
        await (await enterprise.PostAsync("/withdrawal")).ReadProblemAsync(409, "enterprise/already-withdrawn");
        await (await service.Public.GetAsync(enterprise.Address)).ReadProblemAsync(404, "enterprise/not-found");
        await (await enterprise.PostAsync("/publication")).ReadAsync<EnterpriseView>();
        Assert.Equal(EnterpriseStatus.Published, (await enterprise.SeenAsync(service.Public)).Status);
    }

    [Fact]
    public async Task An_offer_may_be_published_again_and_its_illegal_moves_have_names()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        var seen = await enterprise.PublishedAsync();
        var offer = $"/offers/{seen.Offers[0].Id}";
        await (await enterprise.PostAsync($"{offer}/publication")).ReadProblemAsync(409, "offer/already-published");
        await (await enterprise.PostAsync($"{offer}/withdrawal")).ReadAsync<OfferView>();
        await (await enterprise.PostAsync($"{offer}/withdrawal")).ReadProblemAsync(409, "offer/already-withdrawn");
        await (await service.Public.GetAsync(enterprise.Address + offer)).ReadProblemAsync(404, "offer/not-found");
        await (await enterprise.PostAsync($"{offer}/publication")).ReadAsync<OfferView>();
        await (await enterprise.PostAsync($"/offers/{Guid.NewGuid()}/publication")).ReadProblemAsync(404, "offer/not-found");
    }

    [Fact]
    public async Task A_sole_traders_number_is_seen_by_the_person_alone()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync(EnterpriseClient.Profile() with { OrganisationNumber = "19121212-1212", LegalForm = LegalForm.SoleTrader, Name = "Provs snickeri" });
        Assert.Equal("1212121212", (await enterprise.SeenAsync()).OrganisationNumber);
        foreach (var client in new[] { service.Public, service.Malmo, service.Lead, service.ManagerOf("F01") })
        {
            var (one, list) = (await client.GetStringAsync(enterprise.Address), await client.GetStringAsync($"{EnterpriseClient.Root}?text=snickeri"));
            Assert.Contains("Provs snickeri", list, StringComparison.Ordinal);
            Assert.DoesNotContain("121212", one + list, StringComparison.Ordinal);
        }
        Assert.All(await enterprise.EventsAsync(), told => Assert.Null(told.OrganisationNumber));
        Assert.DoesNotContain("1212121212", await service.Public.GetStringAsync("/enterprises/v1/changes?limit=1000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_is_for_those_who_have_signed_in()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.PublishedAsync();
        Assert.Null((await enterprise.SeenAsync(service.Public)).Contact);
        Assert.Equal("Kim Prov", (await enterprise.SeenAsync(service.Malmo)).Contact?.Name);
    }

    [Fact]
    public async Task Seeding_makes_twenty_enterprises_once()
    {
        await using var host = await service.StartAsync();
        Assert.Equal((20, 20), (await Service.SeedAsync(host), await Service.SeedAsync(host)));
        var all = await (await host.Public().GetAsync($"{EnterpriseClient.Root}?limit=100")).ReadAsync<Page<EnterpriseView>>();
        Assert.Equal(20, all.Meta.TotalRecords);
        Assert.All(all.Items, row => Assert.NotEmpty(row.Offers));
        // The edge cases of the share: 2 of 7 is 28.6, 6 of 20 exactly 30, 9 of 22 is 40.9, 3 of 13 is 23.1, 0 of 5 none.
        Assert.Equal([false, true, true, false, false], new[] { "Fjällbud ek. för.", "Digital Brygga Sverige AB (svb)", "Hem & Hus Service AB", "Listerlandets Kök AB (svb)", "Mötesplats Mitt i Byn" }
            .Select(name => all.Items.Single(row => row.Name == name).ReachesShare!.Value));
    }
}
