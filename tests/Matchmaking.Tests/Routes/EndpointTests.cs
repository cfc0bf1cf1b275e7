using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Benchmarks.Routes;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Routes;

public class EndpointTests(Service service)
{
    private const string Path = "/matchmaking/v1/route-assessments";

    private Task<HttpResponseMessage> Post(string json, string path = Path) =>
        service.Host.Public().PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    [Fact]
    public async Task A_need_is_assessed_without_a_token()
    {
        var response = await Post("""{"need":{"kind":"service","cpv":["77314100"],"valueSek":640000,"startDate":"2026-11-23"}}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        var direct = body.GetProperty("routes").EnumerateArray().Single(route => route.GetProperty("route").GetString() == "DIRECT_AWARD");
        Assert.Equal("yes", direct.GetProperty("answer").GetString());
        var limit = direct.GetProperty("limits")[0];
        Assert.Equal((700_000, "2022-02-01"), (limit.GetProperty("amountSek").GetDecimal(), limit.GetProperty("validFrom").GetString()));
        Assert.Contains("limits-2026", body.GetProperty("ruleVersions").EnumerateArray().Select(version => version.GetString()));
    }

    [Fact]
    public async Task Null_is_unknown_and_says_how_to_find_out()
    {
        var body = await (await Post("""{"need":{"kind":"service","cpv":["77314100"],"valueSek":null}}""")).Content.ReadFromJsonAsync<JsonElement>();
        var direct = body.GetProperty("routes").EnumerateArray().Single(route => route.GetProperty("route").GetString() == "DIRECT_AWARD");
        Assert.Equal("unknown", direct.GetProperty("answer").GetString());
        Assert.All(direct.GetProperty("unknowns").EnumerateArray(), unknown => Assert.NotEqual("", unknown.GetProperty("howToFindOut").GetString()));
    }

    [Theory]
    [InlineData("""{"need":{"cpv":["85323001"],"valueSek":1}}""", "need.cpv")]
    [InlineData("""{"need":{"kind":"gift","valueSek":1}}""", "need.kind")]
    [InlineData("""{"need":{"kind":"service","valueSek":-1}}""", "need.valueSek")]
    [InlineData("""{"need":{"kind":"service","valueSek":1,"months":12,"extensionMonths":12}}""", "need.optionsSek")]
    [InlineData("""{"need":{"kind":"service","valueSek":1},"enterprise":{"employed":3,"employedFromTargetGroup":4}}""", "enterprise.employedFromTargetGroup")]
    [InlineData("""{"need":{"kind":"service","valueSek":1,"wish":true}}""", "wish")]
    [InlineData("""{"enterprise":{"employed":3}}""", "need")]
    [InlineData("""{"need":{"valueSek":"mycket"}}""", "need.valueSek")]
    [InlineData("""{"need":{"cpv":[null],"valueSek":1}}""", "need.cpv")]
    [InlineData("""{"need":{"parts":[null]}}""", "need.parts")]
    [InlineData("""{"need":{"parts":[{"cpv":"90910000","valueSek":7e28}]}}""", "need.parts[0].valueSek")]
    [InlineData("""{"need":{"lot":{"lotValueSek":-1}}}""", "need.lot.lotValueSek")]
    [InlineData("""{"need":{"valueSek":1},"enterprise":{"employed":-3}}""", "enterprise.employed")]
    [InlineData("""{"need":{"startDate":"i morgon"}}""", "need.startDate")]
    [InlineData("""{"need":{"valueSek":900000,"establishesFramework":true,"frameworkMaxValueSek":600000}}""", "need.frameworkMaxValueSek")]
    [InlineData("""{"need":{"valueSek":600000,"parts":[{"cpv":"90910000","valueSek":500000},{"cpv":"77310000","valueSek":200000}]}}""", "need.parts")]
    [InlineData("[]", "body")]
    public async Task A_fault_is_named(string json, string parameter)
    {
        var problem = await (await Post(json)).ReadProblemAsync(400, "/problems/request/invalid");
        Assert.Contains(parameter, problem.GetProperty("invalidParameters").EnumerateArray().Select(invalid => invalid.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_document_holds_what_the_law_asks_for()
    {
        var response = await Post("""{"need":{"kind":"service","cpv":["85312510"],"valueSek":900000,"startDate":"2026-11-23"}}""", Path + "/document");
        Assert.Equal("text/markdown", response.Content.Headers.ContentType!.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        foreach (var part in (string[])["## Öppna vägar", "LOU 19 a kap. 11 §", "8\u00a0513\u00a0250 kr", "till den 31 december 2027", "SFS 2026:245", "limits-2026", "Efterannonsera", "under 8\u00a0513\u00a0250 kr", "\"valueSek\":900000"])
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mixed_parts_are_summed_for_the_reader()
    {
        var body = await (await Post("""{"need":{"kind":"service","cpv":["85312510","90910000"],"parts":[{"cpv":"85312510","valueSek":600000},{"cpv":"90910000","valueSek":500000}]}}""")).Content.ReadFromJsonAsync<JsonElement>();
        var notes = string.Join(' ', body.GetProperty("value").GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        Assert.Contains("tjänster i bilaga 2 600\u00a0000 kr; andra tjänster 500\u00a0000 kr", notes, StringComparison.Ordinal);
        Assert.Contains("högst värde (LOU 2 kap. 2 §)", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_have_names()
    {
        var labels = await service.Host.Public().GetFromJsonAsync<JsonElement>("/matchmaking/v1/cpv-labels?code=90910000&code=00000000");
        var (known, unknown) = (labels.GetProperty("items")[0], labels.GetProperty("items")[1]);
        Assert.NotEqual("", known.GetProperty("label").GetString());
        Assert.Equal(JsonValueKind.Null, unknown.GetProperty("label").ValueKind);
        await (await service.Host.Public().GetAsync("/matchmaking/v1/cpv-labels")).ReadProblemAsync(400, "/request/invalid");
        Assert.Contains($"90910000 {known.GetProperty("label").GetString()}", await (await Post("""{"need":{"cpv":["90910000"],"valueSek":1}}""", Path + "/document")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The command and the API give the same answers to every case.</summary>
    [Fact]
    public async Task The_api_answers_cases_as_the_command_does()
    {
        var file = System.IO.Path.Combine(RouteCases.Folder, "needs.json");
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        foreach (var @case in cases.RootElement.EnumerateArray())
        {
            var need = JsonSerializer.Serialize(@case.GetProperty("need"));
            var response = await Post($$"""{"need":{{need[..^1]}},"startDate":"2026-11-23"},"enterprise":{{@case.GetProperty("enterprise").GetRawText()}}}""");
            var body = await response.ReadAsync<JsonElement>();
            var answers = body.GetProperty("routes").EnumerateArray().ToDictionary(route => route.GetProperty("route").GetString()!, route => route.GetProperty("answer").GetString());
            foreach (var expected in @case.GetProperty("expect").GetProperty("routes").EnumerateObject())
                Assert.Equal((expected.Name, expected.Value.GetString()), (expected.Name, answers[expected.Name]));
        }
    }
}
