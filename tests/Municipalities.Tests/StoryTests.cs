using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Municipalities.Collaborations;
using Municipalities.Journeys;
using Municipalities.Mentorships;
using Municipalities.Overview;
using Municipalities.Tests.Baselines;
using Municipalities.Tests.Collaborations;
using ServiceDefaults;
using ServiceDefaults.Rules;
using Testing;
using Xunit;

namespace Municipalities.Tests;

/// <summary>A rural and a large municipality from baseline by mentor and adopted model to the check a year after the project's end, on a clock that the test moves.</summary>
public sealed class StoryTests(Service service) : IAsyncLifetime
{
    private static readonly int?[] All3 = [3, 3, 3, 3, 3, 3, 3, 3];
    private readonly Clock clock = new();
    private ServiceHost<Program> host = null!;

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    public async ValueTask InitializeAsync()
    {
        host = await service.StartAsync(null, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await Service.SeedAsync(host);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private HttpClient Lead(string code) => host.As(Roles.DevelopmentLead, code);

    [Fact]
    public async Task One_rural_and_one_large_municipality_come_to_last_and_the_other_falls()
    {
        // Those who have come far share it and offer to help: Söderhamn is rural, Umeå is a large city.
        var (soderhamn, umea) = (await Mentor("2182"), await Mentor("2480"));

        var rural = await Travel("2361", [1, 1, 1, 1, 1, 1, 1, 1], "anchoring", "2182", soderhamn.Id, "rural");
        var large = await Travel("1280", [4, 4, 4, 4, 4, 4, 4, 1], "follow-up", "2480", umea.Id, "large-city");

        // The project ends today with all at level 3; a year later only one has held it.
        foreach (var (code, own) in new[] { ("2361", rural), ("1280", large) })
        {
            await Lead(code).AssessedAsync(All3, evidence: true);
            var row = await Lead(code).RevisedAsync(own, own.Content with { ProjectEndsOn = clock.Today() });
            Assert.Equal(Verdict.Unknown, (await Lead(code).SustainabilityAsync(row.Id)).Answer);
            Assert.Equal(0, await RunChecks());
        }
        clock.Ahead += TimeSpan.FromDays(180);
        await Lead("1280").AssessedAsync([3, 2, 3, 3, 3, 3, 3, 3], evidence: true);
        clock.Ahead += TimeSpan.FromDays(200);
        Assert.Contains(await Overdue("2361"), item => item.Kind is ReviewKind.Sustainability);
        Assert.Contains(await Overdue("2361"), item => item.Kind is ReviewKind.Baseline);

        await Lead("2361").AssessedAsync(All3, evidence: true);
        await Lead("1280").AssessedAsync(All3, evidence: true);
        Assert.Equal(2, await RunChecks());
        Assert.Equal(0, await RunChecks());

        rural = await Lead("2361").CollaborationAsync(rural.Id);
        large = await Lead("1280").CollaborationAsync(large.Id);
        Assert.Equal((Verdict.Yes, clock.Today(), CheckKind.AtTwelveMonths), (rural.Sustainable, rural.SustainableCheckedOn, Assert.Single(rural.Checks).Kind));
        Assert.Equal(Verdict.No, large.Sustainable);
        Assert.Contains("föll till 2,0", (await Lead("1280").SustainabilityAsync(large.Id)).Missing.Single().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Overdue("2361"), item => item.Kind is ReviewKind.Sustainability or ReviewKind.Baseline);
    }

    /// <summary>Baseline, blocking dimension, mentor, adopted model, and a step of the journey that is done.</summary>
    private async Task<CollaborationView> Travel(string code, int?[] levels, string blocking, string mentor, Guid model, string template)
    {
        var lead = Lead(code);
        await lead.AssessedAsync(levels);
        var address = $"/municipalities/v1/municipalities/{code}/journey";
        var step = await (await lead.GetAsync($"{address}/next-step")).ReadAsync<GetNextStep.Response>();
        Assert.Equal((blocking, mentor, model), (step.Dimension, step.Mentors[0].MunicipalityCode, step.Model!.CollaborationId));

        var asked = await (await lead.SendJsonAsync(HttpMethod.Post, "/municipalities/v1/mentorships", new { mentorCode = mentor, dimension = blocking, message = "Hur gjorde ni det första halvåret?" })).ReadAsync<MentorshipView>(HttpStatusCode.Created);
        asked = await Move(Lead(mentor), asked, "acceptance", new { text = "Gärna." });
        asked = await Move(lead, asked, "notes", new { on = clock.Today(), text = "Gick igenom hur de började." });
        Assert.Equal(MentorshipOutcome.Helped, (await Move(lead, asked, "conclusion", new { outcome = "helped", text = "Vi börjar i rätt ände." })).Outcome);

        var adopted = await lead.AdoptAsync(step.Model.CollaborationId);
        Assert.Equal(model, adopted.OriginId);
        var journey = await (await lead.SendJsonAsync(HttpMethod.Post, address, new { template })).ReadAsync<JourneyView>(HttpStatusCode.Created);
        journey = await (await lead.SendJsonAsync(HttpMethod.Post, $"{address}/actions", step.Action, ETags.Of(journey.Version))).ReadAsync<JourneyView>();
        var action = journey.Actions.Single(one => one.Content.Text == step.Action!.Text);
        journey = await (await lead.SendJsonAsync(HttpMethod.Put, $"{address}/actions/{action.Id}/status", new { status = "done", evidence = "Beslut KS 2026/14" }, ETags.Of(journey.Version))).ReadAsync<JourneyView>();
        Assert.Equal(ActionStatus.Done, journey.Actions.Single(one => one.Id == action.Id).Status);
        return adopted;
    }

    private async Task<CollaborationView> Mentor(string code)
    {
        await Lead(code).AssessedAsync([4, 4, 4, 4, 4, 4, 4, 4], willing: true, evidence: true);
        return await Lead(code).ModelAsync();
    }

    private Task<int> RunChecks() => host.WithDatabase<MunicipalitiesDb, int>(db => CheckSustainability.RunDue(db, clock.Today(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TestContext.Current.CancellationToken));

    private async Task<List<ListOverdue.Item>> Overdue(string code) => await (await Lead(code).GetAsync("/municipalities/v1/overdue-reviews")).ReadAsync<List<ListOverdue.Item>>();

    private static async Task<MentorshipView> Move(HttpClient lead, MentorshipView row, string move, object body) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, $"/municipalities/v1/mentorships/{row.Id}/{move}", body, ETags.Of(row.Version))).ReadAsync<MentorshipView>();
}
