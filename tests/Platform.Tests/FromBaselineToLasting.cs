using Contracts;
using Knowledge.Follow;
using Knowledge.Guidance;
using Knowledge.Models;
using Municipalities.Collaborations;
using Municipalities.Journeys;
using Municipalities.Mentorships;
using Municipalities.Overview;
using Municipalities.Tests.Baselines;
using Municipalities.Tests.Collaborations;
using ServiceDefaults;
using ServiceDefaults.Rules;
using Xunit;

namespace Platform.Tests;

/// <summary>
/// What the network is for, told once from beginning to end: Härjedalen (rural) learns from Strömsund and starts from the model of Malmö (large),
/// makes its first deal, lets others learn from it, and a year later it shows who has lasted. What one service knows of another came by events.
/// </summary>
public sealed partial class FromBaselineToLasting : IAsyncLifetime
{
    private const string Rural = "2361", Mentor = "2313", Large = "1280";
    private const string Overdue = "/municipalities/v1/overdue-reviews";
    private const string Journey = $"/municipalities/v1/municipalities/{Rural}/journey";
    private static readonly int?[] Lasting = [3, 3, 3, 3, 3, 3, 3, 3];
    private FourServices services = null!;
    private HttpClient anyone = null!, harjedalen = null!, malmo = null!, stromsund = null!, homeCare = null!, fjallbud = null!, skr = null!;

