using System.Net;
using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Municipalities.Baselines;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Baselines;

/// <summary>Rounds of self-assessment. Each test has a municipality of its own, since only one round is open at a time.</summary>
public class BaselineTests(Service service)
{
    private HttpClient Lead(string code) => service.Host.As(Roles.DevelopmentLead, code);

    [Fact]
    public void There_are_eight_dimensions_with_six_levels_whose_order_puts_what_is_needed_first()
    {
        Assert.Equal(
            ["anchoring", "coordination", "internal-cooperation", "governance", "mapping-dialogue", "purchasing", "enterprise-support", "follow-up"],
            Dimensions.All.Select(dimension => dimension.Code));
        for (var index = 0; index < 8; index++)
            Assert.All(Dimensions.All[index].Needs, needed => Assert.Contains(needed, Dimensions.All.Take(index).Select(dimension => dimension.Code)));
        // A chapter that is not in the handbook would be a dead link.
        var slugs = Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds/handbook")).SelectMany(File.ReadLines).Where(line => line.StartsWith("slug:", StringComparison.Ordinal)).Select(line => line[5..].Trim()).ToHashSet();
        Assert.All(Dimensions.All, dimension => Assert.Contains(dimension.Chapter, slugs));
    }

    [Fact]
    public async Task Several_answer_each_for_themselves_and_no_answer_is_left_out_of_the_mean()
    {
        var lead = Lead("0114");
        var officer = service.Host.As(Roles.ProcurementOfficer, "0114");
        var round = await lead.OpenRoundAsync();
        await lead.AnswerAsync(round, [4, 2, null, 1, 0, 0, 0, 5], evidence: true);
        await officer.AnswerAsync(round, [1, 2, null, null, 3, 0, 1, 5]);
        await officer.AnswerAsync(round, [1, 3, null, null, 3, 0, 1, 5]);

        var seen = await lead.RoundAsync(round.Id);

        Assert.Equal([2.5m, 2.5m, null, 1m, 1.5m, 0m, 0.5m, 5m], seen.Dimensions.Select(dimension => dimension.Mean));
        Assert.Equal([2, 2, 0, 1, 2, 2, 2, 2], seen.Dimensions.Select(dimension => dimension.Answers));
        Assert.Equal((1, 4, 2), (seen.Dimensions[0].Lowest, seen.Dimensions[0].Highest, seen.Respondents));
        // Levels 2 to 4 were shown for the first, 2 for the second; nothing shows the level 2 that a mean of 1.5 has not reached.
        Assert.Equal([2, 3, 4], seen.Dimensions[0].Evidence.Select(evidence => evidence.Level));
        Assert.All(seen.Dimensions, dimension => Assert.Empty(dimension.LevelsWithoutEvidence));
        var own = await (await officer.GetAsync($"{BaselineClient.Address}/{round.Id}/answer")).ReadAsync<AnswerContent>();
        Assert.Equal(3, own.Levels.Single(answer => answer.Dimension == "coordination").Level);
    }

    [Fact]
    public async Task What_is_not_shared_is_seen_by_nobody_else_and_what_is_shared_only_by_its_dimension()
    {
        var lead = Lead("0115");
        var round = await lead.OpenRoundAsync();
        await lead.AnswerAsync(round, [3, 3, 2, 1, null, 4, 0, 1], evidence: true);
        var wished = await (await lead.SendJsonAsync(HttpMethod.Put, $"{BaselineClient.Address}/{round.Id}/support-wishes",
            new { wishes = new[] { new { kind = "exchange", dimension = "governance", text = "Träffa en kommun som har en beslutad plan." } } }, ETags.Of(round.Version))).ReadAsync<BaselineView>();
        round = await lead.CloseRoundAsync(wished);
        foreach (var other in new[] { service.Public, service.Malmo, service.Host.As(Roles.NetworkLead, "skr") })
        {
            await (await other.GetAsync($"{BaselineClient.Address}/{round.Id}")).ReadProblemAsync(404, "baseline/not-found");
            Assert.Empty((await (await other.GetAsync($"{BaselineClient.Address}?municipality=0115")).ReadAsync<Page<BaselineView>>()).Items);
        }

        round = await lead.ShareRoundAsync(round, willing: true, "purchasing", "anchoring");

        var seen = await service.Public.RoundAsync(round.Id);
        Assert.Equal([("anchoring", 3m), ("purchasing", 4m)], seen.Dimensions.Select(dimension => (dimension.Code, dimension.Mean!.Value)));
        Assert.All(seen.Dimensions, dimension => Assert.Equal((null, null, null, 0), (dimension.Answers, dimension.Lowest, dimension.Highest, dimension.Evidence.Count)));
        Assert.Equal((0, null, true), (seen.SupportWishes.Count, seen.Respondents, seen.WillingToMentor));
        Assert.Equal(8, (await lead.RoundAsync(round.Id)).Dimensions.Count);
        Assert.Single((await lead.RoundAsync(round.Id)).SupportWishes);

        round = await lead.ShareRoundAsync(round, willing: false);
        await (await service.Public.GetAsync($"{BaselineClient.Address}/{round.Id}")).ReadProblemAsync(404, "baseline/not-found");
        Assert.Equal([("sharing-changed", false), ("sharing-changed", true)], (await Told(round.Id)).Select(told => (told.Reason, told.Withdrawn)));
    }

