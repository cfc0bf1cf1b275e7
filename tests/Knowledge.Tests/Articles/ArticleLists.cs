using System.Text.Json;
using Knowledge.Articles;
using Knowledge.Seeding;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Articles;

/// <summary>The table of contents: filters, and what is refused.</summary>
public sealed class ArticleLists(KnowledgeService service)
{
    // Other tests publish at the same time; the seed alone stands still.
    private static readonly HashSet<string> Seeded = [.. SeedFile.All("handbook").Select(chapter => chapter.One("slug"))];

    private async Task<HashSet<string>> Slugs(string filter) =>
        [.. (await (await service.Public.GetAsync($"/knowledge/v1/articles?limit=100&{filter}")).ReadAsync<Page<ListArticles.Item>>()).Items.Select(item => item.Slug).Where(Seeded.Contains)];

    [Fact]
    public async Task Each_filter_narrows_and_two_narrow_further()
    {
        var all = await Slugs("");
        var filters = new[] { "topic=routes", "audience=unit-manager", "route=DIRECT_AWARD", "dimension=purchasing", "status=published", "overdue=false" };
        foreach (var one in filters)
        {
            var narrowed = await Slugs(one);
            Assert.NotEmpty(narrowed);
            Assert.Subset(all, narrowed);
            foreach (var other in filters.Where(other => other != one))
                Assert.True((await Slugs($"{one}&{other}")).SetEquals(narrowed.Intersect(await Slugs(other))), $"{one}&{other}");
        }
        Assert.True((await Slugs("topic=routes")).Count < all.Count);
    }

    [Theory]
    [InlineData("topic=okänt", "topic")]
    [InlineData("audience=kung", "audience")]
    [InlineData("dimension=7", "dimension")]
    [InlineData("status=Published", "status")]
    [InlineData("ämne=routes", "ämne")]
    [InlineData("limit=101", "limit")]
    public async Task What_is_not_understood_is_refused_by_name(string query, string name)
    {
        var problem = await (await service.Public.GetAsync($"/knowledge/v1/articles?{query}")).ReadProblemAsync(400, "request/invalid");
        Assert.Contains(problem.GetProperty("invalidParameters").EnumerateArray(),
            invalid => string.Equals(invalid.GetProperty("name").GetString(), name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_member_that_is_not_understood_is_refused_by_name()
    {
        var text = JsonSerializer.SerializeToNode(Text.Draft(), ApiJson.Options)!.AsObject();
        text["topic"] = "okänt";
        var problem = await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, "/knowledge/v1/articles", text)).ReadProblemAsync(400, "request/invalid");
        Assert.Equal("topic", problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_document_is_as_committed() => await Repository.OpenApiIsAsCommitted("knowledge", service.Public);
}
