using System.Net;
using System.Text.Json;
using Testing;
using Xunit;

namespace Platform.Tests;

/// <summary>
/// What a meeting of the network agrees on is not forgotten: its adopted minutes become a chapter, and what a municipality took upon itself
/// comes to its journey, from one service to the other by an event over the broker.
/// </summary>
public sealed class FromMeetingToJourney(RunningPlatform platform)
{
    private const string Meetings = "/knowledge/v1/meetings", Journey = "/municipalities/v1/municipalities/1280/journey";

    [Fact]
    public async Task Minutes_become_a_chapter_and_a_follow_up_becomes_an_action()
    {
        using var anyone = platform.Public();
        using var lead = await platform.SignedInAsync("skr.processledare");
        using var malmo = await platform.SignedInAsync("malmo.utvecklingsledare");
        var now = DateTimeOffset.UtcNow;
        object Plan(DateTimeOffset startsAt) => new { title = "Träff om frostskyddsavtal", agenda = "- Läget", startsAt, endsAt = startsAt.AddMinutes(30), place = "Online", capacity = 10 };

        // Announced while it lies ahead, and moved to the hour that has passed, so that the test needs not wait for it.
        var planned = await lead.SendJsonAsync(HttpMethod.Post, Meetings, Plan(now.AddDays(1)));
        var address = $"{Meetings}/{(await planned.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid()}";
        var tag = planned.Headers.ETag!.Tag;
        async Task Move(HttpMethod method, string what, object? body = null)
        {
            var moved = await lead.SendJsonAsync(method, address + what, body, tag);
            await moved.ReadAsync<JsonElement>();
            tag = moved.Headers.ETag!.Tag;
        }
        await Move(HttpMethod.Post, "/announcement");
        await Move(HttpMethod.Put, "", Plan(now.AddHours(-1)));
        await Move(HttpMethod.Put, "/minutes", new { minutes = "Vi talade om **frostskyddsavtal**.", followUps = new[] { new { municipalityCode = "1280", text = "Bjud in två företag om frostskyddsavtal" } } });
        await Move(HttpMethod.Post, "/minutes/adoption");

        // To the journey.
        var proposals = await Eventually.SeeAsync(() => ProposalsAsync(malmo), all => all.Any(IsOurs));
        var proposal = proposals.Single(IsOurs).GetProperty("id").GetGuid();
        await malmo.SendJsonAsync(HttpMethod.Post, Journey, new { }); // Malmö may have begun its journey already.
        var before = await malmo.GetAsync(Journey);
        var after = await (await malmo.SendJsonAsync(HttpMethod.Post, $"{Journey}/proposals/{proposal}/acceptance", null, before.Headers.ETag!.Tag)).ReadAsync<JsonElement>();
        Assert.Contains(after.GetProperty("actions").EnumerateArray(), action => action.GetRawText().Contains("Bjud in två företag om frostskyddsavtal", StringComparison.Ordinal));

        // And to the handbook, by the way that every draft goes.
        await Move(HttpMethod.Post, "/minutes/article");
        var slug = (await (await lead.GetAsync(address)).ReadAsync<JsonElement>()).GetProperty("articleSlug").GetString();
        var draft = await lead.GetAsync($"/knowledge/v1/articles/{slug}");
        var id = (await draft.ReadAsync<JsonElement>()).GetProperty("id").GetGuid();
        await (await lead.SendJsonAsync(HttpMethod.Post, $"/knowledge/v1/articles/{id}/publication", null, draft.Headers.ETag!.Tag)).ReadAsync<JsonElement>();
        var found = await (await anyone.GetAsync("/knowledge/v1/search?q=frostskyddsavtal&kind=article")).ReadAsync<JsonElement>();
        Assert.Equal(slug, found.GetProperty("page").GetProperty("items")[0].GetProperty("slug").GetString());
    }

    private static bool IsOurs(JsonElement proposal) => proposal.GetProperty("meetingTitle").GetString() == "Träff om frostskyddsavtal";

    private static async Task<List<JsonElement>> ProposalsAsync(HttpClient client) =>
        [.. (await (await client.GetAsync($"{Journey}/proposals")).ReadAsync<JsonElement>()).EnumerateArray()];
}
