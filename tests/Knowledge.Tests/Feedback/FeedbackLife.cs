using System.Net;
using Knowledge.Feedback;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Feedback;

/// <summary>What anybody says does not work, until somebody has done something about it.</summary>
public sealed class FeedbackLife(KnowledgeService service)
{
    private const string Address = "/knowledge/v1/feedback";

    private async Task<Guid> Sent(SendFeedback.Request note) =>
        (await (await service.Public.SendJsonAsync(HttpMethod.Post, Address, note)).ReadAsync<SendFeedback.Response>(HttpStatusCode.Created)).Id;

    private static async Task<ListFeedback.Item> Find(HttpClient reader, Guid id) =>
        (await (await reader.GetAsync($"{Address}?limit=100")).ReadAsync<Page<ListFeedback.Item>>()).Items.Single(item => item.Id == id);

    [Fact]
    public async Task Anybody_writes_the_network_lead_and_operations_read_and_the_contact_goes_when_it_is_dealt_with()
    {
        var id = await Sent(new("Knappen går inte att nå med tangentbordet.", "/behov/nytt", "anna@exempel.se"));
        var waiting = await Find(service.NetworkLead, id);
        Assert.Equal(("/behov/nytt", "anna@exempel.se", null), (waiting.Page, waiting.Contact, waiting.HandledAt));
        var operations = service.Host.As(Roles.Operations, "drift");
        Assert.Equal(waiting, await Find(operations, id));
        await (await service.Lead("1280").GetAsync(Address)).ReadProblemAsync(403, "feedback/not-reader");
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Public.GetAsync(Address)).StatusCode);
        await (await service.Lead("1280").SendJsonAsync(HttpMethod.Post, $"{Address}/{id}/handling", new HandleFeedback.Request("Nej"))).ReadProblemAsync(403, "feedback/not-reader");

        Assert.Equal(HttpStatusCode.NoContent, (await operations.SendJsonAsync(HttpMethod.Post, $"{Address}/{id}/handling", new HandleFeedback.Request("Rättat och besvarat."))).StatusCode);
        var handled = await Find(service.NetworkLead, id);
        Assert.Equal((null, "Rättat och besvarat."), (handled.Contact, handled.Outcome));
        await (await operations.SendJsonAsync(HttpMethod.Post, $"{Address}/{id}/handling", new HandleFeedback.Request("Igen"))).ReadProblemAsync(409, "feedback/handled");
        await (await operations.SendJsonAsync(HttpMethod.Post, $"{Address}/{Guid.NewGuid()}/handling", new HandleFeedback.Request("Igen"))).ReadProblemAsync(404, "feedback/not-found");
    }

    [Fact]
    public async Task Nothing_is_kept_of_the_writer_but_what_the_writer_gives()
    {
        var id = await Sent(new("Texten är för blek.", null, "  "));
        Assert.Equal((null, null), ((await Find(service.NetworkLead, id)).Page, (await Find(service.NetworkLead, id)).Contact));
        await (await service.Public.SendJsonAsync(HttpMethod.Post, Address, new SendFeedback.Request("", null, null))).ReadProblemAsync(400, "request/invalid");
        await (await service.Public.SendJsonAsync(HttpMethod.Post, Address, new SendFeedback.Request("Jag heter Anna, 811218-9876.", null, null))).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task The_network_lead_is_told()
    {
        var id = await Sent(new("Kartan går inte att läsa upp.", "/karta", null));
        var notice = await service.Host.WithDatabase<KnowledgeDb, Knowledge.Follow.Notice>(db => db.Notices.AsNoTracking().SingleAsync(n => n.Thing == id));
        Assert.Equal(("skr", "/natverket/synpunkter"), (Assert.Single(notice.Orgs!), notice.Path));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_note()
    {
        var key = Guid.NewGuid();
        var text = $"Kontrasten är för låg {key:n}";
        async Task<Guid> Again()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = System.Net.Http.Json.JsonContent.Create(new SendFeedback.Request(text, null, null)) };
            request.Headers.Add("Idempotency-Key", key.ToString());
            return (await (await service.Public.SendAsync(request)).ReadAsync<SendFeedback.Response>(HttpStatusCode.Created)).Id;
        }
        Assert.Equal([key, key, key], await Task.WhenAll(Again(), Again(), Again()));
        Assert.Equal(1, await service.Host.WithDatabase<KnowledgeDb, int>(db => db.Set<FeedbackNote>().CountAsync(n => n.Text == text)));
    }
}
