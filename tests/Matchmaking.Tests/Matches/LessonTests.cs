using System.Net;
using System.Text.Json;
using Matchmaking.Interests;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Matches;

/// <summary>From an interest without a deal to the ranking.</summary>
public class LessonTests(Service service)
{
    [Fact]
    public async Task A_reason_feeds_the_ranking_once_both_have_confirmed_it()
    {
        var (open, disputed, confirmed, price) = (await Declined(), await Declined(agrees: false), await Declined(agrees: true), await Declined("price", agrees: true));
        var after = await Eventually.SeeAsync(() => Match(confirmed.Scenario), match => Experience(match) < 0);
        Assert.True(after.GetProperty("score").GetDouble() < confirmed.Score);
        Assert.Equal(after.GetProperty("score").GetDouble(), after.GetProperty("parts").EnumerateObject().Sum(part => part.Value.GetDouble()), 6);
        var reason = Assert.Single(after.GetProperty("reasons").EnumerateArray(), one => one.GetProperty("kind").GetString() == "experience");
        Assert.Equal("against", reason.GetProperty("effect").GetString());
        Assert.Contains("kapaciteten", reason.GetProperty("text").GetString(), StringComparison.Ordinal);

        // The same offer put up anew has learned it too.
        var enterprise = confirmed.Scenario.Enterprise;
        var anew = enterprise.Offers[0] with { Id = Guid.CreateVersion7() };
        await service.Hear(enterprise with { Version = 2, Offers = [anew] });
        Assert.Equal(Experience(after), Experience(await Eventually.SeeAsync(() => Match(confirmed.Scenario), match => match.GetProperty("offer").GetProperty("id").GetGuid() == anew.Id)), 6);

        foreach (var other in new[] { open, disputed, price })
        {
            var same = await Match(other.Scenario);
            Assert.Equal((0, other.Score), (Experience(same), same.GetProperty("score").GetDouble()));
        }
    }

    /// <summary>An enterprise whose interest was declined, and the score before.</summary>
    private async Task<(Scenario Scenario, double Score)> Declined(string code = "capacity", bool? agrees = null)
    {
        var scenario = await Scenario.New(service);
        var before = await Eventually.SeeAsync(() => Match(scenario), match => match.ValueKind == JsonValueKind.Object);
        var interest = await scenario.Interest();
        Assert.Equal(scenario.Need.ValueSek, interest.Match!.NeedValueSek);
        Assert.NotNull(interest.Match.Asked);
        interest = await (await scenario.Move(scenario.Buyer, interest, "refusal", new { reason = "Ni var för få.", code })).ReadAsync<InterestView>();
        if (agrees is not null) Assert.Equal(HttpStatusCode.OK, (await scenario.Move(scenario.Supplier, interest, "confirmation", new { agrees })).StatusCode);
        return (scenario, before.GetProperty("score").GetDouble());
    }

    private async Task<JsonElement> Match(Scenario scenario)
    {
        var answer = await service.Host.Public().GetAsync($"/matchmaking/v1/needs/{scenario.Need.Id}/matches?limit=100");
        return answer.IsSuccessStatusCode
            ? (await answer.ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray()
                .FirstOrDefault(match => match.GetProperty("enterprise").GetProperty("id").GetGuid() == scenario.Enterprise.Id)
            : default;
    }

    private static double Experience(JsonElement match) => match.GetProperty("parts").GetProperty("experience").GetDouble();
}
