using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests;

/// <summary>What any caller of any service may count on.</summary>
public sealed class ApiConventions : IAsyncLifetime
{
    private Things things = null!;

    public async ValueTask InitializeAsync() => things = await Things.StartAsync();

    public ValueTask DisposeAsync() => things.DisposeAsync();

    private HttpClient Writer => things.WithToken(TestTokens.Create(Roles.UnitManager, "1280", scope: "things:write"));

    [Fact]
    public async Task A_list_says_which_page_it_is_and_where_the_next_one_is()
    {
        var page = await (await things.Public.GetAsync("/things/v1/things?limit=2&page=2&kind=a%20b")).ReadAsync<JsonElement>();
        Assert.Equal(41, page.GetProperty("_meta").GetProperty("totalRecords").GetInt32());
        Assert.EndsWith("/things/v1/things?limit=2&kind=a%20b&page=3", page.GetProperty("_links").GetProperty("next").GetString());
        Assert.EndsWith("page=1", page.GetProperty("_links").GetProperty("prev").GetString());
    }

    [Theory]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("page=0", "page")]
    [InlineData("limit=many", "limit")]
    [InlineData("knid=a", "knid")]
    public async Task A_parameter_that_is_wrong_or_unknown_is_named(string query, string parameter)
    {
        var problem = await (await things.Public.GetAsync($"/things/v1/things?{query}")).ReadProblemAsync(400, "request/invalid");
        Assert.Equal(parameter, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString(), ignoreCase: true);
    }

    [Theory]
    [InlineData("""{"title":"x","amount":1,"color":"red"}""", "title")]
    [InlineData("""{"title":"ett","amount":9,"color":"red"}""", "amount")]
    [InlineData("""{"title":"ett","amount":"3","color":"red"}""", "amount")]
    [InlineData("""{"title":"ett","amount":1,"color":"pink"}""", "color")]
    [InlineData("""{"title":"ett","amount":1,"color":1}""", "color")]
    [InlineData("""{"title":"ett","amount":1,"color":"red","colour":"red"}""", "colour")]
    [InlineData("""{"title":"ett","amount":1,"color":"red","on":"9999-12-31"}""", "on")]
    [InlineData("""{"title":"ett","amount":1,"color":"red","on":"0001-01-01"}""", "on")]
    [InlineData("""{"title":"ett","amount":1,"color":"red","marks":["a",null]}""", "marks")]
    [InlineData("""{"title":"ett","amount":1,"color":"red","parts":[null]}""", "parts")]
    [InlineData("""{"title":"ett",""", null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    public async Task A_body_that_is_wrong_is_refused_and_the_member_named(string body, string? member)
    {
        var answer = await Writer.PostAsync("/things/v1/things", new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await answer.ReadProblemAsync(400, "request/invalid");
        if (member is not null) Assert.Equal(member, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_right_body_is_taken()
    {
        var answer = await Writer.PostAsync("/things/v1/things", JsonContent.Create(new { title = "ett", amount = 1, color = "sky-blue" }));
        Assert.Equal("sky-blue", (await answer.ReadAsync<JsonElement>()).GetProperty("color").GetString());
    }

    [Fact]
    public async Task Another_media_type_or_method_gets_a_problem_too()
    {
        var text = await Writer.PostAsync("/things/v1/things", new StringContent("x", Encoding.UTF8, "text/plain"));
        await text.ReadProblemAsync(415, "/problems/http/415");
        await (await Writer.DeleteAsync("/things/v1/things")).ReadProblemAsync(405, "/problems/http/405");
        await (await things.Public.GetAsync("/nowhere")).ReadProblemAsync(404, "/problems/http/404");
    }

    [Fact]
    public async Task A_named_error_keeps_its_name_and_gets_the_trace()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/things/v1/things/b");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var problem = await (await things.Public.SendAsync(request)).ReadProblemAsync(404, "/problems/thing/not-found");
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", problem.GetProperty("traceId").GetString());
        Assert.Equal("/things/v1/things/b", problem.GetProperty("instance").GetString());
    }

    [Fact]
    public async Task The_version_travels_as_ETag_and_is_not_sent_twice()
    {
        var first = await things.Public.GetAsync("/things/v1/things/a");
        Assert.Equal("\"3\"", first.Headers.ETag?.Tag);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/things/v1/things/a");
        again.Headers.TryAddWithoutValidation("If-None-Match", "\"3\"");
        var second = await things.Public.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(null, 428, "if-match-missing")]
    [InlineData("\"2\"", 412, "stale")]
    [InlineData("W/\"3\"", 412, "stale")]
    public async Task A_change_says_which_version_it_is_meant_for(string? ifMatch, int status, string error) =>
        await (await Writer.SendJsonAsync(HttpMethod.Put, "/things/v1/things/a", ifMatch: ifMatch)).ReadProblemAsync(status, error);

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("\"2\", \"3\"")]
    [InlineData("*")]
    public async Task A_change_of_the_present_version_is_made(string ifMatch)
    {
        var answer = await Writer.SendJsonAsync(HttpMethod.Put, "/things/v1/things/a", ifMatch: ifMatch);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"4\"", answer.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_race_and_an_outage_are_told_apart_from_a_bug()
    {
        await (await things.Public.GetAsync("/things/v1/races")).ReadProblemAsync(409, "request/race");
        var outage = await things.Public.GetAsync("/things/v1/outages");
        await outage.ReadProblemAsync(503, "service/unavailable");
        Assert.NotNull(outage.Headers.RetryAfter);
        var bug = await things.Public.GetAsync("/things/v1/bugs");
        await bug.ReadProblemAsync(500, "/problems/http/500");
        Assert.DoesNotContain("secret", await bug.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_says_that_it_lives_is_ready_and_what_it_measures()
    {
        Assert.Equal(HttpStatusCode.OK, (await things.Public.GetAsync("/health/live")).StatusCode);
        Assert.Equal("Healthy", (await (await things.Public.GetAsync("/health/ready")).ReadAsync<JsonElement>()).GetProperty("status").GetString());
        Assert.Contains("http_server_request_duration", await things.Public.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal("active", (await (await things.Public.GetAsync("/things/v1/api-info")).ReadAsync<JsonElement>()).GetProperty("apiStatus").GetString());
    }

    [Fact]
    public async Task The_document_tells_nested_names_apart_and_the_errors_by_name()
    {
        var text = await things.Public.GetStringAsync("/openapi/v1.json");
        var document = JsonDocument.Parse(text).RootElement;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.TryGetProperty("NewThing", out _));
        Assert.True(schemas.TryGetProperty("OtherNewThing", out _));
        var responses = document.GetProperty("paths").GetProperty("/things/v1/things/{id}").GetProperty("get").GetProperty("responses");
        Assert.Contains("/problems/thing/not-found", responses.GetProperty("404").GetProperty("description").GetString());
    }
}