    [Fact]
    public async Task Nobody_hears_of_what_is_not_shared_and_the_event_has_the_shared_means_only()
    {
        var lead = Lead("0117");
        var round = await lead.OpenRoundAsync();
        await lead.AnswerAsync(round, [3, 3, 2, 1, null, 4, 0, 1]);
        round = await lead.CloseRoundAsync(round);
        Assert.Empty(await Told(round.Id));

        round = await lead.ShareRoundAsync(round, willing: false, "follow-up", "mapping-dialogue");

        var told = Assert.Single(await Told(round.Id));
        Assert.Equal(new Dictionary<string, decimal> { ["follow-up"] = 1 }, told.Means);
        Assert.Equal(("0117", false, round.Version), (told.MunicipalityCode, told.WillingToMentor, told.Version));
    }

    [Fact]
    public async Task Only_the_municipalitys_own_lead_opens_closes_and_shares()
    {
        var lead = Lead("0120");
        var officer = service.Host.As(Roles.ProcurementOfficer, "0120");
        var round = await lead.OpenRoundAsync();
        await (await officer.SendJsonAsync(HttpMethod.Post, BaselineClient.Address, new { title = "Utgångsläge igen" })).ReadProblemAsync(403, "baseline/not-a-lead");
        await (await service.Public.SendJsonAsync(HttpMethod.Post, $"{BaselineClient.Address}/{round.Id}/closure", null, "*")).ReadProblemAsync(401, "401");
        await (await officer.SendJsonAsync(HttpMethod.Post, $"{BaselineClient.Address}/{round.Id}/closure", null, "*")).ReadProblemAsync(403, "baseline/not-a-lead");
        await (await service.Malmo.SendJsonAsync(HttpMethod.Post, $"{BaselineClient.Address}/{round.Id}/closure", null, "*")).ReadProblemAsync(404, "baseline/not-found");
        await (await service.Malmo.SendJsonAsync(HttpMethod.Put, $"{BaselineClient.Address}/{round.Id}/answer", BaselineClient.Answer([1]))).ReadProblemAsync(404, "baseline/not-found");
        await (await service.Malmo.GetAsync($"{BaselineClient.Address}/{round.Id}/answer")).ReadProblemAsync(404, "baseline/not-found");
        await (await lead.SendJsonAsync(HttpMethod.Post, BaselineClient.Address, new { title = "Utgångsläge igen" })).ReadProblemAsync(409, "baseline/open-already");
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{BaselineClient.Address}/{round.Id}/closure", null, "*")).ReadProblemAsync(409, "baseline/no-answers");
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{BaselineClient.Address}/{round.Id}/closure")).ReadProblemAsync(428, "request/if-match-missing");
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{BaselineClient.Address}/{round.Id}/sharing", new { dimensions = Array.Empty<string>(), willingToMentor = true }, "*")).ReadProblemAsync(409, "baseline/not-closed");
        await lead.AnswerAsync(round, [1]);
        var closed = await lead.CloseRoundAsync(round);
        await (await officer.SendJsonAsync(HttpMethod.Put, $"{BaselineClient.Address}/{round.Id}/answer", BaselineClient.Answer([1]))).ReadProblemAsync(409, "baseline/not-open");
        await lead.ShareRoundAsync(closed, willing: true);
        await (await service.Malmo.SendJsonAsync(HttpMethod.Put, $"{BaselineClient.Address}/{round.Id}/sharing", new { dimensions = Array.Empty<string>() }, "*")).ReadProblemAsync(403, "baseline/not-yours");
    }

