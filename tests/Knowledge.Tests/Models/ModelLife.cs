using Contracts.Municipalities;
using Knowledge.Articles;
using Knowledge.Copies;
using Knowledge.Guidance;
using Knowledge.Models;
using Knowledge.Search;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Models;

/// <summary>What municipalities share as models: how many have adopted one, how it went, and where a reader meets it.</summary>
public sealed class ModelLife(KnowledgeService service)
{
    private const string Models = "/knowledge/v1/models";

    private static CollaborationChanged Shared(Guid id, int version, string municipality, bool isModel = true, Guid? origin = null, string? results = null, bool withdrawn = false) =>
        new(id, version, "shared", withdrawn, municipality, "Kvasarmodellen", "Nämnd, samordnare och en grupp som träffas varje vecka.", isModel, origin,
            origin is null ? null : 1, "yes", new DateOnly(2026, 10, 1), results);

    private Task<int> Hear(params CollaborationChanged[] events) => service.Host.WithDatabase<KnowledgeDb, int>(async db =>
    {
        foreach (var changed in events)
        {
            await new KeepCollaboration(TimeProvider.System).Handle(changed, db, default);
            await db.SaveChangesAsync();
        }
        return 0;
    });

    private async Task<GetModel.Response> Read(Guid id) => await (await service.Public.GetAsync($"{Models}/{id}")).ReadAsync<GetModel.Response>();

    [Fact]
    public async Task Adoptions_are_counted_and_the_adopters_tell_how_it_went()
    {
        var (model, first, second, hidden) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Hear(Shared(model, 3, "1280"), Shared(first, 1, "0360", isModel: false, origin: model), Shared(second, 1, "2361", isModel: false, origin: model, results: "Fyra avtal på ett år"),
            Shared(hidden, 1, "1860", isModel: false, origin: model, withdrawn: true));
        var read = await Read(model);
        Assert.Equal((2, "yes", 3), (read.Adoptions, read.Sustainable, read.Version));
        Assert.Equal(["2361", "0360"], read.Adopters.Select(adopter => adopter.MunicipalityCode));
        Assert.Equal("Fyra avtal på ett år", read.Adopters[0].Results);
        Assert.Contains(read.Chapters, chapter => chapter.Slug == "dela-er-modell");
        Assert.Contains((await (await service.Public.GetAsync($"{Models}?sustainable=true&limit=100")).ReadAsync<Page<ListModels.Item>>()).Items, item => item.Id == model && item.Adoptions == 2);
        Assert.DoesNotContain((await (await service.Public.GetAsync($"{Models}?sustainable=false&limit=100")).ReadAsync<Page<ListModels.Item>>()).Items, item => item.Id == model);
        // Shared without being published as a model it is nobody's start.
        await (await service.Public.GetAsync($"{Models}/{first}")).ReadProblemAsync(404, "model/not-found");
    }

    [Fact]
    public async Task Who_started_from_a_model_is_told_when_it_is_revised()
    {
        var (model, own, left) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        // The adopter's own has become a model too, with versions of its own.
        await Hear(Shared(model, 1, "1280"), Shared(own, 3, "2361", origin: model), Shared(left, 1, "0360", isModel: false, origin: model, withdrawn: true),
            Shared(model, 2, "1280") with { Reason = "checked" }, Shared(model, 3, "1280") with { Reason = "revised" }, Shared(model, 3, "1280") with { Reason = "revised" });
        var told = await service.Host.WithDatabase<KnowledgeDb, List<Knowledge.Follow.Notice>>(db => Task.FromResult(db.Notices.Where(n => (n.Thing == own || n.Thing == left) && n.Version < 0).ToList()));
        Assert.Equal(("Modellen som ni utgår från är ändrad", $"/resa/samverkan/{own}/jamfor", "2361", false), Assert.Single(told.Select(n => (n.What, n.Path, string.Join(',', n.Orgs!), n.Narrow))));
    }

