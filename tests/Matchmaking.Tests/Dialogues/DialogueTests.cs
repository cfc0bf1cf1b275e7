using System.Net;
using System.Text.Json;
using Matchmaking.Dialogues;
using ServiceDefaults.Rules;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Dialogues;

public class DialogueTests(Service service)
{
    [Fact]
    public async Task A_question_is_for_all_with_its_answer_and_without_its_asker()
    {
        var scenario = await Scenario.New(service);
        var rival = Told.Enterprise(scenario.Code);
        await service.Hear(rival);
        var question = await Ask(scenario);
        HttpClient[] others = [service.Host.Public(), service.Supplier(rival.Id), service.Buyer(Service.NewCode())];
        Assert.True(Assert.Single(await Questions(scenario.Supplier, scenario)).Mine);
        Assert.False(Assert.Single(await Questions(scenario.Buyer, scenario)).Mine);
        foreach (var other in others) Assert.Empty(await Questions(other, scenario));

        question = await (await Answer(scenario.Buyer, question, "I mars.")).ReadAsync<QuestionView>();
        foreach (var other in others)
        {
            var seen = Assert.Single(await Questions(other, scenario));
            Assert.Equal(("När börjar det?", "I mars.", false), (seen.Text, seen.Answer, seen.Mine));
        }
        Assert.DoesNotContain(scenario.Enterprise.Id.ToString(), await service.Host.Public().GetStringAsync($"/matchmaking/v1/needs/{scenario.Need.Id}/questions"), StringComparison.Ordinal);
        var corrected = await (await Answer(scenario.Buyer, question, "I april.")).ReadAsync<QuestionView>();
        Assert.Equal(("I april.", question.AnsweredAt), (corrected.Answer, corrected.AnsweredAt));
        await (await Withdraw(scenario.Supplier, corrected)).ReadProblemAsync(409, "/question/answered");
    }

    [Fact]
    public async Task Each_side_makes_its_own_moves_only()
    {
        var scenario = await Scenario.New(service);
        var question = await Ask(scenario);
        await (await Answer(service.Buyer(Service.NewCode()), question, "Nej.")).ReadProblemAsync(404, "/question/not-found");
        await (await Answer(scenario.Supplier, question, "Nej.")).ReadProblemAsync(403, "/dialogue/municipality-only");
        await (await Withdraw(scenario.Buyer, question)).ReadProblemAsync(403, "/dialogue/enterprise-only");
        await (await Answer(scenario.Buyer, question with { Version = 4 }, "Nej.")).ReadProblemAsync(412, "/request/stale");
        question = await (await Withdraw(scenario.Supplier, question)).ReadAsync<QuestionView>();
        await (await Withdraw(scenario.Supplier, question)).ReadProblemAsync(409, "/question/withdrawn");
        await (await Answer(scenario.Buyer, question, "För sent.")).ReadProblemAsync(409, "/question/withdrawn");
        Assert.Empty(await Questions(scenario.Buyer, scenario));
    }

    [Fact]
    public async Task Only_a_published_enterprise_asks_and_only_about_an_open_need()
    {
        var scenario = await Scenario.New(service);
        await (await PostQuestion(scenario, scenario.Buyer)).ReadProblemAsync(403, "/dialogue/enterprise-only");
        await (await PostQuestion(scenario, service.Supplier(Guid.CreateVersion7()))).ReadProblemAsync(403, "/dialogue/enterprise-only");
        await (await PostQuestion(await Scenario.New(service, new DateOnly(2020, 1, 1)))).ReadProblemAsync(409, "/dialogue/too-late");
        await service.Hear(scenario.Need with { Version = 2, Status = "closed", Outcome = "deal" });
        await (await PostQuestion(scenario)).ReadProblemAsync(409, "/dialogue/need-closed");
        await service.Hear(scenario.Need with { Version = 3, Withdrawn = true });
        await (await PostQuestion(scenario)).ReadProblemAsync(404, "/dialogue/need-not-found");
        await (await service.Host.Public().GetAsync($"/matchmaking/v1/needs/{scenario.Need.Id}/questions")).ReadProblemAsync(404, "/dialogue/need-not-found");
    }

