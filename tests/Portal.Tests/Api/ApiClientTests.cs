using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Portal.Api;
using Xunit;

namespace Portal.Tests.Api;

/// <summary>What becomes of a service's answer, and of none.</summary>
public sealed class ApiClientTests
{
    private sealed class Stub(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(request);
            return Task.FromResult(answer(request));
        }
    }

    private static ApiClient Client(Stub stub) =>
        new(new HttpClient(stub) { BaseAddress = new Uri("http://gateway") }, new HttpContextAccessor(), new ConfigurationBuilder().Build(), new SilentServices(TimeProvider.System), TimeProvider.System);

    private static HttpResponseMessage Answer(HttpStatusCode status, string json, string type = "application/problem+json") =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, type) };

    [Theory]
    [InlineData(HttpStatusCode.NotFound, PartState.Missing)]
    [InlineData(HttpStatusCode.Forbidden, PartState.Refused)]
    [InlineData(HttpStatusCode.ServiceUnavailable, PartState.Unavailable)]
    [InlineData(HttpStatusCode.BadGateway, PartState.Unavailable)]
    [InlineData(HttpStatusCode.TooManyRequests, PartState.Unavailable)]
    public async Task An_answer_that_is_no_value_is_a_state(HttpStatusCode status, PartState expected) =>
        Assert.Equal(expected, (await Client(new Stub(_ => Answer(status, "{}"))).GetNeed(Guid.Empty)).State);

    [Fact]
    public async Task A_service_that_does_not_answer_or_talks_nonsense_is_unavailable()
    {
        Assert.Equal(PartState.Unavailable, (await Client(new Stub(_ => throw new HttpRequestException("away"))).GetNeed(Guid.Empty)).State);
        Assert.Equal(PartState.Unavailable, (await Client(new Stub(_ => Answer(HttpStatusCode.OK, "<html>", "text/html"))).GetNeed(Guid.Empty)).State);
    }

    [Fact]
    public async Task Nobody_else_waits_for_a_service_that_has_kept_two_waiting_in_a_row_but_a_write_is_tried()
    {
        var stub = new Stub(_ => throw new TaskCanceledException("too slow"));
        var client = Client(stub);
        await client.GetNeed(Guid.Empty);
        await client.GetNeed(Guid.Empty);
        Assert.Equal(PartState.Unavailable, (await client.GetNeed(Guid.Empty)).State);
        Assert.Equal(2, stub.Seen.Count);
        await client.GetEnterprise(Guid.Empty);
        await client.MoveNeed(Guid.Empty, 1, "publication", "key");
        Assert.Equal(4, stub.Seen.Count);
    }

    [Fact]
    public void One_slow_page_after_a_start_does_not_hide_the_service_from_the_next_and_an_answer_forgets_it()
    {
        var clock = new SetClock();
        var (silent, asked) = (new SilentServices(clock), clock.Now);
        clock.Now += TimeSpan.FromSeconds(3);
        // Three questions of one page, side by side: one wait.
        foreach (var _ in Enumerable.Range(0, 3)) silent.Note("/knowledge/v1/cases", asked);
        Assert.False(silent.Has("/knowledge/v1/articles"));
        silent.Heard("/knowledge/v1/articles");
        silent.Note("/knowledge/v1/cases", clock.Now);
        Assert.False(silent.Has("/knowledge/v1/articles"));
        clock.Now += TimeSpan.FromSeconds(3);
        silent.Note("/knowledge/v1/cases", clock.Now);
        Assert.True(silent.Has("/knowledge/v1/articles"));
        Assert.False(silent.Has("/municipalities/v1/needs"));
        clock.Now += TimeSpan.FromSeconds(11);
        Assert.False(silent.Has("/knowledge/v1/articles"));
        // Who tries again in vain after the rest spares the others at once.
        silent.Note("/knowledge/v1/cases", clock.Now);
        Assert.True(silent.Has("/knowledge/v1/articles"));
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Fact]
    public void Questions_side_by_side_are_one_round_and_one_after_an_answer_is_the_next()
    {
        var rounds = new Rounds();
        var (first, second) = (rounds.Begin(), rounds.Begin());
        rounds.End(second);
        Assert.Equal((1, 1, 2), (first, second, rounds.Begin()));
        rounds.End(first);
        Assert.Equal(2, rounds.Begin());
    }

    [Fact]
    public async Task A_write_says_which_version_it_is_for_and_does_its_work_once()
    {
        var stub = new Stub(_ => Answer(HttpStatusCode.BadRequest, """{"title":"Fel","invalidParameters":[{"name":"title","reason":"För kort."}]}"""));
        var outcome = await Client(stub).MoveNeed(Guid.Empty, 7, "publication", "the-key");
        Assert.Equal(("\"7\"", "the-key"), (stub.Seen[0].Headers.IfMatch.ToString(), stub.Seen[0].Headers.GetValues("Idempotency-Key").Single()));
        Assert.Equal((400, "För kort."), (outcome.Problem!.Status, outcome.Problem.InvalidParameters!.Single().Reason));
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(9, 4, false)]
    public async Task What_is_being_dealt_with_already_is_asked_for_again_a_few_times(int busy, int expected, bool done)
    {
        var left = busy;
        var stub = new Stub(_ =>
        {
            if (left-- == 0) return Answer(HttpStatusCode.OK, "{}");
            var answer = Answer(HttpStatusCode.Conflict, """{"type":"/problems/idempotency/in-progress","title":"Samma begäran behandlas redan"}""");
            answer.Headers.RetryAfter = new(TimeSpan.Zero);
            return answer;
        });
        var outcome = await Client(stub).Send<object>(HttpMethod.Post, "/matchmaking/v1/interests", new { message = "Hej" }, key: "the-key");
        Assert.Equal((expected, done), (stub.Seen.Count, outcome.Done));
        Assert.All(stub.Seen, request => Assert.Equal("the-key", request.Headers.GetValues("Idempotency-Key").Single()));
    }

    [Theory]
    [InlineData(401, null, "logga in")]
    [InlineData(409, "/problems/idempotency/in-progress", "bara en gång")]
    [InlineData(422, "/problems/idempotency/key-reused", "förra gången sparades")]
    [InlineData(428, "/problems/request/no-version", "vilken utgåva")]
    public void What_is_said_to_programs_is_told_in_words_for_people(int status, string? type, string expected) =>
        Assert.Contains(expected, new Problem(status, "Idempotency-Key", "If-Match saknas", null, type).Sentence, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void What_is_empty_is_not_asked_for() =>
        Assert.Equal("/a?text=tv%C3%A4tt&open=true&page=2", Query.Of("/a", ("text", " tvätt "), ("none", null), ("empty", ""), ("open", true), ("page", 2)));
}
