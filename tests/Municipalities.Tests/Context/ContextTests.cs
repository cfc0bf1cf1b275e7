using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Municipalities.Context;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Context;

/// <summary>Figures about a municipality, and the files that they come from.</summary>
public class ContextTests(Service service)
{
    private HttpClient NetworkLead => field ??= service.Host.As(Roles.NetworkLead, "skr");

    private static Task<HttpResponseMessage> Import(HttpClient client, string text, string query = "source=SCB", Encoding? encoding = null, string type = "text/csv") =>
        client.PostAsync($"/municipalities/v1/context-imports?{query}", new ByteArrayContent((encoding ?? Encoding.UTF8).GetBytes(text)) { Headers = { ContentType = new(type) } });

    private async Task<GetContext.Response> ContextOf(string code) =>
        await (await service.Public.GetAsync($"/municipalities/v1/municipalities/{code}/context")).ReadAsync<GetContext.Response>();

    [Fact]
    public async Task Profile_and_distance_come_from_the_register()
    {
        var (malmo, harjedalen) = (await ContextOf("1280"), await ContextOf("2361"));
        Assert.Equal((Profile.LargeCity, "Burlöv", "Lund"), (malmo.Profile, malmo.NearestMunicipality, malmo.NearestCity));
        Assert.Equal(Profile.Rural, harjedalen.Profile);
        // Sveg lies about 140 km from Östersund as the crow flies, and nothing is near.
        Assert.Equal("Östersund", harjedalen.NearestCity);
        Assert.InRange(harjedalen.NearestCityKm, 125, 150);
        Assert.InRange(malmo.NearestKm, 3, 12);
        await (await service.Public.GetAsync("/municipalities/v1/municipalities/9999/context")).ReadProblemAsync(404, "municipality/not-found");
    }

    [Fact]
    public async Task A_file_of_kolada_is_taken_again_and_changes_only_what_differs()
    {
        const string File = "kpi,municipality,period,value\nunemployment,0127,2023,8.1\nunemployment,0127,2024,8.6\nN00001,0127,2024,1234.5\n";
        Assert.Equal(new ImportSeries.Report(3, 3, 0, 0), await (await Import(NetworkLead, File)).ReadAsync<ImportSeries.Report>());
        Assert.Equal(new ImportSeries.Report(3, 1, 2, 0), await (await Import(NetworkLead, File.Replace("8.6", "8.7", StringComparison.Ordinal), "source=Kolada%202026-11-20")).ReadAsync<ImportSeries.Report>());

        var series = (await ContextOf("0127")).Series;

        Assert.Equal(["N00001", "unemployment"], series.Select(one => one.Indicator));
        Assert.Equal([(2023, 8.1m), (2024, 8.7m)], series[1].Points.Select(point => (point.Year, point.Value)));
        Assert.Equal("Kolada 2026-11-20", series[1].Source);
    }

    [Fact]
    public async Task A_file_of_scb_with_a_column_for_each_year_in_latin_1_with_gaps_is_taken()
    {
        const string File = "\"region\";\"kön\";\"Folkmängd 2023\";\"Folkmängd 2024\"\r\n\"0128 Salem\";\"totalt\";\"17 479\";\"17 507\"\r\n\"0136 Haninge\";\"totalt\";\"..\";\"100 895\"\r\n";
        var report = await (await Import(NetworkLead, File, "source=SCB&indicator=population", Encoding.Latin1)).ReadAsync<ImportSeries.Report>();
        Assert.Equal(new ImportSeries.Report(2, 3, 0, 1), report);
        Assert.Equal([17_479m, 17_507m], (await ContextOf("0128")).Series.Single().Points.Select(point => point.Value));
    }

    [Fact]
    public async Task A_table_saved_as_unicode_text_by_a_spreadsheet_is_taken()
    {
        var report = await (await Import(NetworkLead, "\uFEFFkommun\tår\tvärde\r\n0140\t2024\t12,5\r\n01 Stockholms län\t2024\t9\r\n", "source=SCB&indicator=unemployment", Encoding.Unicode)).ReadAsync<ImportSeries.Report>();
        Assert.Equal(new ImportSeries.Report(2, 1, 0, 0, 1), report);
        var problem = await (await Import(NetworkLead, """{"values":[{"kpi":"N00941","municipality":"9999","period":2023,"values":[{"gender":"T","value":1}]}]}""", type: "application/json")).ReadProblemAsync(422, "context/faulty-file");
        Assert.Equal("post 1", problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task One_faulty_line_and_nothing_is_imported_and_every_fault_is_named_by_its_line()
    {
        const string File = "kommun;indikator;år;värde\n0138;gini;2023;0,31\n138;gini;2023;0,31\n0138;gissning;2023;1\n0138;gini;2150;1\n0138;gini;2024;många\n0138;gini;2023;0,32\n0138;gini\n";
        var problem = await (await Import(NetworkLead, File)).ReadProblemAsync(422, "context/faulty-file");
        Assert.Equal(["rad 3", "rad 4", "rad 5", "rad 6", "rad 7", "rad 8"], problem.GetProperty("invalidParameters").EnumerateArray().Select(fault => fault.GetProperty("name").GetString()));
        Assert.Contains("står två gånger", problem.GetProperty("invalidParameters")[4].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Empty((await ContextOf("0138")).Series);
        Assert.False(await service.Host.WithDatabase<MunicipalitiesDb, bool>(db => db.ContextFigures.AnyAsync(row => row.MunicipalityCode == "0138")));
    }

    [Theory]
    [InlineData("", "tom")]
    [InlineData("kommun;indikator;år;värde\n", "inga rader")]
    [InlineData("ort;indikator;år;värde\n0138;gini;2023;1\n", "kommun")]
    [InlineData("kommun;år;värde\n0138;2023;1\n", "nyckeltal")]
    [InlineData("kommun;indikator\n0138;gini\n", "värden")]
    public async Task A_file_of_another_form_says_what_is_missing(string file, string word)
    {
        var problem = await (await Import(NetworkLead, file)).ReadProblemAsync(422, "context/faulty-file");
        Assert.Contains(word, problem.GetProperty("invalidParameters")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_network_lead_and_operations_import()
    {
        const string File = "kommun;indikator;år;värde\n0139;gini;2023;0,3\n";
        await (await Import(service.Malmo, File)).ReadProblemAsync(403, "context/not-allowed");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Import(service.Public, File)).StatusCode);
        await (await Import(NetworkLead, File, "indicator=gini")).ReadProblemAsync(400, "request/invalid");
        await (await Import(NetworkLead, new string('1', 5_000_001))).ReadProblemAsync(413, "context/too-large");
    }
}
