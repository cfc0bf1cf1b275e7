using System.Net;
using Municipalities.Needs;
using Testing;
using Xunit;

namespace Municipalities.Tests.Needs;

/// <summary>What a need may say, member by member, through HTTP.</summary>
public class NeedContentTests(Service service)
{
    public static TheoryData<string, object> Faults => new()
    {
        { "title", new { title = "" } },
        { "title", new { title = "Snö" } },
        { "title", new { title = new string('s', 201) } },
        { "title", new { description = "Rubriken saknas." } },
        { "title", new { title = "Stöd åt Kim, 850101-1236, i hemmet" } },
        { "description", new { title = "Snöröjning", description = new string('s', 5001) } },
        { "description", new { title = "Snöröjning", description = "Gäller 19121212-1212 och anhöriga." } },
        { "unit", new { title = "Snöröjning", unit = "Kim 7906889972" } },
        { "cpvCodes", new { title = "Snöröjning", cpvCodes = new[] { "9062000" } } },
        { "cpvCodes", new { title = "Snöröjning", cpvCodes = new[] { "90620000-9" } } },
        { "cpvCodes", new { title = "Snöröjning", cpvCodes = new[] { "00620000" } } },
        { "cpvCodes", new { title = "Snöröjning", cpvCodes = new[] { "90620000", "90620000" } } },
        { "kind", new { title = "Snöröjning", kind = "snow" } },
        { "valueSek", new { title = "Snöröjning", valueSek = -1 } },
        { "months", new { title = "Snöröjning", months = 0 } },
        { "targetGroups", new { title = "Snöröjning", targetGroups = new[] { "everybody" } } },
        { "titel", new { title = "Snöröjning", titel = "stavfel" } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_400_and_names_the_member(string member, object body)
    {
        using var response = await service.Malmo.SendJsonAsync(HttpMethod.Post, NeedClient.Address, body);
        var problem = await response.ReadProblemAsync(400, "request/invalid");
        Assert.Equal(member, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("unit")]
    [InlineData("cpvCodes")]
    [InlineData("kind")]
    [InlineData("valueSek")]
    [InlineData("targetGroups")]
    [InlineData("answerBy")]
    public async Task A_member_that_is_null_is_absent_or_refused_and_never_a_fault_of_ours(string member)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(NeedClient.Content, ServiceDefaults.ApiJson.Options)!.AsObject();
        body[member] = null;
        using var response = await service.Malmo.SendJsonAsync(HttpMethod.Post, NeedClient.Address, body);
        Assert.Contains((int)response.StatusCode, new[] { 201, 400 });
    }

    [Fact]
    public async Task A_character_that_cannot_be_stored_is_400()
    {
        using var body = await service.Malmo.SendJsonAsync(HttpMethod.Post, NeedClient.Address, new { title = "Snö\0röjning" });
        await body.ReadProblemAsync(400, "request/invalid");
        await (await service.Public.GetAsync($"{NeedClient.Address}?text=sn%00")).ReadProblemAsync(400, "request/invalid");
        using var half = new StringContent("{\"title\":\"Sn\\ud800\"}", System.Text.Encoding.UTF8, "application/json");
        await (await service.Malmo.PostAsync(NeedClient.Address, half)).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task A_last_day_that_has_been_is_400()
    {
        using var response = await service.Malmo.SendJsonAsync(HttpMethod.Post, NeedClient.Address, NeedClient.Content with { AnswerBy = new(2020, 1, 31) });
        await response.ReadProblemAsync(400, "need/answer-by-passed");
    }

    [Fact]
    public async Task An_outcome_must_be_said_and_known()
    {
        var need = await service.Malmo.PublishedAsync();
        await (await service.Malmo.MoveAsync(need, "closure", new { })).ReadProblemAsync(400, "request/invalid");
        await (await service.Malmo.MoveAsync(need, "closure", new { outcome = "vet-ej" })).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task The_least_that_can_be_said_is_a_title()
    {
        using var response = await service.Malmo.SendJsonAsync(HttpMethod.Post, NeedClient.Address, new { title = "Hjälp med snön" });
        var need = await response.ReadAsync<NeedView>(HttpStatusCode.Created);
        Assert.Equal((NeedKind.Service, null, null), (need.Kind, need.ValueSek, need.AnswerBy));
        await (await service.Malmo.MoveAsync(need, "publication")).ReadProblemAsync(400, "need/incomplete");
    }
}
