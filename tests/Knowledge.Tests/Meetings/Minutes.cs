using System.Net;
using System.Text.Json;
using Knowledge.Articles;
using Knowledge.Meetings;
using Knowledge.Search;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Knowledge.Tests.Meetings;

/// <summary>What was said at a meeting: adopted, told to those who shall do something, found by the search, and made a chapter.</summary>
public sealed class Minutes(KnowledgeService service)
{
    private const string Meetings = "/knowledge/v1/meetings";

    /// <summary>A meeting that has begun. It is announced while it lies ahead, and then its time is moved in the database.</summary>
    private async Task<Guid> Held()
    {
        var lead = service.NetworkLead;
        var planned = await (await lead.SendJsonAsync(HttpMethod.Post, Meetings, new PlanMeeting.Request
        {
            Title = "Träff om pulsarfrågor",
            Agenda = "- Läget",
            StartsAt = new DateTimeOffset(2089, 3, 26, 9, 0, 0, TimeSpan.Zero),
            EndsAt = new DateTimeOffset(2089, 3, 26, 11, 0, 0, TimeSpan.Zero),
            Place = "Online",
            Capacity = 10,
        })).ReadAsync<MeetingChangedView>(HttpStatusCode.Created);
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{planned.Id}/announcement", null, "\"1\"")).ReadAsync<MeetingChangedView>();
        await service.Host.WithDatabase<KnowledgeDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update meeting set starts_at = starts_at - interval '65 years', ends_at = ends_at - interval '65 years' where id = {planned.Id}"));
        return planned.Id;
    }

    private async Task<JsonElement> Told(Guid id, int version) => JsonDocument.Parse(await service.Host.WithDatabase<KnowledgeDb, string>(db =>
        db.EventLog.Where(e => e.Key == id.ToString() && e.Version == version).Select(e => e.Body).SingleAsync())).RootElement;

    [Fact]
    public async Task Adopted_minutes_stand_and_tell_what_will_be_done()
    {
        var (id, lead) = (await Held(), service.NetworkLead);
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{id}/minutes/adoption", null, "\"2\"")).ReadProblemAsync(409, "meeting/no-minutes");
        var minutes = new MinuteMeeting.Request("Vi talade om **pulsaravtal** i glesbygd.", [new("0360", "Bjud in två företag till dialog", new DateOnly(2027, 1, 31)), new(null, "Samla frågorna", null)]);
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{id}/minutes", minutes with { FollowUps = [new("036", "Kort kod", null)] }, "\"2\"")).ReadProblemAsync(400, "request/invalid");
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{id}/minutes", minutes, "\"2\"")).ReadAsync<MeetingChangedView>();
        Assert.Equal(JsonValueKind.Null, (await Told(id, 3)).GetProperty("followUps").ValueKind);
        var found = await (await service.Public.GetAsync("/knowledge/v1/search?kind=meeting&q=pulsaravtal")).ReadAsync<SearchKnowledge.Response>();
        Assert.Contains(found.Page.Items, hit => hit.Id == id && hit.Passage.Contains("<mark>pulsaravtal</mark>", StringComparison.Ordinal));

        await (await service.Lead("1280").SendJsonAsync(HttpMethod.Post, $"{Meetings}/{id}/minutes/adoption", null, "\"3\"")).ReadProblemAsync(403, "meeting/not-yours");
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{id}/minutes/article", null, "\"3\"")).ReadProblemAsync(409, "meeting/minutes-not-adopted");
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{id}/minutes/adoption", null, "\"3\"")).ReadAsync<MeetingChangedView>();
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{id}/minutes", minutes, "\"4\"")).ReadProblemAsync(409, "meeting/minutes-adopted");
        var told = (await Told(id, 4)).GetProperty("followUps").EnumerateArray().Select(item =>
            (item.GetProperty("municipalityCode").GetString(), item.GetProperty("text").GetString(), item.GetProperty("dueOn").GetString()));
        Assert.Equal([("0360", "Bjud in två företag till dialog", "2027-01-31"), (null, "Samla frågorna", null)], told);
        var read = await (await service.Public.GetAsync($"{Meetings}/{id}")).ReadAsync<GetMeeting.Response>();
        Assert.Contains("<strong>pulsaravtal</strong>", read.MinutesHtml, StringComparison.Ordinal);
        Assert.Equal((2, true), (read.FollowUps.Count, read.AdoptedAt is not null));
    }

    [Fact]
    public async Task The_organiser_notes_who_came_when_the_meeting_has_begun()
    {
        var (id, lead, guest) = (await Held(), service.NetworkLead, service.Lead("1280"));
        await service.Host.WithDatabase<KnowledgeDb, int>(async db =>
        {
            foreach (var number in new[] { 1, 2 }) db.Add(new Registration { Id = Guid.NewGuid(), MeetingId = id, Subject = $"gast-{number}", Name = $"Gäst {number}", Number = number, HasPlace = true });
            return await db.SaveChangesAsync();
        });
        async Task<List<ListRegistrations.Item>> Guests() => [.. (await (await lead.GetAsync($"{Meetings}/{id}/registrations")).ReadAsync<ServiceDefaults.Page<ListRegistrations.Item>>()).Items];
        var first = (await Guests())[0];
        await (await guest.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{id}/attendance", new NoteAttendance.Request([first.Id]))).ReadProblemAsync(403, "meeting/not-yours");
        foreach (var (present, attended) in new[] { ((IReadOnlyList<Guid>)[first.Id], 1), ([], 0), ([first.Id, Guid.NewGuid()], 1) })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await lead.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{id}/attendance", new NoteAttendance.Request(present))).StatusCode);
            Assert.Equal(attended, (await (await service.Public.GetAsync($"{Meetings}/{id}")).ReadAsync<GetMeeting.Response>()).Attended);
        }
        Assert.Equal([true, false], (await Guests()).Select(one => one.Attended));
    }

    [Fact]
    public async Task Adopted_minutes_become_a_chapter_once()
    {
        var (id, lead) = (await Held(), service.NetworkLead);
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{id}/minutes", new MinuteMeeting.Request("## Beslut\n\nVi delar mallarna."), "\"2\"")).ReadAsync<MeetingChangedView>();
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{id}/minutes/adoption", null, "\"3\"")).ReadAsync<MeetingChangedView>();
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{id}/minutes/article", null, "\"4\"")).ReadAsync<MeetingChangedView>();
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{id}/minutes/article", null, "\"5\"")).ReadProblemAsync(409, "meeting/already-article");
        var slug = (await (await lead.GetAsync($"{Meetings}/{id}")).ReadAsync<GetMeeting.Response>()).ArticleSlug;
        await (await service.Public.GetAsync($"/knowledge/v1/articles/{slug}")).ReadProblemAsync(404, "article/not-found");
        var draft = await (await lead.GetAsync($"/knowledge/v1/articles/{slug}")).ReadAsync<GetArticle.Response>();
        Assert.StartsWith("Anteckningar från nätverkets möte den 26 mars 2024.", draft.Summary, StringComparison.Ordinal);
        await (await lead.SendJsonAsync(HttpMethod.Post, $"/knowledge/v1/articles/{draft.Id}/publication", null, "\"1\"")).ReadAsync<ArticleChangedView>();
        Assert.Equal("Träff om pulsarfrågor", (await (await service.Public.GetAsync($"/knowledge/v1/articles/{slug}")).ReadAsync<GetArticle.Response>()).Title);
    }
}
