using System.Text.Json;
using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Municipalities.Collaborations;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Collaborations;

/// <summary>Collaborations: one's own, shared, as a model, adopted.</summary>
public class CollaborationTests(Service service)
{
    private HttpClient Lead(string code) => service.Host.As(Roles.DevelopmentLead, code);

    [Fact]
    public async Task It_is_ones_own_until_it_is_shared_and_again_when_it_is_not()
    {
        var lead = Lead("0139");
        var row = await lead.BeginAsync();
        foreach (var other in new[] { service.Public, service.Malmo, service.Host.As(Roles.NetworkLead, "skr") })
            await (await other.GetAsync($"{CollaborationClient.Address}/{row.Id}")).ReadProblemAsync(404, "collaboration/not-found");
        Assert.Equal("Kommunstyrelsen", (await service.Host.As(Roles.UnitManager, "0139").CollaborationAsync(row.Id)).Content.Board);

        row = await lead.SharedAsync(row, model: false);
        Assert.Equal((0, 0), ((await service.Public.CollaborationAsync(row.Id)).Checks.Count, (await service.Public.CollaborationAsync(row.Id)).Overdue.Count));
        row = await lead.SharedAsync(row, shared: false, model: false);

        await (await service.Public.GetAsync($"{CollaborationClient.Address}/{row.Id}")).ReadProblemAsync(404, "collaboration/not-found");
        var told = await Told(row.Id);
        Assert.Equal([("shared", false, "Samverkan med sociala företag"), ("withdrawn", true, "")], told.Select(one => (one.Reason, one.Withdrawn, one.Title)));
    }

    [Fact]
    public async Task A_model_is_adopted_without_what_is_the_origins_alone()
    {
        var model = await Lead("0140").ModelAsync();
        var adopted = await Lead("0160").AdoptAsync(model.Id);

        Assert.Equal(("0160", model.Id, model.Version), (adopted.MunicipalityCode, adopted.OriginId, adopted.OriginVersion));
        Assert.Equal((model.Content.Coordinator, model.Content.Summary, "Handlingsplan för sociala företag"), (adopted.Content.Coordinator, adopted.Content.Summary, adopted.Content.SteeringDocuments[0].Title));
        Assert.Equal((null, 0, null, null, null, null), (adopted.Content.Board, adopted.Content.Decisions.Count, adopted.Content.Experiences,
            adopted.Content.SteeringDocuments[0].ValidUntil, adopted.Content.DialogueForum!.NextOn, adopted.Content.FollowUp!.NextOn));
        Assert.False(adopted.Shared);
        // The adoption is the adopter's own until it shares: then it is told with its origin.
        Assert.Empty(await Told(adopted.Id));
        await Lead("0160").SharedAsync(adopted, model: false);
        Assert.Equal((model.Id, model.Version), (Assert.Single(await Told(adopted.Id)).OriginId, (await Told(adopted.Id))[0].OriginVersion));
    }

    [Fact]
    public async Task The_adopter_sees_the_origins_later_changes_field_by_field_and_takes_what_it_wants()
    {
        var (origin, adopter) = (Lead("0162"), Lead("0163"));
        var model = await origin.ModelAsync();
        var own = await adopter.AdoptAsync(model.Id);
        own = await adopter.RevisedAsync(own, own.Content with { Network = ["Näringsliv", "Upphandling"] });
        model = await origin.RevisedAsync(model, model.Content with
        {
            SupportActors = ["Coompanion", "Regionens inkubator"],
            DialogueForum = model.Content.DialogueForum! with { EveryMonths = 3 },
        });

        var seen = await Comparison(adopter, own.Id);

        Assert.Equal(["dialogueForum", "supportActors"], seen.Fields.Where(field => field.ChangedByOrigin).Select(field => field.Name));
        Assert.Equal(["network", "dialogueForum", "supportActors"], seen.Fields.Where(field => field.Differs).Select(field => field.Name));
        var actors = seen.Fields.Single(field => field.Name == "supportActors");
        Assert.Equal(["Coompanion", "|", "Coompanion", "Regionens inkubator", "|", "Coompanion"], [.. actors.Before, "|", .. actors.Now, "|", .. actors.Own]);
        Assert.Equal((2, 2, model.Version), (seen.Changes, seen.SeenVersion, seen.PresentVersion));

        own = await (await adopter.PutCollaborationAsync(own, "/origin-version", new { fields = new[] { "supportActors" } })).ReadAsync<CollaborationView>();

        Assert.Equal((model.Version, 2, 6), (own.OriginVersion, own.Content.SupportActors.Count, own.Content.DialogueForum!.EveryMonths));
        Assert.Equal(0, (await Comparison(adopter, own.Id)).Changes);
        Assert.Equal(3, (await (await adopter.GetAsync($"{CollaborationClient.Address}/{own.Id}/versions")).ReadAsync<List<ListVersions.Item>>()).Count);
        await (await adopter.PutCollaborationAsync(own, "/origin-version", new { fields = new[] { "board" } })).ReadProblemAsync(400, "collaboration/unknown-field");
        await origin.SharedAsync(model, shared: false, model: false);
        await (await adopter.GetAsync($"{CollaborationClient.Address}/{own.Id}/comparison")).ReadProblemAsync(409, "collaboration/origin-gone");
    }

