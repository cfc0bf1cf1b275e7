using Testing;
using Xunit;

namespace Gateway.Tests;

public class HeaderTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private async Task<StubService.Seen> Seen(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/municipalities/v1/needs");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await (await platform.Gateway.Client().SendAsync(request, TestContext.Current.CancellationToken)).ReadAsync<StubService.Seen>();
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "natverket.example")]
    [InlineData("X-Forwarded-Prefix", null)]
    [InlineData("X-Forwarded-Port", null)]
    [InlineData("Forwarded", null)]
    [InlineData("X-Real-IP", null)]
    [InlineData("X-Original-URL", null)]
    [InlineData("X-User", null)]
    [InlineData("X-Org", null)]
    public async Task A_client_cannot_say_what_only_a_proxy_may(string name, string? expected)
    {
        var headers = (await Seen((name, "203.0.113.7"))).Headers;
        Assert.Equal(expected, headers.GetValueOrDefault(name));
    }

    [Fact]
    public async Task Hop_by_hop_headers_stay_on_their_hop()
    {
        var headers = (await Seen(("Connection", "X-Secret"), ("TE", "trailers"), ("Keep-Alive", "5"), ("Proxy-Authorization", "Basic x"), ("Upgrade", "h2c"))).Headers;
        Assert.DoesNotContain(headers.Keys, name => name is "TE" or "Keep-Alive" or "Proxy-Authorization" or "Upgrade" or "Connection");
    }

    [Fact]
    public async Task A_forged_host_does_not_reach_the_addresses_that_services_write()
    {
        var headers = (await Seen(("Host", "evil.example"))).Headers;
        Assert.Equal("natverket.example", headers["X-Forwarded-Host"]);
        Assert.DoesNotContain(headers.Values, value => value.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_callers_trace_goes_on_and_comes_back()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/municipalities/v1/needs");
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        var response = await platform.Gateway.Client().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains(trace, (await response.ReadAsync<StubService.Seen>()).Headers["traceparent"], StringComparison.Ordinal);
        Assert.Contains(trace, response.Headers.GetValues("traceparent").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/municipalities/v1/needs")]
    [InlineData("/")]
    [InlineData("/api-info")]
    [InlineData("/health/live")]
    [InlineData("/metrics")]
    public async Task Every_answer_has_the_security_headers(string address)
    {
        var response = await platform.Gateway.Client().GetAsync(address, TestContext.Current.CancellationToken);
        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join('|', values) : null;
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotNull(Header("Permissions-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Null(Header("Server"));
        Assert.Null(Header("X-Powered-By"));
    }

    [Fact]
    public async Task An_answer_to_somebody_is_not_kept()
    {
        var client = platform.Gateway.Client(TestTokens.Create(ServiceDefaults.Roles.DevelopmentLead, "1280"));
        var response = await client.GetAsync("/municipalities/v1/needs", TestContext.Current.CancellationToken);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }
}
