using Contracts.Municipalities;
using Knowledge.Clauses;
using Knowledge.Copies;
using Knowledge.Guidance;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests;

/// <summary>What to read next, for a need, a gap or a route.</summary>
public sealed class Guidance(KnowledgeService service)
{
    [Theory]
    [InlineData("route=DIRECT_AWARD", "direktupphandling", null)]
    [InlineData("route=RESERVED_4_18", "reserverad-upphandling", "tvatt-med-reserverat-kontrakt")]
    [InlineData("route=IOP", "iop", "motesplats-utan-partnerskap")]
    [InlineData("route=EMPLOYMENT_CLAUSE&cpv=50850000", "sysselsattningskrav", "mobler-med-sysselsattningskrav")]
    [InlineData("dimension=anchoring", "forankra-och-utse-namnd", null)]
    [InlineData("dimension=coordination", "utse-samordnare", null)]
    [InlineData("dimension=mapping-dialogue", null, "karta-over-foretagen")]
    [InlineData("cpv=85312200", "sma-kommuner-och-langa-avstand", "hemkorning-i-glesbygd")]
    [InlineData("cpv=90620000", null, "snorojning-pa-gransen")]
    [InlineData("cpv=55330000&route=DIRECT_AWARD", null, "kafe-i-stadsdelshuset")]
    public async Task The_first_of_each_fits_and_says_why(string situation, string? chapter, string? example)
    {
        var answer = await (await service.Public.GetAsync($"/knowledge/v1/guidance?{situation}")).ReadAsync<GiveGuidance.Response>();
        if (chapter is not null) Assert.Equal(chapter, answer.Chapters[0].Slug);
        if (example is not null) Assert.Equal((example, true), (answer.Cases[0].Slug, answer.Cases[0].Fictional));
        Assert.All(answer.Chapters.Concat(answer.Cases), advice => Assert.False(string.IsNullOrWhiteSpace(advice.Reason) || string.IsNullOrWhiteSpace(advice.Contact)));
        Assert.InRange(answer.Chapters.Count, 0, 3);
    }

    [Theory]
    [InlineData("RESERVED_4_18", "reservation-4-18")]
    [InlineData("EMPLOYMENT_CLAUSE", "sysselsattningsvillkor")]
    [InlineData("DIRECT_AWARD", "beslut-om-direktupphandling")]
    public async Task A_route_brings_a_ready_text(string route, string clause)
    {
        var answer = await (await service.Public.GetAsync($"/knowledge/v1/guidance?route={route}")).ReadAsync<GiveGuidance.Response>();
        Assert.Equal(clause, answer.Clauses[0].Slug);
        Assert.StartsWith("Färdig text för ", answer.Clauses[0].Reason, StringComparison.Ordinal);
        Assert.Contains((await (await service.Public.GetAsync($"/knowledge/v1/clauses?route={route}")).ReadAsync<Page<Clause>>()).Items, each => each.Slug == clause);
        Assert.Empty(answer.Models);
    }

    [Fact]
    public async Task Each_ready_text_has_a_chapter_a_source_and_something_to_fill_in()
    {
        Assert.True(Clause.All.Count >= 6);
        foreach (var clause in Clause.All)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await service.Public.GetAsync($"/knowledge/v1/articles/{clause.Chapter}")).StatusCode);
            Assert.Subset(Vocabulary.Routes.ToHashSet(), clause.Routes.ToHashSet());
            Assert.Matches(@"\[[^]]+\]", clause.Text);
            Assert.NotEmpty(clause.Source);
        }
    }

    [Fact]
    public async Task Of_a_mentor_it_is_said_how_often_help_has_helped()
    {
        await service.Host.WithDatabase<KnowledgeDb, int>(async db =>
        {
            await new KeepBaseline().Handle(new BaselineChanged(Guid.NewGuid(), 1, "closed", false, "0001", new DateOnly(2026, 1, 1), new Dictionary<string, decimal> { ["governance"] = 4 }, true), db, default);
            var concluded = new MentorshipChanged(Guid.NewGuid(), 7, "concluded", false, "0001", "governance", "helped-in-part", new DateOnly(2026, 5, 1));
            foreach (var told in new[] { concluded, concluded, concluded with { Id = Guid.NewGuid() }, concluded with { Id = Guid.NewGuid(), Outcome = "did-not-help" }, concluded with { Id = Guid.NewGuid(), Dimension = "anchoring" } })
            {
                await new KeepMentorship().Handle(told, db, default);
                await db.SaveChangesAsync();
            }
            return 0;
        });
        var answer = await (await service.Public.GetAsync("/knowledge/v1/guidance?dimension=governance&limit=10")).ReadAsync<GiveGuidance.Response>();
        Assert.EndsWith(" Den har hjälpt andra vidare i samma del 2 gånger.", answer.People.Single(person => person.MunicipalityCode == "0001").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("audience=unit-manager")]
    [InlineData("cpv=123")]
    [InlineData("route=OKÄND")]
    [InlineData("dimension=okänd")]
    public async Task What_is_not_understood_is_refused(string situation) =>
        await (await service.Public.GetAsync($"/knowledge/v1/guidance?{situation}")).ReadProblemAsync(400, "request/invalid");
}
