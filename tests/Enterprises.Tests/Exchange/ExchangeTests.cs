using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Enterprises.Exchange;
using Enterprises.Register;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Exchange;

/// <summary>Files in and out: what goes out comes in again, what is wrong is reported by line, and then nothing comes in.</summary>
public class ExchangeTests(Service service)
{
    private const string Heading = "organisationNumber;legalForm;name;municipalityCode;employed;employedFromTargetGroup;countedOn;offerTitle;cpvCodes;areaKind;areaCodes;radiusKm;maxContractSek";

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task What_is_exported_can_be_imported_and_is_the_same(string format, string media)
    {
        await using var from = await service.StartAsync();
        await using var to = await service.StartAsync();
        await Service.SeedAsync(from);
        var exported = await from.Public().GetByteArrayAsync($"/enterprises/v1/exports/enterprises.{format}");
        var report = await (await SendAsync(to, exported, media, "?publish=true")).ReadAsync<ImportEnterprises.Report>();
        Assert.Equal((20, 54, false), (report.Enterprises, report.Offers, report.DryRun));
        var again = await to.Public().GetStringAsync($"/enterprises/v1/exports/enterprises.json");
        Assert.Equal(Sorted(await from.Public().GetStringAsync("/enterprises/v1/exports/enterprises.json")), Sorted(again));
        Assert.Equal(20, await to.WithDatabase<EnterprisesDb, int>(db => db.EventLog.CountAsync()));

        static IEnumerable<string> Sorted(string json) => JsonDocument.Parse(json).RootElement.EnumerateArray().Select(row => row.ToString()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task One_wrong_line_stops_all_and_every_fault_is_named_by_its_line()
    {
        var (good, taken, twice) = (EnterpriseClient.NewNumber(), EnterpriseClient.Profile(), EnterpriseClient.NewNumber());
        await EnterpriseClient.New(service.Host).RegisteredAsync(taken);
        var csv = string.Join("\r\n",
            Heading,
            $"{good};economic-association;Gott bröd ek. för.;1280;10;4;2026-09-30;Bröd;15810000;counties;12;;500000",
            $"{good};;;;;;;Kakor;15810000;radius;;abc;",
            $"{good};;Annat namn;;;;;Bullar;15810000;national;;;",
            $"769999-0012;economic-association;Fel siffra ek. för.;1280;;;;;;;;;",
            $"{taken.OrganisationNumber};economic-association;Redan här ek. för.;1280;;;;;;;;;",
            $"{twice};economic-association;\"Flera; \"\"fel\"\"\";9999;3;9;2026-09-30;;123;counties;99;;-5",
            "");
        foreach (var dryRun in new[] { "?dryRun=true", "" })
        {
            using var response = await SendAsync(service.Host, Encoding.UTF8.GetBytes(csv), "text/csv", dryRun);
            var problem = await response.ReadProblemAsync(422, "import/refused");
            var names = problem.GetProperty("invalidParameters").EnumerateArray().Select(fault => fault.GetProperty("name").GetString()!).ToList();
            Assert.Equal(
            [
                "line 3: radiusKm", "line 4: name", "line 2: offers[1].serviceArea.radiusKm", "line 5",
                "line 7: municipalityCode", "line 7: offers[0].title", "line 7: offers[0].cpvCodes", "line 7: offers[0].maxContractSek",
                "line 7: offers[0].serviceArea.codes", "line 6: organisationNumber",
            ], names.Distinct().Where(name => !name.Contains("workforce", StringComparison.Ordinal)));
        }
        Assert.False(await service.Host.WithDatabase<EnterprisesDb, bool>(db => db.Enterprises.AnyAsync(row => row.OrganisationNumber == good)));
    }

    [Fact]
    public async Task A_trial_takes_nothing_in_and_a_file_taken_in_twice_is_refused()
    {
        var number = EnterpriseClient.NewNumber();
        var csv = Encoding.UTF8.GetBytes($"{Heading}\n{number};economic-association;Ett kök ek. för.;1280;;;;Lunch;55330000;national;;;250000,50\n");
        Assert.True((await (await SendAsync(service.Host, csv, "text/csv", "?dryRun=true")).ReadAsync<ImportEnterprises.Report>()).DryRun);
        var line = Assert.Single((await (await SendAsync(service.Host, csv, "text/csv")).ReadAsync<ImportEnterprises.Report>()).Lines);
        Assert.Equal((2, "Ett kök ek. för.", 1), (line.Line, line.Name, line.Offers));
        await (await SendAsync(service.Host, csv, "text/csv")).ReadProblemAsync(422, "import/refused");
        // Not published: seen by nobody yet.
        Assert.Equal(HttpStatusCode.NotFound, (await service.Public.GetAsync($"{EnterpriseClient.Root}/{line.Id}")).StatusCode);
    }

    [Theory]
    [InlineData("text/csv", "organisationNumber;namn\n")]
    [InlineData("text/csv", "")]
    [InlineData("application/json", "[{\"name\":\"Prov\",\"okänt\":1}]")]
    [InlineData("application/json", "[null]")]
    [InlineData("application/json", "{")]
    public async Task A_file_that_cannot_be_read_is_refused(string media, string content) =>
        await (await SendAsync(service.Host, Encoding.UTF8.GetBytes(content), media)).ReadProblemAsync(422, "import/refused");

    [Fact]
    public async Task Others_import_nothing_and_other_media_are_not_read()
    {
        using var content = new StringContent("", Encoding.UTF8, "text/csv");
        using var response = await service.Malmo.PostAsync("/enterprises/v1/imports", content);
        await response.ReadProblemAsync(403, "import/not-allowed");
        await (await service.Public.GetAsync("/enterprises/v1/exports/enterprises.xlsx")).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task The_export_holds_nothing_that_is_personal_or_secret()
    {
        var trader = EnterpriseClient.New(service.Host);
        await trader.PublishedAsync(EnterpriseClient.Profile() with { OrganisationNumber = "200304839996", LegalForm = LegalForm.SoleTrader, Name = "Exportprovs snickeri" });
        await trader.OfferAsync(EnterpriseClient.Cafe with { Title = "Hemligt exportutkast" });
        var csv = await service.Public.GetStringAsync("/enterprises/v1/exports/enterprises.csv");
        Assert.Contains("Exportprovs snickeri", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("0304839996", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim Prov", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemligt exportutkast", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46 70", "'+46 70")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("Kök & bröd", "Kök & bröd")]
    [InlineData("'n Sync", "'n Sync")]
    [InlineData("", "")]
    public void A_cell_that_would_run_is_made_harmless_and_comes_back_the_same(string cell, string written)
    {
        Assert.Equal(written, CsvCells.Neutralise(cell));
        Assert.Equal(cell, CsvCells.Restore(written));
    }

    [Fact]
    public void Any_text_survives_the_way_out_and_in_and_never_begins_a_formula()
    {
        const string Alphabet = "=+-@'\" ;,\t\r\nåA1＝";
        var random = new Random(20261125);
        for (var round = 0; round < 5000; round++)
        {
            var cell = new string([.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var written = CsvCells.Neutralise(cell);
            Assert.Equal(cell, CsvCells.Restore(written));
            Assert.DoesNotContain(written.TrimStart(' ') is [var first, ..] ? first : 'x', "=+-@\t\r\n＝＋－＠");
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(ServiceHost<Program> host, byte[] file, string media, string query = "")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(media);
        using var lead = host.As(Roles.NetworkLead, "skr");
        return await lead.PostAsync($"/enterprises/v1/imports{query}", content);
    }
}
