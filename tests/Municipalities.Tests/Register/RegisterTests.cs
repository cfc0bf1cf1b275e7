using Contracts;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using Municipalities.Register;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Register;

/// <summary>The register of all 290.</summary>
public class RegisterTests(Service service)
{
    private const string Address = "/municipalities/v1/municipalities";

    [Fact]
    public void The_seed_has_290_municipalities_in_21_counties_and_twelve_pilots()
    {
        var all = Seed.ReadMunicipalities().ToList();
        Assert.Equal((290, 21), (all.Select(row => row.Code).Distinct().Count(), all.Select(row => row.Facts.CountyCode).Distinct().Count()));
        Assert.Equal(
            ["Tierp", "Sölvesborg", "Malmö", "Helsingborg", "Mölndal", "Uddevalla", "Karlstad", "Laxå", "Söderhamn", "Hudiksvall", "Härjedalen", "Umeå"],
            all.Where(row => row.Facts.Pilot).OrderBy(row => row.Code).Select(row => row.Facts.Name));
        // Sweden had 10,587,710 inhabitants at the end of 2024 (SCB).
        Assert.Equal(10_587_710, all.Sum(row => row.Facts.Population));
        Assert.All(all, row =>
        {
            Assert.Matches("^[0-9]{4}$", row.Code);
            Assert.Equal((row.Code[..2], 2024), (row.Facts.CountyCode, row.Facts.PopulationYear));
            Assert.InRange(row.Facts.Latitude, 55.3, 69.1);
            Assert.InRange(row.Facts.Longitude, 10.9, 24.2);
        });
    }

    [Fact]
    public async Task A_municipality_is_found_by_its_code_with_its_leading_zero()
    {
        using var response = await service.Public.GetAsync($"{Address}/0360");
        var tierp = await response.ReadAsync<MunicipalityView>();
        Assert.Equal(("Tierp", "03", "Uppsala län", "B4", true, 21_104), (tierp.Name, tierp.CountyCode, tierp.CountyName, tierp.SkrGroup, tierp.Pilot, tierp.Population));
        Assert.Equal("\"1\"", response.Headers.ETag?.Tag);
        await (await service.Public.GetAsync($"{Address}/360")).ReadProblemAsync(404, "municipality/not-found");
    }

    [Theory]
    [InlineData("", 290)]
    [InlineData("pilot=true", 12)]
    [InlineData("county=12", 33)]
    [InlineData("group=A1", 3)]
    [InlineData("county=21&pilot=true", 2)]
    [InlineData("name=MALM%C3%96", 1)]
    [InlineData("name=%25", 0)]
    public async Task Filters_count_what_they_should(string query, int count) =>
        Assert.Equal(count, (await (await service.Public.GetAsync($"{Address}?{query}".TrimEnd('?'))).ReadAsync<Page<MunicipalityView>>()).Meta.TotalRecords);

    [Theory]
    [InlineData("county=02", "county")]
    [InlineData("group=D1", "group")]
    [InlineData("pilot=ja", "pilot")]
    [InlineData("lan=12", "lan")]
    public async Task What_it_does_not_understand_is_400_by_name(string query, string parameter)
    {
        using var response = await service.Public.GetAsync($"{Address}?{query}");
        var problem = await response.ReadProblemAsync(400, "request/invalid");
        Assert.Equal(parameter, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString(), ignoreCase: true);
    }

    [Fact]
    public async Task Seeding_again_tells_nothing_new_and_a_corrected_fact_is_told_once()
    {
        await using var host = await service.StartAsync();
        Assert.Equal(290, await Service.SeedAsync(host));
        Assert.Equal(290, await Service.SeedAsync(host));

        await host.WithDatabase<MunicipalitiesDb, int>(db => db.Database.ExecuteSqlRawAsync("update municipality set population = 1 where code = '1280'"));
        Assert.Equal(291, await Service.SeedAsync(host));
        var malmo = await (await host.Public().GetAsync($"{Address}/1280")).ReadAsync<MunicipalityView>();
        Assert.Equal((365_644, 2), (malmo.Population, malmo.Version));
    }

    [Fact]
    public async Task The_demonstration_has_twenty_published_needs_with_known_identities()
    {
        for (var number = 1; number <= 20; number++)
        {
            var need = await (await service.Public.GetAsync($"/municipalities/v1/needs/{SeedIds.Need($"B{number:00}")}")).ReadAsync<NeedView>();
            Assert.Equal(NeedStatus.Published, need.Status);
        }
        Assert.Equal(8, SeedIds.Need("B01").Version);
    }
}