    [Fact]
    public async Task A_change_of_a_model_is_told_once_and_only_of_models()
    {
        var (model, plain) = (Guid.NewGuid(), Guid.NewGuid());
        await Hear(Shared(model, 1, "1280"), Shared(model, 1, "1280"), Shared(model, 3, "1280"), Shared(model, 2, "1280"), Shared(plain, 1, "1280", isModel: false), Shared(model, 4, "1280", withdrawn: true));
        var told = await service.Host.WithDatabase<KnowledgeDb, List<Knowledge.Follow.Notice>>(db => Task.FromResult(db.Notices.Where(n => n.Thing == model || n.Thing == plain).OrderBy(n => n.Version).ToList()));
        Assert.Equal([("model", 1, true), ("model", 3, true)], told.Select(n => (n.Kind, n.Version, n.Narrow)));
        var choice = new { level = "follow" };
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await service.Lead("1280").SendJsonAsync(HttpMethod.Put, $"/knowledge/v1/follow/preferences/model/{model}", choice)).StatusCode);
    }

    [Fact]
    public async Task Late_events_and_repeated_ones_do_no_harm_and_a_withdrawn_model_is_found_no_more()
    {
        var model = Guid.NewGuid();
        await Hear(Shared(model, 2, "1280"), Shared(model, 1, "1280", withdrawn: true), Shared(model, 2, "0000"));
        Assert.Equal("1280", (await Read(model)).MunicipalityCode);
        async Task<bool> Found() => (await (await service.Public.GetAsync("/knowledge/v1/search?kind=model&q=kvasarmodellen&limit=100")).ReadAsync<SearchKnowledge.Response>())
            .Page.Items.Any(hit => hit.Id == model);
        Assert.True(await Found());
        await Hear(Shared(model, 3, "1280", withdrawn: true));
        Assert.False(await Found());
        await (await service.Public.GetAsync($"{Models}/{model}")).ReadProblemAsync(404, "model/not-found");
    }

    [Fact]
    public async Task A_chapter_leads_to_rule_model_and_case()
    {
        await Hear(Shared(Guid.NewGuid(), 1, "1280"));
        async Task<ArticleLinks.Response> Links(string slug) => await (await service.Public.GetAsync($"/knowledge/v1/articles/{slug}/links")).ReadAsync<ArticleLinks.Response>();
        var reserved = await Links("reserverad-upphandling");
        Assert.Contains(reserved.Rules, rule => rule is { Slug: "RESERVED_4_18", Title: "reserverad upphandling enligt 4 kap. 18 § LOU" });
        Assert.Contains(reserved.Sources, source => source.Contains("4 kap. 18 §", StringComparison.Ordinal));
        Assert.Contains(reserved.Cases, link => link.Slug == "tvatt-med-reserverat-kontrakt");
        Assert.Empty(reserved.Models);
        var coordination = await Links("utse-samordnare");
        Assert.InRange(coordination.Models.Count, 1, 3);
        Assert.NotEmpty(coordination.Chapters);
        await (await service.Public.GetAsync("/knowledge/v1/articles/finns-inte/links")).ReadProblemAsync(404, "article/not-found");
    }

    [Fact]
    public async Task Who_has_a_gap_gets_a_model_and_somebody_to_call()
    {
        await Hear(Shared(Guid.NewGuid(), 1, "1280"));
        Task<int> Assess(Guid id, int version, string municipality, int day, decimal mean, bool willing) => service.Host.WithDatabase<KnowledgeDb, int>(async db =>
        {
            await new KeepBaseline().Handle(new BaselineChanged(id, version, "closed", false, municipality, new DateOnly(2026, 10, day),
                new Dictionary<string, decimal> { ["enterprise-support"] = mean }, willing), db, default);
            return await db.SaveChangesAsync();
        });
        var round = Guid.NewGuid();
        await Assess(round, 2, "0114", 1, 3.5m, willing: true);
        await Assess(round, 1, "0114", 1, 1m, willing: false);
        await Assess(Guid.NewGuid(), 1, "0115", 1, 2.9m, willing: true);
        await Assess(Guid.NewGuid(), 1, "0117", 1, 4m, willing: false);
        await Assess(Guid.NewGuid(), 1, "0120", 1, 4m, willing: true);
        await Assess(Guid.NewGuid(), 1, "0120", 2, 2m, willing: true);
        var advice = await (await service.Public.GetAsync("/knowledge/v1/guidance?dimension=enterprise-support&limit=10")).ReadAsync<GiveGuidance.Response>();
        var mentor = Assert.Single(advice.People, person => person.Function == "Utvecklingsledare");
        Assert.Equal("0114", mentor.MunicipalityCode);
        Assert.Contains("stöd till företag", mentor.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(advice.Models);
        Assert.All(advice.Models, model => Assert.EndsWith(".", model.Reason, StringComparison.Ordinal));
    }
}
