using System.Net;
using Knowledge.Articles;
using Knowledge.Search;
using Knowledge.Tests.Articles;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Search;

/// <summary>Search shows nobody more than the texts themselves would, and understands its filters.</summary>
public sealed class SearchAccess(KnowledgeService service)
{
    private static async Task<SearchKnowledge.Response> Search(HttpClient client, string query) =>
        await (await client.GetAsync($"/knowledge/v1/search?{query}")).ReadAsync<SearchKnowledge.Response>();

    [Fact]
    public async Task A_draft_is_found_by_its_writers_alone_until_it_is_published_and_by_nobody_when_it_is_withdrawn()
    {
        // A word that no other text has, from letters alone.
        var word = string.Concat(Guid.NewGuid().ToString("n").Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16)))) + "xzk";
        var misspelt = word.Remove(5, 1);
        var malmo = service.Lead("1280");
        var draft = await (await malmo.SendJsonAsync(HttpMethod.Post, "/knowledge/v1/articles", Text.Draft(body: $"Om {word}."))).ReadAsync<ArticleChangedView>(HttpStatusCode.Created);

        Assert.Equal(draft.Slug, Assert.Single((await Search(malmo, $"q={word}")).Page.Items).Slug);
        Assert.False((await Search(service.NetworkLead, $"q={word}")).Page.Items[0].Public);
        foreach (var stranger in new[] { service.Public, service.Lead("1283"), service.Host.As(Roles.UnitManager, "1280"), service.Host.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}") })
        {
            var answer = await Search(stranger, $"q={word}");
            Assert.Equal((0, 0), ((int)answer.Matched, answer.Facets.Count));
            // Nor does a misspelling reveal that somebody has written the word.
            Assert.DoesNotContain(word, (await Search(stranger, $"q={misspelt}")).Meant.Values);
        }

        var published = await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, $"/knowledge/v1/articles/{draft.Id}/publication", null, "\"1\"")).ReadAsync<ArticleChangedView>();
        Assert.Single((await Search(service.Public, $"q={word}")).Page.Items);
        Assert.Equal(word, (await Search(service.Public, $"q={misspelt}")).Meant[misspelt]);
        await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, $"/knowledge/v1/articles/{draft.Id}/withdrawal", null, ETags.Of(published.Version))).ReadAsync<ArticleChangedView>();
        Assert.Empty((await Search(service.Public, $"q={word}")).Page.Items);
        Assert.Empty((await Search(malmo, $"q={word}")).Page.Items);
    }

    [Fact]
    public async Task Facets_count_what_the_filters_give()
    {
        var all = await Search(service.Public, "q=direktupphandling&limit=100");
        Assert.Equal(all.Matched, all.Facets.Where(facet => facet.Name == "kind").Sum(facet => facet.Count));
        foreach (var facet in all.Facets)
        {
            var narrowed = await Search(service.Public, $"q=direktupphandling&limit=100&{facet.Name}={facet.Value}");
            Assert.Equal(facet.Count, narrowed.Matched);
            Assert.Subset(all.Page.Items.Select(hit => hit.Slug).ToHashSet(), narrowed.Page.Items.Select(hit => hit.Slug).ToHashSet());
        }
    }

    [Fact]
    public async Task Pages_give_each_hit_once()
    {
        var whole = await Search(service.Public, "q=upphandling&kind=case&limit=100");
        var slugs = new List<string>();
        for (var page = 1; page <= (whole.Matched + 3) / 4; page++)
            slugs.AddRange((await Search(service.Public, $"q=upphandling&kind=case&limit=4&page={page}")).Page.Items.Select(hit => hit.Slug));
        Assert.Equal(whole.Page.Items.Select(hit => hit.Slug), slugs);
    }

    [Fact]
    public async Task A_passage_marks_the_words_and_shows_markup_as_text()
    {
        var lead = service.NetworkLead;
        var draft = await (await lead.SendJsonAsync(HttpMethod.Post, "/knowledge/v1/articles",
            Text.Draft(body: "Först något annat. Sedan `<script>alert(1)</script>` om zebrafinkar & <b>annat</b>."))).ReadAsync<ArticleChangedView>(HttpStatusCode.Created);
        var hit = (await Search(lead, "q=zebrafink")).Page.Items.Single(hit => hit.Id == draft.Id);
        Assert.Contains("<mark>zebrafinkar</mark>", hit.Passage, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", hit.Passage, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", hit.Passage, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", hit.Passage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=a")]
    [InlineData("q=avtal&kind=annat")]
    [InlineData("q=avtal&topic=annat")]
    [InlineData("q=avtal&sort=datum")]
    public async Task What_is_not_understood_is_refused(string query) =>
        await (await service.Public.GetAsync($"/knowledge/v1/search?{query}")).ReadProblemAsync(400, "request/invalid");

    [Theory]
    [InlineData("'; drop table article; --")]
    [InlineData("((& | !)) :* <->")]
    [InlineData("\\ ' \" %_")]
    [InlineData("och att det")]
    [InlineData("🦊🦊")]
    public async Task Odd_questions_are_answered(string question) => await Search(service.Public, $"q={Uri.EscapeDataString(question)}");
}
