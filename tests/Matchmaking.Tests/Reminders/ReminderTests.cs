using System.Text.Json;
using Contracts.Matchmaking;
using Matchmaking.Data;
using Matchmaking.Dialogues;
using Matchmaking.Interests;
using Matchmaking.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Reminders;

/// <summary>Each party is told of what waits for it and of what the other has answered, once; on a host of its own, whose log is nobody else's.</summary>
public sealed class ReminderTests(Service shared) : IAsyncLifetime
{
    private Service service = null!;
    private Scenario scenario = null!;

    public async ValueTask InitializeAsync() => scenario = await Scenario.New(service = await shared.AloneAsync());

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task An_interest_waits_for_the_municipality_and_its_answer_is_news_for_the_enterprise()
    {
        var interest = await scenario.Interest();
        await Waiting(($"{scenario.Code}", "Cykelköket ek. för. är intresserat och väntar på svar.", $"/intressen/{interest.Id}"));
        interest = await (await scenario.Move(scenario.Buyer, interest, "dialogue")).ReadAsync<InterestView>();
        await Waiting(Enterprise("Kommunen vill ha dialog om er intresseanmälan.", $"/intressen/{interest.Id}"));
        await (await scenario.Move(scenario.Buyer, interest, "refusal", new { reason = "För litet." })).ReadAsync<InterestView>();
        await Waiting(Enterprise("Kommunen tackar nej till er intresseanmälan. Skäl: För litet.", $"/intressen/{interest.Id}"));
        Assert.DoesNotContain("reminder", await service.Host.Public().GetStringAsync("/matchmaking/v1/changes?limit=1000"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interest_in_a_need_that_is_over_waits_for_a_reason(bool inDialogue)
    {
        var interest = await scenario.Interest();
        if (inDialogue) interest = await (await scenario.Move(scenario.Buyer, interest, "dialogue")).ReadAsync<InterestView>();
        await service.Hear(scenario.Need with { Version = 2, Status = "closed", Outcome = "procured-elsewhere" });
        var reason = (scenario.Code, "Behovet är avslutat. Berätta för Cykelköket ek. för. varför det inte blev affär.", $"/intressen/{interest.Id}");
        await Waiting(inDialogue ? [reason, Enterprise("Kommunen vill ha dialog om er intresseanmälan.", reason.Item3)] : [reason]);
        await (await scenario.Move(scenario.Buyer, interest, "refusal", new { reason = "Upphandlat." })).ReadAsync<InterestView>();
        await Waiting(Enterprise("Kommunen tackar nej till er intresseanmälan. Skäl: Upphandlat.", reason.Item3));
    }

    [Fact]
    public async Task A_question_waits_for_the_municipality_without_its_asker_and_the_answer_is_news_for_who_asked()
    {
        var question = await (await scenario.Supplier.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/needs/{scenario.Need.Id}/questions", new { text = "När börjar det?" }))
            .ReadAsync<QuestionView>(System.Net.HttpStatusCode.Created);
        await Waiting((scenario.Code, "En fråga om behovet väntar på svar.", $"/behov/{scenario.Need.Id}"));
        await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/questions/{question.Id}/answer", new { answer = "I mars." }, $"\"{question.Version}\"")).ReadAsync<QuestionView>();
        await Waiting(Enterprise("Er fråga om behovet är besvarad.", $"/behov/{scenario.Need.Id}"));
    }

    private (string, string, string) Enterprise(string line, string path) => ($"{scenario.Enterprise.Id}", line, path);

    /// <summary>What has been told and not been taken back, once replicas have looked at the same time.</summary>
    private async Task Waiting(params (string Org, string Line, string Path)[] expected)
    {
        List<ReminderChanged> told = [];
        await Eventually.TrueAsync(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ActivatorUtilities.CreateInstance<LookForReminders>(service.Host.Services).Turn(default)));
            told = await service.Host.WithDatabase<MatchmakingDb, List<ReminderChanged>>(async db =>
                [.. (await db.EventLog.Where(e => e.Name == "matchmaking.reminder-changed").OrderBy(e => e.Sequence).Select(e => e.Body).ToListAsync()).Select(body => JsonSerializer.Deserialize<ReminderChanged>(body, JsonSerializerOptions.Web)!)]);
            return told.GroupBy(one => one.Key).Select(one => one.Last()).Where(one => !one.Withdrawn)
                .Select(one => (one.Reminder.For.Orgs.Single(), one.Reminder.Line, one.Reminder.Path)).ToHashSet().SetEquals(expected);
        });
        Assert.Equal(told.Count, told.DistinctBy(one => (one.Key, one.Version)).Count());
        Assert.All(told, one => Assert.Equal(one.Reminder.For.Orgs.Single() == scenario.Code ? null : Roles.EnterpriseManager, one.Reminder.For.Role));
    }
}
