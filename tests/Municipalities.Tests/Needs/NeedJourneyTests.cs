using System.Net;
using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Needs;

/// <summary>A need from draft to outcome through HTTP and the database, and what others are told of it.</summary>
public class NeedJourneyTests(Service service)
{
    [Fact]
    public async Task From_draft_to_deal_each_step_raises_the_version_and_only_public_ones_are_told()
    {
        var draft = await service.Malmo.DraftAsync();
        Assert.Equal((1, NeedStatus.Draft, "1280"), (draft.Version, draft.Status, draft.MunicipalityCode));
        Assert.Empty(await EventsOf(draft.Id));

        using var revised = await service.Malmo.SendJsonAsync(
            HttpMethod.Put, $"{NeedClient.Address}/{draft.Id}", NeedClient.Content with { Title = "Snöröjning vid elva förskolor", Unit = "Gata" }, "\"1\"");
        var second = await revised.ReadAsync<NeedView>();
        Assert.Equal("\"2\"", revised.Headers.ETag?.Tag);

        var published = await service.Malmo.MovedAsync(second, "publication");
        var dialogue = await service.Malmo.MovedAsync(published, "dialogue");
        var closed = await service.Malmo.MovedAsync(dialogue, "closure", new { outcome = "deal" });
        Assert.Equal((5, NeedStatus.Closed, NeedOutcome.Deal), (closed.Version, closed.Status, closed.Outcome));
        Assert.NotNull(closed.ClosedAt);

        var events = await EventsOf(draft.Id);
        Assert.Equal([(3, "published", "published"), (4, "dialogue-opened", "in-dialogue"), (5, "closed", "closed")], events.Select(e => (e.Version, e.Reason, e.Status)));
        Assert.Equal(("Snöröjning vid elva förskolor", "Gata", 700_000m, "deal", false), (events[^1].Title, events[^1].Unit, events[^1].ValueSek, events[^1].Outcome, events[^1].Withdrawn));
    }

    [Fact]
    public async Task A_withdrawn_need_leaves_a_tombstone_and_is_seen_by_its_own_municipality_only()
    {
        var need = await service.Malmo.MovedAsync(await service.Malmo.PublishedAsync(), "withdrawal");
        Assert.Equal([(2, false), (3, true)], (await EventsOf(need.Id)).Select(e => (e.Version, e.Withdrawn)));
        Assert.Equal(("", "", null, null), ((await EventsOf(need.Id))[^1].Title, (await EventsOf(need.Id))[^1].Description, (await EventsOf(need.Id))[^1].Unit, (await EventsOf(need.Id))[^1].ValueSek));
        await (await service.Public.GetAsync($"{NeedClient.Address}/{need.Id}")).ReadProblemAsync(404, "need/not-found");
        Assert.Equal(NeedStatus.Withdrawn, (await (await service.Malmo.GetAsync($"{NeedClient.Address}/{need.Id}")).ReadAsync<NeedView>()).Status);
    }

    [Fact]
    public async Task A_draft_that_is_withdrawn_was_never_there_for_others()
    {
        var need = await service.Malmo.MovedAsync(await service.Malmo.DraftAsync(), "withdrawal");
        Assert.Empty(await EventsOf(need.Id));
    }

    [Theory]
    [InlineData("publication", null, "need/not-draft")]
    [InlineData("dialogue", null, "need/not-published")]
    [InlineData("closure", "no-deal", "need/not-open")]
    [InlineData("withdrawal", null, "need/not-withdrawable")]
    public async Task An_illegal_move_is_409_by_its_name_and_changes_nothing(string move, string? outcome, string problem)
    {
        var closed = await service.Malmo.MovedAsync(await service.Malmo.PublishedAsync(), "closure", new { outcome = "procured-elsewhere" });
        await (await service.Malmo.MoveAsync(closed, move, outcome is null ? null : new { outcome })).ReadProblemAsync(409, problem);
        using var revision = await service.Malmo.SendJsonAsync(HttpMethod.Put, $"{NeedClient.Address}/{closed.Id}", NeedClient.Content, ETags.Of(closed.Version));
        await revision.ReadProblemAsync(409, "need/not-revisable");
        var now = await (await service.Malmo.GetAsync($"{NeedClient.Address}/{closed.Id}")).ReadAsync<NeedView>();
        Assert.Equal((closed.Version, closed.Status, closed.Outcome), (now.Version, now.Status, now.Outcome));
    }

    [Fact]
    public async Task A_change_names_its_version_a_stale_one_is_refused_and_of_two_at_once_one_loses()
    {
        var need = await service.Malmo.DraftAsync();
        var address = $"{NeedClient.Address}/{need.Id}";
        await (await service.Malmo.SendJsonAsync(HttpMethod.Put, address, NeedClient.Content)).ReadProblemAsync(428, "request/if-match-missing");
        await (await service.Malmo.SendJsonAsync(HttpMethod.Post, $"{address}/publication")).ReadProblemAsync(428, "request/if-match-missing");
        await (await service.Malmo.SendJsonAsync(HttpMethod.Put, address, NeedClient.Content, "\"7\"")).ReadProblemAsync(412, "request/stale");

        var attempts = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            service.Malmo.SendJsonAsync(HttpMethod.Put, address, NeedClient.Content with { Unit = $"Enhet {number}" }, "\"1\"")));
        Assert.Single(attempts, attempt => attempt.StatusCode == HttpStatusCode.OK);
        Assert.All(attempts, attempt => Assert.Contains((int)attempt.StatusCode, new[] { 200, 409, 412 }));
        Assert.Equal(2, (await (await service.Malmo.GetAsync(address)).ReadAsync<NeedView>()).Version);
    }

    [Fact]
    public async Task The_same_key_sent_again_makes_no_second_need()
    {
        var key = Guid.NewGuid().ToString();
        var content = NeedClient.Content with { Title = $"Engångsbehov {key}" };
        var first = await (await service.Malmo.SendJsonAsync(HttpMethod.Post, NeedClient.Address, content, idempotencyKey: key)).ReadAsync<NeedView>(HttpStatusCode.Created);
        var again = await (await service.Malmo.SendJsonAsync(HttpMethod.Post, NeedClient.Address, content, idempotencyKey: key)).ReadAsync<NeedView>(HttpStatusCode.Created);
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(1, await service.Host.WithDatabase<MunicipalitiesDb, int>(db => db.Needs.CountAsync(need => need.Title == content.Title)));
    }

    private async Task<List<NeedChanged>> EventsOf(Guid id) => await service.Host.WithDatabase<MunicipalitiesDb, List<NeedChanged>>(async db =>
        [.. from row in await db.EventLog.Where(row => row.Key == id.ToString()).OrderBy(row => row.Version).ToListAsync()
            select System.Text.Json.JsonSerializer.Deserialize<NeedChanged>(row.Body, System.Text.Json.JsonSerializerOptions.Web)!]);
}
