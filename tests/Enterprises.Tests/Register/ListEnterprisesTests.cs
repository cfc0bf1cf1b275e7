using Contracts;
using Enterprises.Register;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Register;

/// <summary>The list of enterprises: filters, order, pages, and what it refuses.</summary>
public class ListEnterprisesTests(Service service)
{
    [Theory]
    [InlineData("municipality=1481&text=tvätt", "Rena Plagg Tvätteri AB (svb)")]
    [InlineData("text=tvätten", "Rena Plagg Tvätteri AB (svb)")]
    [InlineData("cpv=77211300&county=23", "Skogsleden Härjedalen ek. för.")]
    [InlineData("kind=social-innovation", "Digital Brygga Sverige AB (svb)")]
    [InlineData("kind=registered-ideburen&county=24", "Språkbron Umeå")]
    public async Task A_filter_finds_what_it_names(string query, string name)
    {
        var found = await ListAsync(query);
        Assert.Contains(found.Items, row => row.Name == name);
        Assert.DoesNotContain(found.Items, row => row.Name == "Mötesplats Mitt i Byn");
    }

    [Theory]
    [InlineData("county=12", "kind=wise")]
    [InlineData("cpv=55", "municipality=1280")]
    [InlineData("text=skanning", "kind=wise")]
    [InlineData("freshness=fresh", "cpv=98")]
    [InlineData("freshness=overdue", "county=14")]
    public async Task Every_filter_narrows_and_two_narrow_more(string one, string other)
    {
        var (first, second, both) = (await Ids(one), await Ids(other), await Ids($"{one}&{other}"));
        Assert.Equal(first.Intersect(second).Order(), both.Order());
        Assert.True(first.Count < 20 || second.Count < 20);

        // Other tests register enterprises meanwhile; what is compared is the demonstration.
        async Task<List<Guid>> Ids(string query)
        {
            var seeded = Enumerable.Range(1, 20).Select(number => SeedIds.Enterprise($"F{number:00}")).ToHashSet();
            var found = new List<Guid>();
            for (string? next = $"{EnterpriseClient.Root}?limit=100&{query}"; next is not null;)
            {
                var page = await (await service.Public.GetAsync(next)).ReadAsync<Page<EnterpriseView>>();
                found.AddRange(page.Items.Select(row => row.Id).Where(seeded.Contains));
                next = page.Links.Next;
            }
            return [.. found.Distinct()];
        }
    }

    [Fact]
    public async Task The_order_is_Swedish_and_pages_meet()
    {
        string[] names = ["Ateljé Norr", "bageri Norr", "Zink i Norr", "Åkeri Norr", "Ängar i Norr", "Öl & ost i Norr"];
        foreach (var name in names.Reverse())
            await EnterpriseClient.New(service.Host).PublishedAsync(EnterpriseClient.Profile() with { Name = name, MunicipalityCode = "2506" });
        var seen = new List<string>();
        for (string? next = $"{EnterpriseClient.Root}?municipality=2506&limit=4"; next is not null;)
        {
            var page = await (await service.Public.GetAsync(next)).ReadAsync<Page<EnterpriseView>>();
            Assert.Equal(6, page.Meta.TotalRecords);
            seen.AddRange(page.Items.Select(row => row.Name));
            next = page.Links.Next;
        }
        Assert.Equal(names, seen);
    }

    [Theory]
    [InlineData("kommun=1280", "kommun")]
    [InlineData("municipality=9999", "municipality")]
    [InlineData("county=02", "county")]
    [InlineData("cpv=00", "cpv")]
    [InlineData("kind=best", "kind")]
    [InlineData("freshness=old", "freshness")]
    [InlineData("limit=101", "limit")]
    public async Task What_it_does_not_understand_is_400_by_name(string query, string parameter)
    {
        using var response = await service.Public.GetAsync($"{EnterpriseClient.Root}?{query}");
        var problem = await response.ReadProblemAsync(400, "request/invalid");
        Assert.Equal(parameter, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString(), ignoreCase: true);
    }

    private async Task<Page<EnterpriseView>> ListAsync(string query) =>
        await (await service.Public.GetAsync($"{EnterpriseClient.Root}?limit=100&{query}")).ReadAsync<Page<EnterpriseView>>();
}
