using System.Net;
using Contracts.Knowledge;
using Municipalities.Baselines;
using Municipalities.Journeys;
using Municipalities.Tests.Baselines;
using Municipalities.Tests.Collaborations;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Journeys;

/// <summary>Goals and actions, the next step, and what meetings propose.</summary>
public class JourneyTests(Service service)
{
    private HttpClient Lead(string code) => service.Host.As(Roles.DevelopmentLead, code);

    private static string Address(string code, string part = "") => $"/municipalities/v1/municipalities/{code}/journey{part}";

    private static async Task<JourneyView> Start(HttpClient lead, string code, string? template = null) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, Address(code), new { template })).ReadAsync<JourneyView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> Send(HttpClient lead, JourneyView journey, HttpMethod method, string part, object? body = null) =>
        lead.SendJsonAsync(method, Address(journey.MunicipalityCode, part), body, ETags.Of(journey.Version));

    [Theory]
    [InlineData("large-city", "0181")]
    [InlineData("rural", "0182")]
    public async Task A_template_gives_goals_and_actions_with_owner_day_and_chapter(string template, string code)
    {
        var journey = await Start(Lead(code), code, template);
        Assert.Equal((4, 0), (journey.Goals.Count, journey.OverdueActions));
        Assert.InRange(journey.Actions.Count, 8, 12);
        var slugs = Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds/handbook")).SelectMany(File.ReadLines).Where(line => line.StartsWith("slug:", StringComparison.Ordinal)).Select(line => line[5..].Trim()).ToHashSet();
        Assert.All(journey.Actions, action =>
        {
            Assert.NotNull(action.Content.Owner);
            Assert.True(action.Content.DueOn > journey.StartedOn);
            Assert.Contains(action.Content.Chapter!, slugs);
            Assert.Contains(journey.Goals, goal => goal.Id == action.Content.GoalId);
        });
    }

    [Fact]
    public async Task An_action_goes_from_planned_to_done_with_what_shows_it()
    {
        var lead = Lead("0183");
        var journey = await Start(lead, "0183");
        journey = await (await Send(lead, journey, HttpMethod.Post, "/goals", new GoalContent { Text = "Tre möten med anteckningar före december", Dimension = "internal-cooperation" })).ReadAsync<JourneyView>();
        var action = new ActionContent { Text = "Be tre chefer utse var sin person", GoalId = journey.Goals[0].Id, Owner = "Samordnaren", DueOn = new(2026, 3, 15) };
        journey = await (await Send(lead, journey, HttpMethod.Post, "/actions", action)).ReadAsync<JourneyView>();
        Assert.Equal(1, journey.OverdueActions);
        var id = journey.Actions[0].Id;

        await (await Send(lead, journey, HttpMethod.Put, $"/actions/{id}/status", new { status = "done" })).ReadProblemAsync(400, "journey/evidence-missing");
        journey = await (await Send(lead, journey, HttpMethod.Put, $"/actions/{id}/status", new { status = "ongoing" })).ReadAsync<JourneyView>();
        journey = await (await Send(lead, journey, HttpMethod.Put, $"/actions/{id}/status", new { status = "done", evidence = "Anteckningar 2026-03-12, KS 2026/40" })).ReadAsync<JourneyView>();

        Assert.Equal((ActionStatus.Done, "Anteckningar 2026-03-12, KS 2026/40", 0), (journey.Actions[0].Status, journey.Actions[0].Evidence, journey.OverdueActions));
        Assert.NotNull(journey.Actions[0].EndedOn);
        await (await Send(lead, journey, HttpMethod.Put, $"/actions/{id}/status", new { status = "planned" })).ReadProblemAsync(409, "journey/action-ended");
        await (await Send(lead, journey, HttpMethod.Put, $"/actions/{id}", action)).ReadProblemAsync(409, "journey/action-ended");
        journey = await (await Send(lead, journey, HttpMethod.Put, $"/goals/{journey.Goals[0].Id}", journey.Goals[0].Content with { Reached = true })).ReadAsync<JourneyView>();
        journey = await (await Send(lead, journey, HttpMethod.Post, "/notes", new { text = "Vi tar paus till efter valet." })).ReadAsync<JourneyView>();
        Assert.Equal((true, "Vi tar paus till efter valet."), (journey.Goals[0].Content.Reached, Assert.Single(journey.Notes).Text));
    }

    [Fact]
    public async Task It_is_the_municipalitys_own_and_the_network_lead_reads_it()
    {
        var lead = Lead("0184");
        var journey = await Start(lead, "0184");
        var officer = service.Host.As(Roles.ProcurementOfficer, "0184");
        var network = service.Host.As(Roles.NetworkLead, "skr");
        Assert.Equal(journey.Id, (await (await officer.GetAsync(Address("0184"))).ReadAsync<JourneyView>()).Id);
        Assert.Equal(journey.Id, (await (await network.GetAsync(Address("0184"))).ReadAsync<JourneyView>()).Id);
        await (await service.Malmo.GetAsync(Address("0184"))).ReadProblemAsync(404, "journey/not-found");
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Public.GetAsync(Address("0184"))).StatusCode);
        var note = new { text = "Så här går det." };
        await (await Send(service.Malmo, journey, HttpMethod.Post, "/notes", note)).ReadProblemAsync(404, "journey/not-found");
        await (await Send(officer, journey, HttpMethod.Post, "/notes", note)).ReadProblemAsync(403, "journey/not-a-lead");
        await (await Send(network, journey, HttpMethod.Post, "/notes", note)).ReadProblemAsync(403, "journey/not-a-lead");
        await (await lead.SendJsonAsync(HttpMethod.Post, Address("0184"), new { template = (string?)null })).ReadProblemAsync(409, "journey/exists");
        await (await Lead("0186").SendJsonAsync(HttpMethod.Post, Address("0186"), new { template = "storstad" })).ReadProblemAsync(400, "journey/unknown-template");
        await (await Send(lead, journey, HttpMethod.Post, "/actions", new ActionContent { Text = "Gör något bra", GoalId = Guid.NewGuid() })).ReadProblemAsync(400, "journey/unknown-goal");
        await (await network.GetAsync(Address("0184", "/next-step"))).ReadProblemAsync(404, "journey/not-found");
        await (await lead.GetAsync(Address("0184", "/next-step"))).ReadProblemAsync(409, "journey/no-baseline");
    }

    [Theory]
    // Anchoring comes before everything at the same level.
    [InlineData("1,1,1,1,1,1,1,1", "anchoring", 2)]
    // Purchasing is lowest, but needs internal cooperation, which needs coordination, which needs a mandate.
    [InlineData("0,0,0,0,0,0,0,0", "anchoring", 1)]
    [InlineData("3,1,2,2,1,0,1,1", "purchasing", 1)]
    [InlineData("2,1,1,3,3,1,3,3", "coordination", 2)]
    [InlineData("1,2,2,2,2,1,2,2", "anchoring", 2)]
    // The mandate at level 2 no longer blocks.
    [InlineData("2,2,2,2,2,1,2,2", "purchasing", 2)]
    [InlineData("3,3,3,3,3,3,3,2", "follow-up", 3)]
    [InlineData("3,3,,3,3,3,3,3", "internal-cooperation", 1)]
    public void The_lowest_dimension_that_blocks_comes_first(string levels, string dimension, int target)
    {
        var blocking = Blocking.Find(Round(levels))!;
        Assert.Equal((dimension, target), (blocking.Dimension.Code, blocking.Target));
    }

    [Fact]
    public void Nothing_blocks_when_all_are_at_three() => Assert.Null(Blocking.Find(Round("3,4,5,3,3,3,3,3")));

    [Fact]
    public void The_reason_names_both_what_is_lowest_and_what_hinders_it() => Assert.Equal(
        "Inköp och affärer ligger lägst, på nivå 0,0, men hindras av styrning och policy, som är på nivå 0,0 och först behöver nå nivå 1.".Replace("0,0 och", "0,5 och", StringComparison.Ordinal),
        Blocking.Find(Of([[3, 3, 3, 0, 3, 0, 3, 3], [3, 3, 3, 1, 3, 0, 3, 3]]))!.Reason);

    [Fact]
    public async Task The_next_step_names_chapter_model_and_action_with_the_reason()
    {
        var model = await Lead("1860").ModelAsync();
        await Lead("0305").AssessedAsync([2, 2, 2, 2, 1, 2, 2, 2]);
        var step = await (await Lead("0305").GetAsync(Address("0305", "/next-step"))).ReadAsync<GetNextStep.Response>();
        Assert.Equal(("mapping-dialogue", 1m, 2, "kartlagg-sociala-foretag"), (step.Dimension, step.Level, step.Target, step.Chapter));
        Assert.Equal("Kartläggning och dialog är er lägsta del, på nivå 1,0. Nästa nivå är 2.", step.Reason);
        Assert.Equal(("mapping-dialogue", "kartlagg-sociala-foretag"), (step.Action!.Dimension, step.Action.Chapter));
        Assert.NotNull(step.Model);
        Assert.Contains(step.Model.MunicipalityName, step.Model.Reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Public.GetAsync($"{CollaborationClient.Address}/{step.Model.CollaborationId}")).StatusCode);
        Assert.NotEqual(Guid.Empty, model.Id);
    }

    [Fact]
    public async Task A_meetings_follow_ups_become_proposals_that_are_accepted_or_declined_once()
    {
        var (lead, meeting) = (Lead("0187"), Guid.CreateVersion7());
        var journey = await Start(lead, "0187");
        var told = Meeting(meeting, 5, new("0187", "Bjud in grannkommunen till nästa dialogmöte", new(2027, 2, 1)), new(null, "SKR skickar länken", null), new("0187", "Skicka handlingsplanen till gruppen", null));
        await Hear(told);
        await Hear(told);
        await Hear(Meeting(meeting, 4, new FollowUp("0187", "Gammal lydelse av samma punkt", null)));
        var proposals = await Proposals(lead, "0187");
        Assert.Equal(["Bjud in grannkommunen till nästa dialogmöte", "Skicka handlingsplanen till gruppen"], proposals.Select(proposal => proposal.Text));
        await (await service.Malmo.GetAsync(Address("0187", "/proposals"))).ReadProblemAsync(404, "journey/not-found");

        journey = await (await Send(lead, journey, HttpMethod.Post, $"/proposals/{proposals[0].Id}/acceptance")).ReadAsync<JourneyView>();
        journey = await (await Send(lead, journey, HttpMethod.Post, $"/proposals/{proposals[1].Id}/refusal")).ReadAsync<JourneyView>();
        await (await Send(lead, journey, HttpMethod.Post, $"/proposals/{proposals[0].Id}/refusal")).ReadProblemAsync(409, "journey/proposal-answered");
        await (await Send(lead, journey, HttpMethod.Post, $"/proposals/{Guid.NewGuid()}/refusal")).ReadProblemAsync(404, "journey/proposal-not-found");

        var action = Assert.Single(journey.Actions);
        Assert.Equal((proposals[0].Text, new DateOnly(2027, 2, 1), meeting), (action.Content.Text, action.Content.DueOn, action.MeetingId));
        // Later minutes change what is not answered only, and a cancelled meeting takes back the rest.
        await Hear(Meeting(meeting, 6, new("0187", "Annan lydelse", null), new(null, "SKR", null), new("0187", "Annan lydelse", null), new("0187", "En ny punkt i protokollet", null)));
        Assert.Equal(3, (await Proposals(lead, "0187")).Count);
        await Hear(Meeting(meeting, 7) with { Withdrawn = true });
        Assert.Equal([ProposalStatus.Accepted, ProposalStatus.Declined], (await Proposals(lead, "0187")).Select(proposal => proposal.Status));
    }

    [Fact]
    public async Task Minutes_that_come_after_the_cancellation_bring_nothing_back()
    {
        var (lead, meeting, unheard) = (Lead("0188"), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Hear(Meeting(meeting, 3, new FollowUp("0188", "Bjud in till dialog", null)));
        Assert.Single(await Proposals(lead, "0188"));
        await Hear(Meeting(meeting, 5) with { Withdrawn = true });
        await Hear(Meeting(meeting, 4, new FollowUp("0188", "Bjud in till dialog", null)));
        Assert.Empty(await Proposals(lead, "0188"));
        // Nor when the cancellation is the first that is heard of the meeting.
        await Hear(Meeting(unheard, 2) with { Withdrawn = true });
        await Hear(Meeting(unheard, 1, new FollowUp("0188", "Skicka planen", null)));
        Assert.Empty(await Proposals(lead, "0188"));
    }

    private static MeetingChanged Meeting(Guid id, int version, params FollowUp[] followUps) =>
        new(id, version, "minuted", false, "Nätverksmöte om dialog", default, default, "Distans", 30, "skr", true, followUps);

    private Task<int> Hear(MeetingChanged changed) => service.Host.WithDatabase<MunicipalitiesDb, int>(async db =>
    {
        await new KeepProposals().Handle(changed, db, TestContext.Current.CancellationToken);
        return await db.SaveChangesAsync();
    });

    private static async Task<List<ListProposals.Item>> Proposals(HttpClient lead, string code) => await (await lead.GetAsync(Address(code, "/proposals"))).ReadAsync<List<ListProposals.Item>>();

    private static Baseline Round(string levels) => Of([[.. levels.Split(',').Select(level => level.Length == 0 ? (int?)null : int.Parse(level, System.Globalization.CultureInfo.InvariantCulture))]]);

    private static Baseline Of(int?[][] answers)
    {
        var round = Baseline.Open(Guid.CreateVersion7(), "0187", "Utgångsläge", null, new(2026, 11, 25));
        Assert.Null(round.Close([.. answers.Select((levels, number) => new BaselineAnswer { Subject = $"{number}", Content = BaselineClient.Answer(levels) })], new(2026, 11, 25)));
        return round;
    }
}
