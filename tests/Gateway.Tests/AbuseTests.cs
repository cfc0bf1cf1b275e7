using System.Net.Sockets;
using System.Text;
using Testing;
using Xunit;

namespace Gateway.Tests;

public class AbuseTests
{
    private static async Task<(StubService, GatewayHost)> Start(Dictionary<string, string?>? settings = null)
    {
        var stub = await StubService.StartAsync("municipalities");
        return (stub, GatewayHost.Start([stub], settings));
    }

    private static Dictionary<string, string?> Few(params (string, string?)[] more)
    {
        var settings = new Dictionary<string, string?> { ["RateLimits:api:Burst"] = "3", ["RateLimits:api:PerSecond"] = "1" };
        foreach (var (key, value) in more) settings[key] = value;
        return settings;
    }

    private static async Task<int> Accepted(HttpClient client, int tries, Action<HttpRequestMessage, int>? each = null)
    {
        var accepted = 0;
        for (var i = 0; i < tries; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/municipalities/v1/needs");
            each?.Invoke(request, i);
            var response = await client.SendAsync(request);
            if (response.IsSuccessStatusCode) accepted++;
            else
            {
                await response.ReadProblemAsync(429, "gateway/too-many-requests");
                Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
            }
        }
        return accepted;
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back()
    {
        var (stub, gateway) = await Start(Few());
        await using var _ = stub;
        await using var __ = gateway;
        Assert.InRange(await Accepted(gateway.Client(), 30), 3, 15);
    }

    /// <summary>What anyone may write has a bucket of its own, a small one; reading the same address does not use it.</summary>
    [Fact]
    public async Task Feedback_from_one_visitor_is_bounded_more_tightly()
    {
        await using var stub = await StubService.StartAsync("knowledge");
        await using var gateway = GatewayHost.Start([stub], new() { ["RateLimits:feedback:Burst"] = "2" });
        var client = gateway.Client();
        async Task<int> Status(HttpMethod method) => (int)(await client.SendAsync(new HttpRequestMessage(method, "/knowledge/v1/feedback"))).StatusCode;
        for (var i = 0; i < 5; i++) Assert.NotEqual(429, await Status(HttpMethod.Get));
        Assert.NotEqual(429, await Status(HttpMethod.Post));
        Assert.NotEqual(429, await Status(HttpMethod.Post));
        Assert.Equal(429, await Status(HttpMethod.Post));
    }

    [Fact]
    public async Task A_forged_address_does_not_escape_the_limit()
    {
        var (stub, gateway) = await Start(Few());
        await using var _ = stub;
        await using var __ = gateway;
        Assert.InRange(await Accepted(gateway.Client(), 30, (request, i) =>
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"198.51.100.{i}");
            request.Headers.TryAddWithoutValidation("Forwarded", $"for=198.51.100.{i}");
            request.Headers.TryAddWithoutValidation("X-Real-IP", $"198.51.100.{i}");
        }), 3, 15);
    }

    [Fact]
    public async Task A_configured_proxy_may_say_who_the_client_is()
    {
        var (stub, gateway) = await Start(Few(("ForwardedHeaders:KnownNetworks:0", "127.0.0.0/8"), ("RateLimits:api:Burst", "1")));
        await using var _ = stub;
        await using var __ = gateway;
        Assert.Equal(30, await Accepted(gateway.Client(), 30, (request, i) => request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"198.51.100.{i}")));
    }

    /// <summary>The portal reads for many visitors from one address.</summary>
    [Fact]
    public async Task The_portal_s_visitors_each_have_their_own_share_and_only_the_portal_may_name_them()
    {
        var (stub, gateway) = await Start(Few(("Edge:VisitorKey", "shared-secret"), ("RateLimits:api:Burst", "1")));
        await using var _ = stub;
        await using var __ = gateway;
        Assert.Equal(30, await Accepted(gateway.Client(), 30, (request, i) => Names(request, i, "shared-secret")));
        // Somebody else has one address, whatever they write.
        Assert.InRange(await Accepted(gateway.Client(), 30, (request, i) => Names(request, 100 + i, "guessed")), 1, 8);

        static void Names(HttpRequestMessage request, int visitor, string key)
        {
            request.Headers.TryAddWithoutValidation("X-Visitor", $"198.51.100.{visitor}");
            request.Headers.TryAddWithoutValidation("X-Visitor-Key", key);
        }
    }

    [Fact]
    public async Task One_client_s_haste_is_not_another_s()
    {
        var (stub, gateway) = await Start(Few());
        await using var _ = stub;
        await using var __ = gateway;
        await Accepted(gateway.Client(TestTokens.Create("development-lead", "1280")), 20);
        Assert.Equal(3, await Accepted(gateway.Client(TestTokens.Create("development-lead", "1283")), 3));
        Assert.Equal(3, await Accepted(gateway.Client(), 3));
    }

    [Fact]
    public async Task Guessing_tokens_is_limited_too()
    {
        var (stub, gateway) = await Start(Few());
        await using var _ = stub;
        await using var __ = gateway;
        var client = gateway.Client("rubbish");
        List<int> answers = [];
        for (var i = 0; i < 20; i++) answers.Add((int)(await client.GetAsync("/municipalities/v1/needs", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains(429, answers);
        Assert.All(answers, status => Assert.True(status is 401 or 429));
    }

    [Theory]
    [InlineData("X-Large", 40_000)]
    [InlineData("Cookie", 40_000)]
    public async Task A_huge_header_is_refused(string name, int size)
    {
        var (stub, gateway) = await Start();
        await using var _ = stub;
        await using var __ = gateway;
        var answer = await RawHttp.SendAsync(gateway.Address, $"GET / HTTP/1.1\r\nHost: x\r\n{name}: {new string('a', size)}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 431", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_address_is_refused()
    {
        var (stub, gateway) = await Start();
        await using var _ = stub;
        await using var __ = gateway;
        var answer = await RawHttp.SendAsync(gateway.Address, $"GET /{new string('a', 10_000)} HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 414", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_body_is_refused_with_or_without_a_length(bool length)
    {
        var (stub, gateway) = await Start();
        await using var _ = stub;
        await using var __ = gateway;
        var client = gateway.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/municipalities/v1/needs") { Content = new ByteArrayContent(new byte[1024 * 1024 + 1]) };
        if (!length) request.Headers.TransferEncodingChunked = true;
        await (await client.SendAsync(request, TestContext.Current.CancellationToken)).ReadProblemAsync(413, "gateway/too-large");
        using var fits = new ByteArrayContent(new byte[1024 * 1024]);
        Assert.Equal(1024 * 1024, (await (await client.PostAsync("/municipalities/v1/needs", fits, TestContext.Current.CancellationToken)).ReadAsync<StubService.Seen>()).Body);
    }

    [Fact]
    public async Task A_slow_body_is_cut_off()
    {
        var (stub, gateway) = await Start(new() { ["Edge:TimeoutSeconds"] = "2" });
        await using var _ = stub;
        await using var __ = gateway;
        using var socket = new TcpClient();
        await socket.ConnectAsync(gateway.Address.Host, gateway.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /municipalities/v1/needs HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc"), TestContext.Current.CancellationToken);
        // The rest never comes. The server answers or closes within its limits, and reading ends.
        var answer = await RawHttp.ReadAsync(stream);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 504", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData("POST /municipalities/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")]
    [InlineData("POST /municipalities/v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /municipalities/v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("GET /municipalities/v1/x HTTP/1.1\r\nHost: x\r\nX-A: b\r\n folded\r\n\r\n")]
    [InlineData("GET /municipalities/v1/x HTTP/1.1\r\nHost: x\r\nX A: b\r\n\r\n")]
    [InlineData("GET /municipalities/v1/x HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")]
    [InlineData("GET /municipalities/v1/x HTTP/1.1\r\n\r\n")]
    public async Task A_request_that_two_readers_could_read_differently_is_refused(string request)
    {
        var (stub, gateway) = await Start();
        await using var _ = stub;
        await using var __ = gateway;
        Assert.StartsWith("HTTP/1.1 400", await RawHttp.SendAsync(gateway.Address, request), StringComparison.Ordinal);
    }
}
