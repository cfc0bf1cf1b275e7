using System.Net.Http.Json;
using Testing;
using Xunit;

namespace Gateway.Tests;

public class FaultTests
{
    [Fact]
    public async Task A_service_that_is_gone_answers_502_and_the_others_go_on()
    {
        var gone = await StubService.StartAsync("municipalities");
        await using var well = await StubService.StartAsync("knowledge");
        await using var gateway = GatewayHost.Start([gone, well]);
        await gone.DisposeAsync();

        var response = await gateway.Client().GetAsync("/municipalities/v1/needs", TestContext.Current.CancellationToken);
        await response.ReadProblemAsync(502, "gateway/unreachable");
        Assert.NotNull(response.Headers.RetryAfter);
        (await gateway.Client().GetAsync("/knowledge/v1/articles", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    /// <summary>People are told in words; a program that asks for the same address, and an API whoever asks, gets the problem.</summary>
    [Theory]
    [InlineData("/oversikt", "text/html", true)]
    [InlineData("/identity/login", "text/html,application/xhtml+xml;q=0.9", true)]
    [InlineData("/oversikt", "application/json", false)]
    [InlineData("/municipalities/v1/needs", "text/html,*/*;q=0.8", false)]
    public async Task A_person_who_waits_for_a_page_gets_a_page(string address, string accept, bool page)
    {
        await using var gateway = GatewayHost.Start([]);
        var client = gateway.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        if (!page)
        {
            await answer.ReadProblemAsync(503, "gateway/unavailable");
            return;
        }
        Assert.Equal((503, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Sidan går inte att visa just nu", await answer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_sent_to_a_service_that_is_gone_is_said_to_be_kept_by_the_browser()
    {
        await using var gateway = GatewayHost.Start([], new() { ["RateLimits:pages:Burst"] = "1", ["RateLimits:pages:PerSecond"] = "1" });
        var client = gateway.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");
        var answer = await client.PostAsync("/behov/nytt", new FormUrlEncodedContent([new("title", "Flytt")]), TestContext.Current.CancellationToken);
        Assert.Contains("bakåtknapp", await answer.ReadTextAsync(), StringComparison.Ordinal);
        var many = await client.GetAsync("/behov", TestContext.Current.CancellationToken);
        Assert.Equal((429, "text/html"), ((int)many.StatusCode, many.Content.Headers.ContentType?.MediaType));
        Assert.NotNull(many.Headers.RetryAfter);
        // The portal's own files are counted apart, so that a page does not lose its looks.
        Assert.Equal(503, (int)(await client.GetAsync("/assets/platform.css", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_service_that_is_nowhere_answers_503()
    {
        await using var gateway = GatewayHost.Start([]);
        var response = await gateway.Client().GetAsync("/municipalities/v1/needs", TestContext.Current.CancellationToken);
        await response.ReadProblemAsync(503, "gateway/unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_service_that_is_silent_answers_504()
    {
        await using var silent = await StubService.StartAsync("municipalities");
        await using var gateway = GatewayHost.Start([silent], new() { ["Edge:TimeoutSeconds"] = "1" });
        var response = await gateway.Client().GetAsync("/municipalities/v1/silent", TestContext.Current.CancellationToken);
        await response.ReadProblemAsync(504, "gateway/timeout");
    }

    [Fact]
    public async Task A_service_that_breaks_off_answers_502()
    {
        await using var broken = await StubService.StartAsync("municipalities");
        await using var gateway = GatewayHost.Start([broken]);
        await (await gateway.Client().GetAsync("/municipalities/v1/abort", TestContext.Current.CancellationToken)).ReadProblemAsync(502, "gateway/unreachable");
    }

    [Fact]
    public async Task A_service_s_own_503_is_passed_on()
    {
        await using var busy = await StubService.StartAsync("municipalities");
        await using var gateway = GatewayHost.Start([busy]);
        var response = await gateway.Client().GetAsync("/municipalities/v1/busy", TestContext.Current.CancellationToken);
        Assert.Equal("77", response.Headers.RetryAfter?.ToString());
        Assert.Contains("service/unavailable", await response.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_replicas_the_one_that_is_left_answers()
    {
        var first = await StubService.StartAsync("municipalities");
        await using var second = await StubService.StartAsync("municipalities");
        await using var gateway = GatewayHost.Start([first, second]);
        await first.DisposeAsync();

        var client = gateway.Client();
        var failed = 0;
        for (var i = 0; i < 100; i++)
            if (!(await client.GetAsync("/municipalities/v1/needs", TestContext.Current.CancellationToken)).IsSuccessStatusCode) failed++;
        Assert.Equal(0, failed);
    }

    [Fact]
    public async Task A_change_is_sent_once_and_no_more()
    {
        var first = await StubService.StartAsync("municipalities");
        var second = await StubService.StartAsync("municipalities");
        await using var gateway = GatewayHost.Start([first, second]);
        await first.DisposeAsync();
        await second.DisposeAsync();
        using var nothing = new StringContent("");
        await (await gateway.Client().PostAsync("/municipalities/v1/needs", nothing)).ReadProblemAsync(502, "gateway/unreachable");
        await using var third = await StubService.StartAsync("knowledge");
        await using var other = await StubService.StartAsync("knowledge");
        await using var aborting = GatewayHost.Start([third, other]);
        using var change = new StringContent("");
        await (await aborting.Client().PostAsync("/knowledge/v1/abort", change)).ReadProblemAsync(502, "gateway/unreachable");
        Assert.Equal(1, third.Requests + other.Requests);
    }

    [Fact]
    public async Task A_replica_that_is_not_ready_is_left_out()
    {
        await using var first = await StubService.StartAsync("municipalities");
        await using var second = await StubService.StartAsync("municipalities");
        first.Ready = false;
        await using var gateway = GatewayHost.Start([first, second], new() { ["RateLimits:api:Burst"] = "1000000" });
        var client = gateway.Client();
        // Both answer; only the health check can tell them apart.
        await Eventually.TrueAsync(async () =>
        {
            var seen = new HashSet<string>();
            for (var i = 0; i < 20; i++)
                seen.Add((await client.GetFromJsonAsync<StubService.Seen>("/municipalities/v1/needs"))!.Headers["Host"]);
            return seen.SetEquals([new Uri(second.Address).Authority]);
        });
    }

    [Fact]
    public async Task The_platform_is_ready_when_every_service_is()
    {
        List<StubService> stubs = [];
        foreach (var service in Platform.All) stubs.Add(await StubService.StartAsync(service));
        await using var gateway = GatewayHost.Start(stubs);
        var client = gateway.Client();
        Assert.Equal(200, (int)(await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);

        stubs[2].Ready = false;
        var answer = await Eventually.SeeAsync(async () => await (await client.GetAsync("/health/ready")).ReadTextAsync(),
            text => text.Contains($"\"{stubs[2].Name}\":\"Unhealthy\"", StringComparison.Ordinal));
        Assert.Contains($"\"{stubs[1].Name}\":\"Healthy\"", answer, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
        foreach (var stub in stubs) await stub.DisposeAsync();
    }
}
