using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Needs;

/// <summary>The list of needs: filters, pages, and what it refuses.</summary>
public class ListNeedsTests(Service service)
{
    [Theory]
    [InlineData("cpv=98310000", "Tvätt av arbetskläder till hemtjänsten")]
    [InlineData("cpv=9831", "Tvätt av arbetskläder till hemtjänsten")]
    [InlineData("text=tvättat", "Tvätt av arbetskläder till hemtjänsten")]
    [InlineData("text=fastigheterna", "Klottersanering av kommunens fastigheter")]
    [InlineData("municipality=1860", "Arbetsträningsplatser för åtta deltagare")]
    [InlineData("municipality=2361&cpv=77", "Röjning av leder och leverans av ved till rastplatser")]
    public async Task A_filter_finds_what_it_names(string query, string title)
    {
        var found = await service.Public.ListAsync(query);
        Assert.Contains(found.Items, need => need.Title == title);
        Assert.DoesNotContain(found.Items, need => need.Title == "Mötesplats för äldre och anhöriga");
    }

    [Theory]
    [InlineData("municipality=1280", "open=true")]
    [InlineData("status=published", "cpv=55")]
    [InlineData("text=arbete", "municipality=1280")]
    [InlineData("open=true", "text=kommunens -cyklar")]
    [InlineData("status=closed", "open=true")]
    [InlineData("status=draft", "municipality=1280")]
    public async Task Every_filter_narrows_and_two_narrow_more(string one, string other)
    {
        var (draft, closed) = (await service.Malmo.DraftAsync(), await service.Malmo.MovedAsync(await service.Malmo.PublishedAsync(), "closure", new { outcome = "deal" }));
        foreach (var client in new[] { service.Public, service.Malmo })
        {
            var all = await Ids("");
            var first = await Ids(one);
            var second = await Ids(other);
            Assert.ProperSubset(all, first);
            Assert.ProperSubset(all, second);
            Assert.Subset(first, await Ids($"{one}&{other}"));
            Assert.Equal(first.Intersect(second).Order(), (await Ids($"{one}&{other}")).Order());
            Assert.Equal(client == service.Malmo, all.Contains(draft.Id));
            Assert.Contains(closed.Id, all);

            async Task<HashSet<Guid>> Ids(string query)
            {
                var ids = new HashSet<Guid>();
                for (var page = 1; ; page++)
                {
                    var answer = await client.ListAsync($"page={page}&{query}");
                    // Other tests draft and publish meanwhile; what is compared is what was there before.
                    ids.UnionWith(answer.Items.Where(need => need.ChangedAt <= closed.ChangedAt).Select(need => need.Id));
                    if (answer.Links.Next is null) return ids;
                }
            }
        }
    }

    [Fact]
    public async Task Open_means_that_answers_are_taken_today()
    {
        var need = await service.Malmo.PublishedAsync();
        Assert.Contains((await service.Public.ListAsync("open=true&municipality=1280")).Items, row => row.Id == need.Id);
        var closed = await service.Malmo.MovedAsync(need, "closure", new { outcome = "no-deal" });
        Assert.DoesNotContain((await service.Public.ListAsync("open=true&municipality=1280")).Items, row => row.Id == closed.Id);
        Assert.Contains((await service.Public.ListAsync("open=false&municipality=1280")).Items, row => row.Id == closed.Id);
    }

    [Theory]
    [InlineData("kommun=1280", "kommun")]
    [InlineData("municipality=9999", "municipality")]
    [InlineData("cpv=1", "cpv")]
    [InlineData("cpv=0012", "cpv")]
    [InlineData("cpv=77x", "cpv")]
    [InlineData("status=open", "status")]
    [InlineData("open=kanske", "open")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("page=0", "page")]
    [InlineData("text=", "text")]
    public async Task What_it_does_not_understand_is_400_by_name(string query, string parameter)
    {
        using var response = await service.Public.GetAsync($"{NeedClient.Address}?{query}");
        var problem = await response.ReadProblemAsync(400, "request/invalid");
        Assert.Equal(parameter, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString(), ignoreCase: true);
    }

    [Fact]
    public async Task Pages_meet_without_gap_or_overlap_and_say_where_they_are()
    {
        // Hudiksvall has its one seeded open need and these; nobody else writes there.
        using var hudiksvall = service.Host.As(Roles.UnitManager, "2184");
        for (var number = 1; number <= 6; number++) await hudiksvall.PublishedAsync(NeedClient.Content with { Title = $"Behov nummer {number}" });
        var ids = new List<Guid>();
        string? next = $"{NeedClient.Address}?municipality=2184&open=true&limit=3";
        for (var page = 1; next is not null; page++)
        {
            var answer = await (await service.Public.GetAsync(next)).ReadAsync<Page<NeedView>>();
            Assert.Equal((3, page, 7), (answer.Meta.Limit, answer.Meta.Page, answer.Meta.TotalRecords));
            ids.AddRange(answer.Items.Select(need => need.Id));
            next = answer.Links.Next;
        }
        Assert.Equal((7, 7), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task The_list_and_the_search_are_answered_by_indexes()
    {
        var plan = await service.Host.WithDatabase<MunicipalitiesDb, string>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("set local enable_seqscan = off");
            await using var command = db.Needs
                .Where(need => EF.Property<NpgsqlTypes.NpgsqlTsVector>(need, NeedTable.Search).Matches(EF.Functions.WebSearchToTsQuery("swedish", "snö")))
                .CreateDbCommand();
            command.CommandText = $"explain {command.CommandText}";
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
            return string.Join('\n', lines);
        });
        Assert.Contains("ix_need_search", plan, StringComparison.Ordinal);
    }
}