    [Fact]
    public async Task What_others_may_not_do_is_refused_by_name()
    {
        var lead = Lead("0180");
        var row = await lead.BeginAsync();
        var officer = service.Host.As(Roles.ProcurementOfficer, "0180");
        await (await officer.SendJsonAsync(HttpMethod.Post, CollaborationClient.Address, CollaborationClient.Content)).ReadProblemAsync(403, "collaboration/not-a-lead");
        await (await officer.PutCollaborationAsync(row, "", CollaborationClient.Content)).ReadProblemAsync(403, "collaboration/not-a-lead");
        await (await service.Malmo.PutCollaborationAsync(row, "", CollaborationClient.Content)).ReadProblemAsync(404, "collaboration/not-found");
        await (await service.Malmo.SendJsonAsync(HttpMethod.Post, $"{CollaborationClient.Address}/{row.Id}/adoption")).ReadProblemAsync(404, "collaboration/not-found");
        await (await service.Malmo.GetAsync($"{CollaborationClient.Address}/{row.Id}/versions")).ReadProblemAsync(404, "collaboration/not-found");
        await (await lead.PutCollaborationAsync(row, "/sharing", new { shared = false, model = true })).ReadProblemAsync(400, "collaboration/model-not-shared");
        await (await lead.GetAsync($"{CollaborationClient.Address}/{row.Id}/comparison")).ReadProblemAsync(409, "collaboration/no-origin");
        row = await lead.SharedAsync(row, model: false);
        await (await service.Malmo.SendJsonAsync(HttpMethod.Post, $"{CollaborationClient.Address}/{row.Id}/adoption")).ReadProblemAsync(409, "collaboration/not-a-model");
        await (await service.Malmo.PutCollaborationAsync(row, "", CollaborationClient.Content)).ReadProblemAsync(403, "collaboration/not-yours");
        row = await lead.SharedAsync(row);
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{CollaborationClient.Address}/{row.Id}/adoption")).ReadProblemAsync(409, "collaboration/own-model");
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{CollaborationClient.Address}/{row.Id}", CollaborationClient.Content, ETags.Of(1))).ReadProblemAsync(412, "request/stale");
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{CollaborationClient.Address}/{row.Id}/withdrawal", null, "*")).ReadAsync<CollaborationView>();
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{CollaborationClient.Address}/{row.Id}", CollaborationClient.Content, "*")).ReadProblemAsync(409, "collaboration/withdrawn");
        Assert.True((await Told(row.Id))[^1].Withdrawn);
    }

    [Theory]
    [InlineData("""{"title":"Samverkan","summary":"Kort beskrivning av hur det går till.","coordinator":{"post":"","percent":300}}""")]
    [InlineData("""{"title":"Samverkan","summary":"Kort beskrivning av hur det går till.","steeringDocuments":[{"title":"Plan","address":"javascript:alert(1)"}]}""")]
    [InlineData("""{"title":"Samverkan","summary":"Ring 811218-9876 så ordnar det sig."}""")]
    [InlineData("""{"title":"Samverkan"}""")]
    public async Task What_cannot_be_right_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await (await service.Malmo.PostAsync(CollaborationClient.Address, content)).ReadProblemAsync(400, "request/invalid");
    }

    private static async Task<CompareWithOrigin.Response> Comparison(HttpClient adopter, Guid id) =>
        await (await adopter.GetAsync($"{CollaborationClient.Address}/{id}/comparison")).ReadAsync<CompareWithOrigin.Response>();

    private async Task<List<CollaborationChanged>> Told(Guid id)
    {
        var rows = await service.Host.WithDatabase<MunicipalitiesDb, List<string>>(db =>
            db.EventLog.Where(row => row.Key == id.ToString()).OrderBy(row => row.Version).Select(row => row.Body).ToListAsync());
        return [.. rows.Select(body => JsonSerializer.Deserialize<CollaborationChanged>(body, ApiJson.Options)!)];
    }
}