    public async ValueTask InitializeAsync()
    {
        services = await FourServices.StartAsync();
        anyone = services.Public();
        (harjedalen, malmo, stromsund) = (services.As(Roles.DevelopmentLead, Rural), services.As(Roles.DevelopmentLead, Large), services.As(Roles.DevelopmentLead, Mentor));
        homeCare = services.As(Roles.UnitManager, Rural);
        fjallbud = services.As(Roles.EnterpriseManager, SeedIds.Enterprise("F06").ToString());
        skr = services.As(Roles.NetworkLead, "skr");
        // Who has looked at the own settings once is told of what happens.
        foreach (var person in new[] { harjedalen, stromsund, homeCare, fjallbud, skr }) await person.Reads<GetFollowing.Response>("/knowledge/v1/follow");
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task A_rural_and_a_large_municipality_from_baseline_to_the_check_after_twelve_months()
    {
        var model = await Malmo_has_lasted_and_shares_its_model();
        await Harjedalen_sees_where_to_begin_and_who_can_help(model);
        await Stromsund_is_asked_says_yes_and_helps();
        var adopted = await Harjedalen_starts_from_the_model(model);
        await Harjedalen_sees_what_Malmo_changes(model, adopted);
        var (deal, cpv) = await The_first_deal();
        var @case = await Both_sides_tell_of_it(deal);
        await Others_find_it(@case, cpv);
        await A_year_later_it_is_checked(model, adopted);
    }

    private async Task<CollaborationView> Malmo_has_lasted_and_shares_its_model()
    {
        // What others are to learn from is shown by decisions; nobody is proposed for being the highest.
        await malmo.AssessedAsync([5, 4, 4, 4, 4, 5, 4, 3], willing: true, evidence: true);
        var next = await malmo.Reads<GetNextStep.Response>($"/municipalities/v1/municipalities/{Large}/journey/next-step");
        Assert.Null(next.Dimension);
        Assert.Equal("Alla delar ligger på minst nivå 3. Håll nivån i tolv månader, och erbjud er gärna som mentorskommun.", next.Reason);

        var own = await malmo.BeginAsync(CollaborationClient.Content with { Title = "Malmös samverkan", ProjectEndsOn = services.Clock.Today.AddMonths(-13) });
        own = await malmo.Posts<CollaborationView>($"{CollaborationClient.Address}/{own.Id}/sustainability-checks", null, own.Version);
        Assert.Equal((Verdict.Yes, CheckKind.AtTwelveMonths), (own.Sustainable, Assert.Single(own.Checks).Kind));
        own = await malmo.SharedAsync(own);

        var told = await anyone.Sees<GetModel.Response>($"/knowledge/v1/models/{own.Id}", _ => true);
        Assert.Equal(("Malmös samverkan", "Malmö", "yes", 0), (told.Title, told.Municipality, told.Sustainable, told.Adoptions));
        return own;
    }

    private async Task Harjedalen_sees_where_to_begin_and_who_can_help(CollaborationView model)
    {
        await stromsund.AssessedAsync([3, 3, 3, 3, 3, 3, 3, 3], willing: true, evidence: true);
        await services.As(Roles.DevelopmentLead, "2326").AssessedAsync([3, 2, 2, 2, 2, 2, 2, 2], willing: true);

        // Two answer; who does not know leaves it out, and it is in no mean.
        var round = await harjedalen.OpenRoundAsync();
        await harjedalen.AnswerAsync(round, [1, 0, 1, 1, 2, 1, 1, 1]);
        await homeCare.AnswerAsync(round, [0, 0, null, 1, 1, 1, 1, null]);
        round = await harjedalen.CloseRoundAsync(await harjedalen.RoundAsync(round.Id));
        Assert.Equal([0.5m, 0m, 1m, 1m, 1.5m, 1m, 1m, 1m], round.Dimensions.Select(dimension => dimension.Mean!.Value));

        var step = await harjedalen.Reads<GetNextStep.Response>($"{Journey}/next-step");
        Assert.Equal(("anchoring", 0.5m, 1, "forankra-och-utse-namnd"), (step.Dimension, step.Level, step.Target, step.Chapter));
        Assert.Equal("Samordning ligger lägst, på nivå 0,0, men hindras av politisk förankring, som är på nivå 0,5 och först behöver nå nivå 1.", step.Reason);
        // Malmö is willing and higher, but not like Härjedalen.
        Assert.Equal(["Berg", "Strömsund"], step.Mentors.Select(mentor => mentor.Name).Order(StringComparer.Ordinal));
        Assert.All(step.Mentors, mentor => Assert.Contains("och vill gärna hjälpa till.", mentor.Reason, StringComparison.Ordinal));
        Assert.Equal(model.Id, step.Model!.CollaborationId);
        Assert.StartsWith("Malmö är större stad och inte lik er, så ta det som passar.", step.Model.Reason, StringComparison.Ordinal);

        // The chapter, the model and the people stand in Knowledge too, with the reason.
        var reading = await anyone.Sees<GiveGuidance.Response>("/knowledge/v1/guidance?dimension=anchoring", seen => seen.People.Count == 3);
        Assert.Contains(reading.Chapters, chapter => chapter.Slug == step.Chapter);
        Assert.Equal(("Malmö", "Strukturen är hållbar enligt plattformens regel."), Assert.Single(reading.Models.Select(one => (one.Municipality, one.Reason))));
        Assert.Contains(reading.People, person => person.Municipality == "Strömsund" && person.Reason.EndsWith("rutiner för politisk förankring.", StringComparison.OrdinalIgnoreCase));

        var journey = await harjedalen.Posts<JourneyView>(Journey, new { template = "rural" });
        journey = await harjedalen.Posts<JourneyView>($"{Journey}/actions", step.Action, journey.Version);
        var action = Assert.Single(journey.Actions, one => one.Content.Text == step.Action!.Text);
        journey = await harjedalen.Puts<JourneyView>($"{Journey}/actions/{action.Id}/status", new { status = "done", evidence = "Kommunstyrelsens beslut KS 2026/14" }, journey.Version);
        Assert.Equal((ActionStatus.Done, "anchoring"), journey.Actions.Where(one => one.Id == action.Id).Select(one => (one.Status, one.Content.Dimension)).Single());
    }

    private async Task Stromsund_is_asked_says_yes_and_helps()
    {
        const string address = "/municipalities/v1/mentorships";
        var asked = await harjedalen.Posts<MentorshipView>(address, new { mentorCode = Mentor, dimension = "anchoring", message = "Hur fick ni nämnden att ta ansvaret?" });
        var inbox = await stromsund.Reads<Page<MentorshipView>>(address);
        Assert.Equal((MentorshipStatus.Requested, "Hur fick ni nämnden att ta ansvaret?"), Assert.Single(inbox.Items.Select(one => (one.Status, one.Message))));
        // Told as well, for as long as it waits; the answer is told to who asked, and neither to anybody else.
        const string about = "Mentorskap: politisk förankring";
        await stromsund.IsTold("reminder", about);

        asked = await stromsund.Posts<MentorshipView>($"{address}/{asked.Id}/acceptance", new { text = "Gärna, ring på torsdag." }, asked.Version);
        await harjedalen.IsTold("reminder", about);
        await stromsund.Sees<Page<ListNotifications.Item>>("/knowledge/v1/notifications", page => page.Items.All(item => item.Title != about));
        foreach (var other in new[] { homeCare, skr }) Assert.DoesNotContain((await other.Reads<Page<ListNotifications.Item>>("/knowledge/v1/notifications")).Items, item => item.Kind == "reminder");
        Assert.DoesNotContain("reminder", await anyone.GetStringAsync("/municipalities/v1/changes?limit=1000"), StringComparison.Ordinal);

        asked = await harjedalen.Posts<MentorshipView>($"{address}/{asked.Id}/notes", new { on = services.Clock.Today, text = "Vi läste deras beslut tillsammans." }, asked.Version);
        asked = await harjedalen.Posts<MentorshipView>($"{address}/{asked.Id}/conclusion", new { outcome = "helped", text = "Vi skrev vårt eget beslut efter deras." }, asked.Version);
        Assert.Equal((MentorshipStatus.Concluded, MentorshipOutcome.Helped), (asked.Status, asked.Outcome));

        // The next who looks for help is told that it helped, not whom.
        await anyone.Sees<GiveGuidance.Response>("/knowledge/v1/guidance?dimension=anchoring", seen =>
            seen.People.Any(person => person.Municipality == "Strömsund" && person.Reason.EndsWith("Den har hjälpt en kommun vidare i samma del.", StringComparison.Ordinal)));
    }

    private async Task<Guid> Harjedalen_starts_from_the_model(CollaborationView model)
    {
        var own = await harjedalen.AdoptAsync(model.Id);
        Assert.Equal((model.Id, model.Version, 0), (own.OriginId, own.OriginVersion, own.Content.Decisions.Count));
        own = await harjedalen.RevisedAsync(own, own.Content with
        {
            Title = "Härjedalens samverkan",
            Board = "Kommunstyrelsen",
            Decisions = [new() { What = "Uppdrag till näringslivskontoret", Reference = "KS 2026/14", On = services.Clock.Today }],
            ProjectEndsOn = services.Clock.Today,
        });
        await harjedalen.SharedAsync(own, model: false);
        var told = await anyone.Sees<GetModel.Response>($"/knowledge/v1/models/{model.Id}", seen => seen.Adoptions == 1);
        Assert.Equal(("Härjedalen", "unknown", null), Assert.Single(told.Adopters.Select(one => (one.Municipality, one.Sustainable, one.Results))));
        return own.Id;
    }

    private async Task Harjedalen_sees_what_Malmo_changes(CollaborationView model, Guid adopted)
    {
        await malmo.RevisedAsync(model, model.Content with { DialogueForum = new() { Form = "Frukostmöte med företagen", EveryMonths = 3 } });
        await harjedalen.IsTold("model", "Malmös samverkan");
        var own = await harjedalen.CollaborationAsync(adopted);
        var comparison = await harjedalen.Reads<CompareWithOrigin.Response>($"{CollaborationClient.Address}/{adopted}/comparison");
        Assert.Equal("dialogueForum", Assert.Single(comparison.Fields, field => field.ChangedByOrigin).Name);
        own = await harjedalen.Puts<CollaborationView>($"{CollaborationClient.Address}/{adopted}/origin-version", new { fields = new[] { "dialogueForum" } }, own.Version);
        Assert.Equal(("Frukostmöte med företagen", "Kommunstyrelsen"), (own.Content.DialogueForum!.Form, own.Content.Board));
    }

    private async Task A_year_later_it_is_checked(CollaborationView model, Guid adopted)
    {
        // All is in place when the project ends; whether it lasts can only be said in a year.
        await harjedalen.AssessedAsync(Lasting, evidence: true);
        var own = await harjedalen.CollaborationAsync(adopted);
        own = await harjedalen.Puts<CollaborationView>($"{CollaborationClient.Address}/{adopted}/results", new { results = "Tre byar får mat hem, och två personer har fått jobb." }, own.Version);
        var year = own.Content.ProjectEndsOn!.Value.AddMonths(12);
        var now = await harjedalen.SustainabilityAsync(adopted);
        Assert.Equal((Verdict.Unknown, $"Kan avgöras tidigast den {year.Written()}, tolv månader efter projektets slut."), (now.Answer, Assert.Single(now.Missing).Text));
        Assert.DoesNotContain(await harjedalen.Reads<List<ListOverdue.Item>>(Overdue), item => item.Kind is ReviewKind.Sustainability or ReviewKind.Baseline);

        services.Clock.Move(TimeSpan.FromDays(400));
        Assert.Equal(
            ["Kontrollen efter tolv månader är inte avgjord", "Utgångsläget är äldre än tolv månader"],
            (await harjedalen.Reads<List<ListOverdue.Item>>(Overdue)).Where(item => item.Kind is ReviewKind.Sustainability or ReviewKind.Baseline).Select(item => item.What!).Order(StringComparer.Ordinal));
        Assert.Contains(await malmo.Reads<List<ListOverdue.Item>>(Overdue), item => item.What == "Kontrollen efter 24 månader är inte avgjord");

        // New rounds are answered, and the service itself makes the checks within the hour: Härjedalen has held, Malmö has not.
        await harjedalen.AssessedAsync(Lasting, evidence: true);
        await malmo.AssessedAsync([5, 4, 4, 4, 4, 2, 4, 3], evidence: true);
        services.Clock.Move(TimeSpan.FromHours(1));
        own = await harjedalen.Sees<CollaborationView>($"{CollaborationClient.Address}/{adopted}", seen => seen.Sustainable is Verdict.Yes);
        Assert.Equal((CheckKind.AtTwelveMonths, services.Clock.Today), (own.Checks[^1].Kind, own.SustainableCheckedOn));
        Assert.DoesNotContain(own.Overdue, item => item.Kind is ReviewKind.Sustainability);
        var fallen = await malmo.Sees<CollaborationView>($"{CollaborationClient.Address}/{model.Id}", seen => seen.Sustainable is Verdict.No);
        Assert.Equal(CheckKind.AtTwentyFourMonths, fallen.Checks[^1].Kind);
        Assert.Equal("Inköp och affärer ligger på 2,0 och behöver minst nivå 3.", Assert.Single((await malmo.SustainabilityAsync(model.Id)).Missing).Text);

        // Whoever looks at the model sees both: what it is now at home, and what it led to where it was adopted.
        var told = await anyone.Sees<GetModel.Response>($"/knowledge/v1/models/{model.Id}", seen => seen.Sustainable == "no" && seen.Adopters.Any(one => one.Sustainable == "yes"));
        Assert.Equal(("Härjedalen", "Tre byar får mat hem, och två personer har fått jobb."), Assert.Single(told.Adopters.Select(one => (one.Municipality, one.Results))));
    }
}
