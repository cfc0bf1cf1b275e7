using System.Net;
using System.Text.Json;
using Testing;
using Xunit;

namespace Platform.Tests;

/// <summary>What somebody tries first.</summary>
public sealed class FirstSteps(RunningPlatform platform)
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/docs", "text/html")]
    [InlineData("/api-info", "application/json")]
    [InlineData("/openapi/municipalities.json", "application/json")]
    [InlineData("/openapi/enterprises.json", "application/json")]
    [InlineData("/openapi/matchmaking.json", "application/json")]
    [InlineData("/openapi/knowledge.json", "application/json")]
    [InlineData("/identity/.well-known/openid-configuration", "application/json")]
    [InlineData("/health/ready", "application/json")]
    public async Task The_addresses_of_the_readme_answer(string address, string type)
    {
        using var client = platform.Public();
        var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/municipalities/v1/municipalities", 290)]
    [InlineData("/municipalities/v1/municipalities?pilot=true", 12)]
    [InlineData("/municipalities/v1/needs?open=true", 20)]
    [InlineData("/enterprises/v1/enterprises", 20)]
    [InlineData("/knowledge/v1/articles", 25)]
    public async Task The_seeds_are_there(string address, int atLeast)
    {
        using var client = platform.Public();
        var page = await (await client.GetAsync(address)).ReadAsync<JsonElement>();
        Assert.True(page.GetProperty("_meta").GetProperty("totalRecords").GetInt32() >= atLeast, page.GetProperty("_meta").ToString());
    }

    [Fact]
    public async Task Every_seeded_need_finds_an_enterprise()
    {
        using var client = platform.Public();
        var needs = await (await client.GetAsync("/municipalities/v1/needs?open=true&limit=100")).ReadAsync<JsonElement>();
        var empty = new List<string>();
        foreach (var need in needs.GetProperty("items").EnumerateArray())
        {
            var address = $"/matchmaking/v1/needs/{need.GetProperty("id").GetString()}/matches?limit=1";
            var answer = await Eventually.SeeAsync(() => client.GetAsync(address), found => found.IsSuccessStatusCode);
            if ((await answer.ReadAsync<JsonElement>()).GetProperty("items").GetArrayLength() == 0) empty.Add(need.GetProperty("title").GetString()!);
        }
        // Not every need of the demonstration has a supplier within reach, but most do.
        Assert.True(empty.Count <= needs.GetProperty("items").GetArrayLength() / 3, $"Without any match: {string.Join("; ", empty)}");
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/municipalities/health/ready")]
    [InlineData("/nowhere")]
    public async Task What_is_not_for_outsiders_is_not_found(string address)
    {
        using var client = platform.Public();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }
}