    [Fact]
    public async Task A_meeting_is_noted_by_the_needs_municipality_for_all()
    {
        var scenario = await Scenario.New(service);
        var body = new { kind = "early-dialogue", heldOn = "2026-11-03", participants = new[] { "Cykelköket ek. för." }, notes = "Vi visade verkstaden." };
        var address = $"/matchmaking/v1/needs/{scenario.Need.Id}/meetings";
        foreach (var other in new[] { scenario.Supplier, service.Buyer(Service.NewCode()) })
            await (await other.SendJsonAsync(HttpMethod.Post, address, body)).ReadProblemAsync(403, "/dialogue/municipality-only");
        await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, address, body with { heldOn = "2099-01-01" })).ReadProblemAsync(400, "/meeting/in-future");
        var noted = await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, address, body)).ReadAsync<MeetingView>(HttpStatusCode.Created);
        var seen = (await (await service.Host.Public().GetAsync(address)).ReadAsync<JsonElement>()).GetProperty("items")[0];
        Assert.Equal((noted.Id, "Vi visade verkstaden."), (seen.GetProperty("id").GetGuid(), seen.GetProperty("notes").GetString()));
    }

    [Fact]
    public async Task The_municipality_takes_away_words_and_what_is_left_says_so()
    {
        var scenario = await Scenario.New(service);
        var question = await Ask(scenario);
        Task<HttpResponseMessage> Redact(HttpClient who, string what, int version) => who.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/{what}/redaction", null, $"\"{version}\"");
        await (await Redact(scenario.Buyer, $"questions/{question.Id}", question.Version)).ReadProblemAsync(409, "/question/unanswered");
        question = await (await Answer(scenario.Buyer, question, "Ring Anna Karlsson.")).ReadAsync<QuestionView>();
        var noted = await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/needs/{scenario.Need.Id}/meetings",
            new { kind = "visit", heldOn = "2026-11-03", participants = new[] { "Anna Karlsson" }, notes = "Anna Karlsson visade." })).ReadAsync<MeetingView>(HttpStatusCode.Created);
        foreach (var other in new[] { scenario.Supplier, service.Buyer(Service.NewCode()) })
        {
            await (await Redact(other, $"questions/{question.Id}", question.Version)).ReadProblemAsync(403, "/dialogue/municipality-only");
            await (await Redact(other, $"meetings/{noted.Id}", noted.Version)).ReadProblemAsync(403, "/dialogue/municipality-only");
        }
        await (await Redact(scenario.Buyer, $"meetings/{noted.Id}", 7)).ReadProblemAsync(412, "/request/stale");
        Assert.Equal(HttpStatusCode.OK, (await Redact(scenario.Buyer, $"questions/{question.Id}", question.Version)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Redact(scenario.Buyer, $"meetings/{noted.Id}", noted.Version)).StatusCode);
        var mark = $"Texten togs bort den {TimeProvider.System.Today().Written()} av kommunen (Provköping).";
        var left = Assert.Single(await Questions(service.Host.Public(), scenario));
        Assert.Equal((mark, mark, question.AnsweredAt), (left.Text, left.Answer, left.AnsweredAt));
        var met = (await (await service.Host.Public().GetAsync($"/matchmaking/v1/needs/{scenario.Need.Id}/meetings")).ReadAsync<JsonElement>()).GetProperty("items")[0];
        Assert.Equal((mark, 0, "2026-11-03"), (met.GetProperty("notes").GetString(), met.GetProperty("participants").GetArrayLength(), met.GetProperty("heldOn").GetString()));
    }

    private static Task<HttpResponseMessage> PostQuestion(Scenario scenario, HttpClient? who = null) =>
        (who ?? scenario.Supplier).SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/needs/{scenario.Need.Id}/questions", new { text = "När börjar det?" });

    private static async Task<QuestionView> Ask(Scenario scenario) => await (await PostQuestion(scenario)).ReadAsync<QuestionView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> Answer(HttpClient who, QuestionView question, string answer) =>
        who.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/questions/{question.Id}/answer", new { answer }, $"\"{question.Version}\"");

    private static Task<HttpResponseMessage> Withdraw(HttpClient who, QuestionView question) =>
        who.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/questions/{question.Id}/withdrawal", null, $"\"{question.Version}\"");

    private static async Task<IReadOnlyList<QuestionView>> Questions(HttpClient who, Scenario scenario) =>
        (await (await who.GetAsync($"/matchmaking/v1/needs/{scenario.Need.Id}/questions")).ReadAsync<ServiceDefaults.Page<QuestionView>>()).Items;
}