    [Theory]
    [InlineData("""{"levels":[{"dimension":"anchoring","level":6}]}""", 400, "request/invalid")]
    [InlineData("""{"levels":[{"dimension":"mod","level":1}]}""", 400, "request/invalid")]
    [InlineData("""{"levels":[{"dimension":"anchoring","level":1},{"dimension":"anchoring","level":2}]}""", 400, "baseline/answered-twice")]
    [InlineData("""{"levels":[{"dimension":"anchoring","level":1,"because":"Enligt 811218-9876."}]}""", 400, "request/invalid")]
    public async Task Answers_that_cannot_be_right_are_refused(string body, int status, string type)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await (await service.Malmo.PutAsync($"{BaselineClient.Address}/{Guid.NewGuid()}/answer", content)).ReadProblemAsync(status, type);
    }

    [Fact]
    public async Task Of_many_who_open_and_answer_at_once_one_round_is_opened_and_every_answer_counts()
    {
        var lead = Lead("0123");
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => lead.SendJsonAsync(HttpMethod.Post, BaselineClient.Address, new { title = "Utgångsläge" })));
        var round = await Assert.Single(opened, answer => answer.StatusCode == HttpStatusCode.Created).ReadAsync<BaselineView>(HttpStatusCode.Created);
        Assert.Equal(5, opened.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            service.Host.WithToken(TestTokens.Create(Roles.UnitManager, "0123", subject: $"chef{number}")).AnswerAsync(round, [number % 2])));

        Assert.Equal((10, 0.5m), ((await lead.RoundAsync(round.Id)).Respondents, (await lead.RoundAsync(round.Id)).Dimensions[0].Mean));
    }

    [Fact]
    public async Task History_shows_the_municipality_against_its_earlier_self()
    {
        var lead = Lead("0125");
        await lead.AssessedAsync([1, 1, 1, 1, 1, 1, 1, 1]);
        var second = await lead.OpenRoundAsync("Utgångsläge hösten 2027");
        Assert.Equal(8, second.Dimensions.Count(dimension => dimension.Shared));
        await lead.AnswerAsync(second, [3, 2, null, 1, 1, 1, 1, 1]);
        await lead.ShareRoundAsync(await lead.CloseRoundAsync(second), willing: false, "coordination");

        var own = await (await lead.GetAsync("/municipalities/v1/municipalities/0125/baseline-history")).ReadAsync<GetHistory.Response>();
        var others = await (await service.Public.GetAsync("/municipalities/v1/municipalities/0125/baseline-history")).ReadAsync<GetHistory.Response>();

        Assert.Equal([1m, 3m], own.Dimensions[0].Points.Select(point => point.Mean));
        Assert.Equal([1m], own.Dimensions[2].Points.Select(point => point.Mean));
        Assert.Equal([1m], others.Dimensions[0].Points.Select(point => point.Mean));
        Assert.Equal([1m, 2m], others.Dimensions[1].Points.Select(point => point.Mean));
    }

    [Theory]
    [InlineData("sort=level")]
    [InlineData("order=mean")]
    [InlineData("minLevel=3")]
    public async Task Nothing_ranks_municipalities(string query) =>
        await (await service.Public.GetAsync($"{BaselineClient.Address}?{query}")).ReadProblemAsync(400, "request/invalid");

    private async Task<List<BaselineChanged>> Told(Guid id)
    {
        var rows = await service.Host.WithDatabase<MunicipalitiesDb, List<string>>(db =>
            db.EventLog.Where(row => row.Key == id.ToString()).OrderBy(row => row.Version).Select(row => row.Body).ToListAsync());
        return [.. rows.Select(body => System.Text.Json.JsonSerializer.Deserialize<BaselineChanged>(body, ApiJson.Options)!)];
    }
}
