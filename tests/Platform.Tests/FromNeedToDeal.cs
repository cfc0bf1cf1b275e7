using System.Net;
using System.Text.Json;
using Contracts;
using Testing;
using Xunit;

namespace Platform.Tests;

/// <summary>
/// The platform's reason to be, through the gateway with real tokens: a need finds its enterprises, is answered, becomes a deal and
/// shows in the statistics. Between the services there are events only.
/// </summary>
public sealed class FromNeedToDeal(RunningPlatform platform)
{
    private const string Malmo = "1280";

    [Fact]
    public async Task A_need_that_Malmo_publishes_becomes_a_deal_and_shows_in_the_statistics()
    {
        using var anyone = platform.Public();
        using var malmo = await platform.SignedInAsync("malmo.enhetschef");
        using var helsingborg = await platform.SignedInAsync("helsingborg.enhetschef");
        // The seeds' own events have arrived when the statistics know all that the register knows.
        var known = (await GetAsync(anyone, $"/municipalities/v1/needs?municipality={Malmo}")).GetProperty("_meta").GetProperty("totalRecords").GetInt32();
        var before = await Eventually.SeeAsync(() => StatisticsAsync(malmo), now => Number(now, "needsPublished") == known);

        // Malmö drafts; nobody else can tell that the draft exists.
        var drafted = await malmo.SendJsonAsync(HttpMethod.Post, "/municipalities/v1/needs", new
        {
            title = "Städning av förskolor i Hyllie",
            description = "Daglig städning av tre förskolor: golv, kök och toaletter, och fönsterputs två gånger om året.",
            unit = "Förskoleförvaltningen",
            cpvCodes = new[] { "90911200" },
            kind = "service",
            valueSek = 480_000,
            months = 24,
        });
        var need = await drafted.ReadAsync<JsonElement>(HttpStatusCode.Created);
        var id = need.GetProperty("id").GetGuid();
        var address = $"/municipalities/v1/needs/{id}";
        foreach (var other in new[] { anyone, helsingborg })
            Assert.Equal(await Told(other, $"/municipalities/v1/needs/{Guid.NewGuid()}"), await Told(other, address));

        // Published, it is seen by all and matched with enterprises, with reasons.
        await (await malmo.SendJsonAsync(HttpMethod.Post, $"{address}/publication", ifMatch: drafted.Headers.ETag!.Tag)).ReadAsync<JsonElement>();
        Assert.Equal("published", (await GetAsync(anyone, address)).GetProperty("status").GetString());
        var matches = await Eventually.SeeAsync(
            async () => await GetAsync(anyone, $"/matchmaking/v1/needs/{id}/matches"), page => page.GetProperty("items").GetArrayLength() > 0);
        var best = matches.GetProperty("items")[0];
        Assert.NotEqual(0, best.GetProperty("reasons").GetArrayLength());
        Assert.InRange(best.GetProperty("score").GetDouble(), 0.3, 1.0);

        // The enterprise answers; only the two parties see it.
        var enterpriseId = best.GetProperty("enterprise").GetProperty("id").GetGuid();
        using var enterprise = await platform.SignedInAsync(ManagerOf(enterpriseId));
        var answered = await enterprise.SendJsonAsync(HttpMethod.Post, "/matchmaking/v1/interests",
            new { needId = id, message = "Vi städar åt två skolor i dag och kan börja i februari." });
        var interest = (await answered.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await helsingborg.GetAsync($"/matchmaking/v1/interests/{interest}")).StatusCode);
        Assert.Equal(interest, (await GetAsync(malmo, $"/matchmaking/v1/interests/{interest}")).GetProperty("id").GetGuid());

        // It becomes a deal.
        var begun = await malmo.SendJsonAsync(HttpMethod.Post, "/matchmaking/v1/deals", new { interestId = interest });
        var deal = (await begun.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1));
        var signed = await malmo.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/deals/{deal}/signature", new
        {
            agreementType = "contract",
            route = "DIRECT_AWARD",
            agreedValueSek = 465_000,
            expectedJobs = 2.5,
            signedOn = today,
            startsOn = today.AddDays(30),
            endsOn = today.AddYears(2),
        }, begun.Headers.ETag!.Tag);
        Assert.Equal("signed", (await signed.ReadAsync<JsonElement>()).GetProperty("status").GetString());

        // Malmö closes the need with its outcome; the statistics show the deal, its value and its jobs.
        var current = await malmo.GetAsync(address);
        await (await malmo.SendJsonAsync(HttpMethod.Post, $"{address}/closure", new { outcome = "deal" }, current.Headers.ETag!.Tag)).ReadAsync<JsonElement>();
        var after = await Eventually.SeeAsync(() => StatisticsAsync(malmo), now => Number(now, "needsPublished") == Number(before, "needsPublished") + 1
            && Number(now, "needsOpen") == Number(before, "needsOpen"));
        Assert.Equal(Number(before, "deals") + 1, Number(after, "deals"));
        Assert.Equal(Number(before, "agreedValueSek") + 465_000, Number(after, "agreedValueSek"));
        Assert.Equal(Number(before, "expectedJobs") + 2.5m, Number(after, "expectedJobs"));
    }

    private static string ManagerOf(Guid enterpriseId) =>
        Enumerable.Range(1, 20).Select(number => $"F{number:00}").Single(seed => SeedIds.Enterprise(seed) == enterpriseId) is var found
            ? $"foretag.{found.ToLowerInvariant()}" : "";

    private static async Task<JsonElement> GetAsync(HttpClient client, string address) => await (await client.GetAsync(address)).ReadAsync<JsonElement>();

    private static async Task<JsonElement> StatisticsAsync(HttpClient client) => await GetAsync(client, $"/matchmaking/v1/statistics/municipalities/{Malmo}");

    private static decimal Number(JsonElement statistics, string member) => statistics.GetProperty(member).GetDecimal();

    /// <summary>Everything that an answer tells, but for what differs in any two requests.</summary>
    private static async Task<string> Told(HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        var problem = await answer.ReadProblemAsync(404, "not-found");
        return string.Join('|', problem.EnumerateObject().Where(member => member.Name is not ("traceId" or "instance")).Select(member => member.ToString()));
    }
}
