using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Municipalities.Agreements;
using Municipalities.Collaborations;
using Municipalities.Journeys;
using Municipalities.Overview;
using Municipalities.Tests.Baselines;
using Municipalities.Tests.Collaborations;
using ServiceDefaults;
using ServiceDefaults.Rules;
using Testing;
using Xunit;

namespace Municipalities.Tests.Reminders;

/// <summary>Days that come: each is told once, taken back when somebody has seen to it, and told anew when the next day has come.</summary>
public sealed class DayReminderTests(Service service)
{
    private const string Code = "2361";
    private const string Agreements = "/municipalities/v1/agreements";
    private static readonly string Journey = $"/municipalities/v1/municipalities/{Code}/journey";
    private static readonly int?[] All3 = [3, 3, 3, 3, 3, 3, 3, 3];
    private static readonly AgreementContent Partnership = new()
    {
        Kind = AgreementKind.PublicPartnership,
        Title = "IOP om öppen mötesplats",
        Parties = [new() { Name = "Bygdegårdsföreningen", Kind = PartyKind.CivilSociety }],
        Purpose = "En mötesplats där unga vuxna får stöd att komma vidare.",
        StartsOn = new(2026, 12, 1),
        ReviewOn = new(2026, 12, 11),
    };

    /// <summary>In short: + told, - taken back, with kind and title.</summary>
    private static List<string> Short(IEnumerable<ReminderChanged> news) =>
        [.. news.Select(told => $"{(told.Withdrawn ? '-' : '+')} {told.Reminder.Kind}: {told.Reminder.Title}").Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("""{"projectEndsOn":"9999-12-31"}""", "projectEndsOn")]
    [InlineData("""{"steeringDocuments":[null]}""", "steeringDocuments")]
    public async Task What_would_break_those_who_read_it_is_refused(string wrong, string member)
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        var body = JsonSerializer.SerializeToNode(CollaborationClient.Content, ApiJson.Options)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(wrong)!.AsObject()) body[name] = value?.DeepClone();
        var refused = await world.Lead(Code).SendJsonAsync(HttpMethod.Post, CollaborationClient.Address, body);
        var problem = await refused.ReadProblemAsync(400, "request/invalid");
        Assert.StartsWith(member, problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_one_municipalitys_rows_keeps_nothing_from_the_others()
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        var odd = await world.Lead("2380").BeginAsync();
        var endless = await world.Lead("2380").BeginAsync();
        await world.Lead(Code).BeginAsync(CollaborationClient.Content with { ProjectEndsOn = new(2025, 12, 1) });
        await Store(odd.Id, """{"steeringDocuments": [null], "projectEndsOn": "2025-12-01"}""");
        await Store(endless.Id, """{"projectEndsOn": "9999-12-31"}""");
        world.Clock.Today = new(2026, 12, 2);

        Assert.Equal(["+ sustainability: Kontrollen efter tolv månader är inte avgjord"], Short((await world.News()).Where(one => one.Reminder.For.Orgs.Contains(Code))));
        Assert.Equal(2, await world.Host.WithDatabase<MunicipalitiesDb, int>(db => CheckSustainability.RunDue(db, world.Clock.Today(), NullLogger.Instance, default)));
        Assert.Equal(Verdict.Unknown, (await world.Lead("2380").SustainabilityAsync(endless.Id)).Answer);
        await (await world.Lead(Code).GetAsync("/municipalities/v1/overdue-reviews")).ReadAsync<List<ListOverdue.Item>>();

        Task Store(Guid id, string part) => world.Host.WithDatabase<MunicipalitiesDb, int>(db =>
            db.Database.ExecuteSqlAsync($"update collaboration set content = content || {part}::jsonb where id = {id}"));
    }

    [Fact]
    public async Task An_action_that_is_late_is_told_once_and_taken_back_when_it_is_done_or_has_another_day()
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        var lead = world.Lead(Code);
        var journey = await (await lead.SendJsonAsync(HttpMethod.Post, Journey, new { })).ReadAsync<JourneyView>(HttpStatusCode.Created);
        foreach (var text in new[] { "Be tre chefer utse var sin person", "Bjud in till dialogmöte" })
            journey = await Send(journey, HttpMethod.Post, "/actions", new ActionContent { Text = text, DueOn = new(2026, 12, 10) });
        world.Clock.Today = new(2026, 12, 10);
        Assert.Empty(await world.News());
        world.Clock.Today = new(2026, 12, 11);
        var told = await world.News();
        Assert.Equal(["+ action: Be tre chefer utse var sin person", "+ action: Bjud in till dialogmöte"], Short(told));
        Assert.All(told, one => Assert.Equal(("Väntar på er sedan den 10 december 2026", "/resa", Code, Roles.DevelopmentLead),
            (one.Reminder.Line, one.Reminder.Path, Assert.Single(one.Reminder.For.Orgs), one.Reminder.For.Role)));
        Assert.Empty(await world.News());

        journey = await Send(journey, HttpMethod.Put, $"/actions/{Named("Be tre").Id}/status", new { status = "done", evidence = "Anteckningar, KS 2026/40" });
        Assert.Equal(["- action: Be tre chefer utse var sin person"], Short(await world.News()));
        journey = await Send(journey, HttpMethod.Put, $"/actions/{Named("Bjud in").Id}", new ActionContent { Text = "Bjud in till dialogmöte", DueOn = new(2027, 1, 20) });
        Assert.Equal(["- action: Bjud in till dialogmöte"], Short(await world.News()));
        world.Clock.Today = new(2027, 1, 21);
        var again = Assert.Single(await world.News());
        Assert.Equal((3, false, told.Single(one => one.Key == again.Key).Reminder.Title, "Väntar på er sedan den 20 januari 2027"), (again.Version, again.Withdrawn, again.Reminder.Title, again.Reminder.Line));

        JourneyAction Named(string begin) => journey.Actions.Single(action => action.Content.Text.StartsWith(begin, StringComparison.Ordinal));

        async Task<JourneyView> Send(JourneyView row, HttpMethod method, string part, object body) => await (await lead.SendJsonAsync(method, Journey + part, body, ETags.Of(row.Version))).ReadAsync<JourneyView>();
    }

    [Fact]
    public async Task The_day_of_a_review_and_a_document_that_has_run_out_are_told_until_they_are_seen_to()
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        var lead = world.Lead(Code);
        var draft = await (await lead.SendJsonAsync(HttpMethod.Post, Agreements, Partnership)).ReadAsync<AgreementView>(HttpStatusCode.Created);
        await lead.SendJsonAsync(HttpMethod.Post, Agreements, Partnership with { Title = "Bara ett utkast" });
        var agreement = await Moved(draft, "signature");
        var collaboration = await lead.BeginAsync(CollaborationClient.Content with { SteeringDocuments = [new() { Title = "Handlingsplan", ValidUntil = new(2026, 12, 11) }] });
        Assert.Empty(await world.News());

        world.Clock.Today = new(2026, 12, 11);
        var review = Assert.Single(await world.News());
        Assert.Equal(("agreement", "IOP om öppen mötesplats ska ses över", $"/resa/overenskommelser/{agreement.Id}"), (review.Reminder.Kind, review.Reminder.Title, review.Reminder.Path));
        world.Clock.Today = new(2026, 12, 12);
        var document = Assert.Single(await world.News());
        Assert.Equal(("steering-document", "Styrdokumentet Handlingsplan har gått ut", $"/resa/samverkan/{collaboration.Id}"), (document.Reminder.Kind, document.Reminder.Title, document.Reminder.Path));

        agreement = await Moved(agreement, "reviews", new { text = "Tolv deltagare, fyra har gått vidare.", nextOn = "2027-01-15" });
        await lead.RevisedAsync(collaboration, CollaborationClient.Content);
        Assert.Equal([(2, true), (2, true)], (await world.News()).Select(told => (told.Version, told.Withdrawn)));
        world.Clock.Today = new(2027, 1, 15);
        Assert.Equal((review.Key, 3, false), Assert.Single(await world.News()) is var next ? (next.Key, next.Version, next.Withdrawn) : default);
        await Moved(agreement, "termination", new { reason = "Föreningen tar över hela verksamheten." });
        Assert.Equal((review.Key, true), Assert.Single(await world.News()) is var ended ? (ended.Key, ended.Withdrawn) : default);

        async Task<AgreementView> Moved(AgreementView row, string move, object? body = null) =>
            await (await lead.SendJsonAsync(HttpMethod.Post, $"{Agreements}/{row.Id}/{move}", body, ETags.Of(row.Version))).ReadAsync<AgreementView>();
    }

    [Fact]
    public async Task A_check_that_cannot_be_decided_waits_for_a_new_round_and_its_answer_is_told()
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        var lead = world.Lead(Code);
        await lead.AssessedAsync([3, 3, 3, 3, 3, 2, 3, 3], evidence: true);
        var row = await lead.BeginAsync(CollaborationClient.Content with { ProjectEndsOn = new(2026, 12, 31), DialogueForum = null, FollowUp = null, SteeringDocuments = [] });
        Assert.Empty(await world.News());

        world.Clock.Today = new(2027, 12, 31);
        await Check();
        Assert.Equal(["+ baseline: Utgångsläget är äldre än tolv månader", "+ sustainability: Kontrollen efter tolv månader är inte avgjord"], Short(await world.News()));
        await lead.AssessedAsync(All3, evidence: true);
        await Check();
        var decided = await world.News();
        Assert.Equal(["+ sustainability: Samverkan med sociala företag", "- baseline: Utgångsläget är äldre än tolv månader", "- sustainability: Kontrollen efter tolv månader är inte avgjord"], Short(decided));
        var answer = Assert.Single(decided, told => !told.Withdrawn).Reminder;
        Assert.Equal(("Kontrollen tolv månader efter projektets slut är gjord: samverkan är hållbar", $"/resa/samverkan/{row.Id}", Code), (answer.Line, answer.Path, Assert.Single(answer.For.Orgs)));
        Assert.Empty(await world.News());

        Task<int> Check() => world.Host.WithDatabase<MunicipalitiesDb, int>(db => CheckSustainability.RunDue(db, world.Clock.Today(), NullLogger.Instance, default));
    }
}
