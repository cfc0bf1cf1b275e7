using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Contracts.Knowledge;
using Knowledge.Articles;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Messaging.EventLog;
using Testing;
using Xunit;

namespace Knowledge.Tests.Articles;

/// <summary>An article from draft to withdrawal: who may do what, versions, history and events.</summary>
public sealed class ArticleLife(KnowledgeService service)
{
    private const string Articles = "/knowledge/v1/articles";

    private static async Task<ArticleChangedView> Create(HttpClient writer, CreateArticle.Request? draft = null) =>
        await (await writer.SendJsonAsync(HttpMethod.Post, Articles, draft ?? Text.Draft())).ReadAsync<ArticleChangedView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> Do(HttpClient writer, ArticleChangedView article, string verb, object? body = null) =>
        writer.SendJsonAsync(HttpMethod.Post, $"{Articles}/{article.Id}/{verb}", body, ETags.Of(article.Version));

    [Fact]
    public async Task A_draft_is_seen_by_its_writers_and_answered_to_others_as_one_that_does_not_exist()
    {
        var malmo = service.Lead("1280");
        var draft = await Create(malmo);
        Assert.Equal(HttpStatusCode.OK, (await malmo.GetAsync($"{Articles}/{draft.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.NetworkLead.GetAsync($"{Articles}/{draft.Id}")).StatusCode);
        foreach (var stranger in new[] { service.Public, service.Lead("1283"), service.Host.As(Roles.ProcurementOfficer, "1280"), service.Host.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}") })
        {
            var foreign = await (await stranger.GetAsync($"{Articles}/{draft.Id}")).ReadProblemAsync(404, "article/not-found");
            var unknown = await (await stranger.GetAsync($"{Articles}/{Guid.NewGuid()}")).ReadProblemAsync(404, "article/not-found");
            Assert.Equal(unknown.GetProperty("title").GetString(), foreign.GetProperty("title").GetString());
            await (await stranger.GetAsync($"{Articles}/{draft.Slug}/history")).ReadProblemAsync(404, "article/not-found");
            Assert.DoesNotContain(draft.Slug, await stranger.GetStringAsync($"{Articles}?limit=100"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_municipality_changes_neither_anothers_draft_nor_what_is_published()
    {
        var malmo = service.Lead("1280");
        var draft = await Create(malmo);
        await (await Do(service.Lead("1283"), draft, "withdrawal")).ReadProblemAsync(404, "article/not-found");
        await (await Do(malmo, draft, "publication")).ReadProblemAsync(403, "article/not-yours");
        var published = await (await Do(service.NetworkLead, draft, "publication")).ReadAsync<ArticleChangedView>();
        await (await malmo.SendJsonAsync(HttpMethod.Put, $"{Articles}/{draft.Id}", Text.Revision("Annan"), ETags.Of(published.Version))).ReadProblemAsync(403, "article/not-yours");
        await (await service.Host.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}").SendJsonAsync(HttpMethod.Post, Articles, Text.Draft())).ReadProblemAsync(403, "article/not-yours");
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Public.SendJsonAsync(HttpMethod.Post, Articles, Text.Draft())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Host.As(Roles.NetworkLead, "skr", "knowledge:read").SendJsonAsync(HttpMethod.Post, Articles, Text.Draft())).StatusCode);
    }

    [Fact]
    public async Task A_change_says_which_version_it_changes()
    {
        var lead = service.NetworkLead;
        var draft = await Create(lead);
        var address = $"{Articles}/{draft.Id}";
        await (await lead.SendJsonAsync(HttpMethod.Put, address, Text.Revision("Ny"))).ReadProblemAsync(428, "request/if-match-missing");
        var revised = await (await lead.SendJsonAsync(HttpMethod.Put, address, Text.Revision("Ny"), "\"1\"")).ReadAsync<ArticleChangedView>();
        Assert.Equal(2, revised.Version);
        await (await lead.SendJsonAsync(HttpMethod.Put, address, Text.Revision("Äldre"), "\"1\"")).ReadProblemAsync(412, "request/stale");
        var read = await lead.GetAsync(address);
        Assert.Equal("\"2\"", read.Headers.ETag?.Tag);
        Assert.Equal("Ny", (await read.ReadAsync<GetArticle.Response>()).Title);
    }

    [Fact]
    public async Task Of_twenty_writers_of_the_same_version_one_wins()
    {
        var lead = service.NetworkLead;
        var draft = await Create(lead);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            lead.SendJsonAsync(HttpMethod.Put, $"{Articles}/{draft.Id}", Text.Revision($"Skribent {number}"), "\"1\"")));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK),
            answer => Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{answer.StatusCode}"));
        var history = await lead.GetFromJsonAsync<JsonElement>($"{Articles}/{draft.Id}/history");
        Assert.Equal(2, history.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Of_ten_drafts_with_the_same_address_one_is_made()
    {
        var draft = Text.Draft();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.NetworkLead.SendJsonAsync(HttpMethod.Post, Articles, draft)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created)) await answer.ReadProblemAsync(409, "article/slug-taken");
    }

    [Fact]
    public async Task The_history_keeps_every_text_and_shows_the_public_none_from_before_the_publication()
    {
        var lead = service.NetworkLead;
        var article = await Create(lead, Text.Draft("Första tanken"));
        article = await (await lead.SendJsonAsync(HttpMethod.Put, $"{Articles}/{article.Id}", Text.Revision("Andra tanken"), ETags.Of(article.Version))).ReadAsync<ArticleChangedView>();
        article = await (await Do(lead, article, "publication")).ReadAsync<ArticleChangedView>();
        article = await (await Do(lead, article, "review", new ReviewArticle.Request(new DateOnly(2091, 1, 1)))).ReadAsync<ArticleChangedView>();
        Assert.Equal(new DateOnly(2091, 1, 1), article.ReviewBy);

        static IEnumerable<string?> Reasons(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("reason").GetString());
        Assert.Equal(["reviewed", "published", "revised", "drafted"], Reasons(await lead.GetFromJsonAsync<JsonElement>($"{Articles}/{article.Slug}/history")));
        Assert.Equal(["reviewed", "published"], Reasons(await service.Public.GetFromJsonAsync<JsonElement>($"{Articles}/{article.Slug}/history")));
        Assert.Equal("Första tanken", (await (await lead.GetAsync($"{Articles}/{article.Slug}/history/1")).ReadAsync<ArticleHistory.Response>()).Title);
        await (await service.Public.GetAsync($"{Articles}/{article.Slug}/history/1")).ReadProblemAsync(404, "article/not-found");

        article = await (await Do(lead, article, "withdrawal")).ReadAsync<ArticleChangedView>();
        await (await service.Public.GetAsync($"{Articles}/{article.Slug}")).ReadProblemAsync(404, "article/not-found");
        await (await Do(lead, article, "withdrawal")).ReadProblemAsync(409, "article/withdrawn");
    }

    [Fact]
    public async Task Others_hear_of_it_from_its_publication_to_its_withdrawal()
    {
        var lead = service.NetworkLead;
        var article = await Create(lead);
        article = await (await Do(lead, article, "publication")).ReadAsync<ArticleChangedView>();
        await (await Do(lead, article, "withdrawal")).ReadAsync<ArticleChangedView>();
        var key = article.Id.ToString();
        var rows = await service.Host.WithDatabase<KnowledgeDb, List<LoggedEvent>>(db =>
            db.EventLog.AsNoTracking().Where(row => row.Key == key).OrderBy(row => row.Sequence).ToListAsync());
        var told = rows.Select(row => JsonSerializer.Deserialize<ArticleChanged>(row.Body, JsonSerializerOptions.Web)!).ToList();
        Assert.Equal(["published", "withdrawn"], told.Select(changed => changed.Reason));
        Assert.Equal([2, 3], told.Select(changed => changed.Version));
        Assert.Equal([false, true], told.Select(changed => changed.Withdrawn));
    }

    [Fact]
    public async Task What_is_published_has_sources_and_a_review_day_ahead()
    {
        var lead = service.NetworkLead;
        var bare = await Create(lead, Text.Draft() with { Sources = [] });
        await (await Do(lead, bare, "publication")).ReadProblemAsync(409, "article/no-sources");
        var late = await Create(lead, Text.Draft() with { ReviewBy = new DateOnly(2020, 1, 1) });
        await (await Do(lead, late, "publication")).ReadProblemAsync(409, "article/review-date-passed");
        await (await Do(lead, late, "review", new ReviewArticle.Request(new DateOnly(2091, 1, 1)))).ReadProblemAsync(409, "article/not-published");
        var taken = Text.Draft() with { Slug = bare.Slug };
        await (await lead.SendJsonAsync(HttpMethod.Post, Articles, taken)).ReadProblemAsync(409, "article/slug-taken");
    }
}
