using System.Net;
using Knowledge.Meetings;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Meetings;

/// <summary>A meeting from plan to minutes; places, waitlist and who sees what.</summary>
public sealed class MeetingLife(KnowledgeService service)
{
    private const string Meetings = "/knowledge/v1/meetings";

    private static PlanMeeting.Request Plan(int capacity = 3, string title = "Nätverksträff") => new()
    {
        Title = title,
        Agenda = "## Dagordning\n\n- Affärer på gång\n- Ett fall",
        StartsAt = new DateTimeOffset(2089, 3, 26, 9, 0, 0, TimeSpan.FromHours(1)),
        EndsAt = new DateTimeOffset(2089, 3, 26, 11, 0, 0, TimeSpan.FromHours(1)),
        Place = "Online, och i Sveg",
        JoinLink = "https://mote.exempel.se/trapp?a=1;b=2",
        Capacity = capacity,
    };

    private async Task<Guid> Announced(int capacity, string title = "Nätverksträff")
    {
        var planned = await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, Meetings, Plan(capacity, title))).ReadAsync<MeetingChangedView>(HttpStatusCode.Created);
        await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{planned.Id}/announcement", null, "\"1\"")).ReadAsync<MeetingChangedView>();
        return planned.Id;
    }

    private HttpClient Person(int number) => service.Host.WithToken(TestTokens.Create(Roles.UnitManager, "1280", subject: $"person-{number}"));

    // On a busy machine the queue for the meeting's row may be longer than a request waits: 503 with Retry-After, and the caller asks again.
    private static Task<HttpResponseMessage> Again(Func<Task<HttpResponseMessage>> send) =>
        Eventually.SeeAsync(send, answer => answer.StatusCode != HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(1));

    private static Task<HttpResponseMessage> Register(HttpClient person, Guid meeting) =>
        Again(() => person.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{meeting}/registrations/own"));

    private static Task<HttpResponseMessage> Leave(HttpClient person, Guid meeting) => Again(() => person.DeleteAsync($"{Meetings}/{meeting}/registrations/own"));

    private static async Task<GetMeeting.Response> Read(HttpClient who, Guid meeting) => await (await who.GetAsync($"{Meetings}/{meeting}")).ReadAsync<GetMeeting.Response>();

    [Fact]
    public async Task However_many_register_and_leave_at_once_there_are_never_more_places_than_there_are_and_none_stays_empty()
    {
        var meeting = await Announced(capacity: 5);
        var people = Enumerable.Range(0, 20).Select(Person).ToArray();
        var answers = await Task.WhenAll(people.Select(person => Register(person, meeting)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var full = await Read(service.Public, meeting);
        Assert.Equal((5, 15), (full.Taken, full.Waiting));

        // Every other person leaves while as many new ones come.
        var leaving = people.Where((_, number) => number % 2 == 0).Select(person => Leave(person, meeting));
        var coming = Enumerable.Range(100, 10).Select(number => Register(Person(number), meeting));
        await Task.WhenAll(leaving.Concat(coming));
        var after = await Read(service.Public, meeting);
        Assert.Equal((5, 15), (after.Taken, after.Waiting));
    }

    [Fact]
    public async Task Whom_it_is_for_is_called_on_and_shown_to_the_organiser_alone()
    {
        var plan = Plan() with { Invited = ["2361", "1280", "1280"] };
        var planned = await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, Meetings, plan)).ReadAsync<MeetingChangedView>(HttpStatusCode.Created);
        await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{planned.Id}/announcement", null, "\"1\"")).ReadAsync<MeetingChangedView>();

        var own = await Read(service.NetworkLead, planned.Id);
        Assert.Equal((true, "1280,2361"), (own.Organises, string.Join(',', own.Invited)));
        Assert.Contains("<h2", own.AgendaHtml, StringComparison.Ordinal);
        foreach (var other in new[] { service.Public, service.Lead("1280"), service.Lead("1283") })
        {
            var seen = await Read(other, planned.Id);
            Assert.Equal((false, 0), (seen.Organises, seen.Invited.Count));
        }
        var told = await service.Host.WithDatabase<KnowledgeDb, Knowledge.Follow.Notice>(db => Task.FromResult(db.Notices.Single(n => n.Thing == planned.Id)));
        Assert.Equal(["1280", "2361"], told.Mentions);
        await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, Meetings, plan with { Invited = ["Malmö"] })).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task Who_has_waited_longest_is_promoted_once()
    {
        var meeting = await Announced(capacity: 1);
        var (first, second, third) = (Person(1), Person(2), Person(3));
        Assert.True((await (await Register(first, meeting)).ReadAsync<Register.Response>()).HasPlace);
        Assert.Equal(new Register.Response(false, 0), await (await Register(second, meeting)).ReadAsync<Register.Response>());
        Assert.Equal(new Register.Response(false, 1), await (await Register(third, meeting)).ReadAsync<Register.Response>());
        Assert.Equal(new Register.Response(false, 1), await (await Register(third, meeting)).ReadAsync<Register.Response>());
        Assert.Equal(HttpStatusCode.NoContent, (await Leave(first, meeting)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Leave(first, meeting)).StatusCode);
        Assert.Equal((true, false), ((await Read(second, meeting)).HasPlace, (await Read(third, meeting)).HasPlace));
    }

    [Fact]
    public async Task More_places_go_to_those_who_wait_and_fewer_than_are_taken_there_cannot_be()
    {
        var meeting = await Announced(capacity: 2);
        foreach (var number in Enumerable.Range(0, 4)) await Register(Person(number), meeting);
        var lead = service.NetworkLead;
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{meeting}", Plan(1), "\"2\"")).ReadProblemAsync(409, "meeting/too-few-places");
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{meeting}", Plan(3), "\"2\"")).ReadAsync<MeetingChangedView>();
        var grown = await Read(service.Public, meeting);
        Assert.Equal((3, 1), (grown.Taken, grown.Waiting));
    }

    [Fact]
    public async Task The_join_link_and_the_list_of_people_are_not_for_everybody()
    {
        var meeting = await Announced(capacity: 1);
        await Register(Person(1), meeting);
        await Register(Person(2), meeting);
        Assert.NotNull((await Read(Person(1), meeting)).JoinLink);
        Assert.NotNull((await Read(service.NetworkLead, meeting)).JoinLink);
        foreach (var other in new[] { service.Public, Person(2), service.Lead("1280") }) Assert.Null((await Read(other, meeting)).JoinLink);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Public.GetAsync($"{Meetings}/{meeting}/registrations")).StatusCode);
        await (await service.Lead("1280").GetAsync($"{Meetings}/{meeting}/registrations")).ReadProblemAsync(403, "meeting/not-yours");
        Assert.Equal(2, (await (await service.NetworkLead.GetAsync($"{Meetings}/{meeting}/registrations")).ReadAsync<Page<ListRegistrations.Item>>()).Items.Count);
    }

    [Fact]
    public async Task A_plan_is_its_organisers_own()
    {
        var malmo = service.Lead("1280");
        var planned = await (await malmo.SendJsonAsync(HttpMethod.Post, Meetings, Plan())).ReadAsync<MeetingChangedView>(HttpStatusCode.Created);
        foreach (var other in new[] { service.Public, service.Lead("1283"), service.NetworkLead })
            await (await other.GetAsync($"{Meetings}/{planned.Id}")).ReadProblemAsync(404, "meeting/not-found");
        await (await Register(Person(1), planned.Id)).ReadProblemAsync(404, "meeting/not-found");
        await (await Register(malmo, planned.Id)).ReadProblemAsync(409, "meeting/not-open");
        await (await service.Lead("1283").SendJsonAsync(HttpMethod.Post, $"{Meetings}/{planned.Id}/announcement", null, "\"1\"")).ReadProblemAsync(404, "meeting/not-found");
        await (await malmo.SendJsonAsync(HttpMethod.Put, $"{Meetings}/{planned.Id}/minutes", new MinuteMeeting.Request("Sagt."), "\"1\"")).ReadProblemAsync(409, "meeting/not-held");
        await (await service.Host.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}").SendJsonAsync(HttpMethod.Post, Meetings, Plan())).ReadProblemAsync(403, "meeting/not-yours");
        await (await malmo.SendJsonAsync(HttpMethod.Post, Meetings, Plan() with { EndsAt = Plan().StartsAt })).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task The_calendar_tells_of_changes_and_of_the_end()
    {
        var meeting = await Announced(capacity: 2, "Träff; om åäö, och\\ett långt namn som behöver brytas över mer än en rad i filen");
        await Register(Person(1), meeting);
        var file = await Person(1).GetStringAsync($"{Meetings}/{meeting}/calendar");
        var own = Calendar.Parse(file);
        // Somebody else's reading of the same standard.
        var read = Assert.Single(Ical.Net.Calendar.Load(file)!.Events);
        Assert.Equal((own[0]["SUMMARY"], own[0]["UID"], 2), (read.Summary, read.Uid, read.Sequence));
        var entry = Assert.Single(own);
        Assert.Equal("Träff; om åäö, och\\ett långt namn som behöver brytas över mer än en rad i filen", entry["SUMMARY"]);
        Assert.Equal(("20890326T080000Z", "20890326T100000Z", "2", "CONFIRMED"), (entry["DTSTART"], entry["DTEND"], entry["SEQUENCE"], entry["STATUS"]));
        Assert.Contains("https://mote.exempel.se/trapp?a=1;b=2", entry["DESCRIPTION"], StringComparison.Ordinal);
        Assert.EndsWith($"/moten/{meeting}", entry["URL"], StringComparison.Ordinal);

        await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, $"{Meetings}/{meeting}/cancellation", null, "\"2\"")).ReadAsync<MeetingChangedView>();
        var answer = await service.Public.GetAsync($"{Meetings}/calendar");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        var told = Calendar.Parse(await answer.Content.ReadAsStringAsync()).Single(each => each["UID"] == entry["UID"]);
        Assert.Equal(("3", "CANCELLED"), (told["SEQUENCE"], told["STATUS"]));
        // Opened by somebody who has it in the calendar it takes it out.
        var end = Ical.Net.Calendar.Load(await Person(1).GetStringAsync($"{Meetings}/{meeting}/calendar"))!;
        Assert.Equal(("CANCEL", entry["UID"], 3, "CANCELLED"), (end.Method, end.Events.Single().Uid, end.Events.Single().Sequence, end.Events.Single().Status));
        Assert.DoesNotContain("mote.exempel.se", told["DESCRIPTION"], StringComparison.Ordinal);
        await (await Register(Person(5), meeting)).ReadProblemAsync(409, "meeting/not-open");
    }
}
