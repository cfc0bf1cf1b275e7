using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Yarp.ReverseProxy.Configuration;

namespace Gateway.Tests;

public class RouteTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    public static IEnumerable<TheoryDataRow<string>> AllRoutes => Routes.All().Select(route => new TheoryDataRow<string>(route.RouteId));

    [Theory, MemberData(nameof(AllRoutes))]
    public void A_route_says_all_its_policies(string id) => Assert.Empty(Missing(Routes.All().Single(route => route.RouteId == id)));

    [Fact]
    public void A_route_without_a_policy_would_be_found() => Assert.Equal(
        ["authorization", "rate limit", "time limit", "size limit"],
        Missing(new RouteConfig { RouteId = "forgotten", ClusterId = "portal", Match = new RouteMatch { Path = "/forgotten" } }));

    private static List<string> Missing(RouteConfig route)
    {
        List<string> missing = [];
        if (route.AuthorizationPolicy is not (EdgeTokens.ValidOrAbsent or EdgeTokens.JudgedInside)) missing.Add("authorization");
        if (route.RateLimiterPolicy is not (RateLimits.Api or RateLimits.SignIn or RateLimits.Feedback or RateLimits.Pages or RateLimits.Assets)) missing.Add("rate limit");
        if (route.Timeout is null) missing.Add("time limit");
        if (route.MaxRequestBodySize is null or < 0) missing.Add("size limit");
        return missing;
    }

    [Fact]
    public void The_gateway_s_own_endpoints_have_policies_too()
    {
        var own = platform.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);
        Assert.Empty(own.Select(endpoint => endpoint.RoutePattern.RawText));
        var unlimited = platform.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Order();
        // Probes must be answered whatever a neighbour does; the metrics are on their own port.
        Assert.Equal(["health/live", "health/ready", "metrics"], unlimited);
    }

    [Theory]
    [InlineData("/municipalities/v1/needs", "municipalities", "/municipalities/v1/needs")]
    [InlineData("/enterprises/v1/enterprises", "enterprises", "/enterprises/v1/enterprises")]
    [InlineData("/matchmaking/v1/deals", "matchmaking", "/matchmaking/v1/deals")]
    [InlineData("/knowledge/v1/articles", "knowledge", "/knowledge/v1/articles")]
    [InlineData("/identity/.well-known/openid-configuration", "identity", "/identity/.well-known/openid-configuration")]
    [InlineData("/openapi/municipalities.json", "municipalities", "/openapi/v1.json")]
    [InlineData("/openapi/knowledge.json", "knowledge", "/openapi/v1.json")]
    [InlineData("/", "portal", "/")]
    [InlineData("/om", "portal", "/om")]
    [InlineData("/openapi/identity.json", "portal", "/openapi/identity.json")]
    public async Task An_address_leads_to_its_service(string address, string service, string path)
    {
        var seen = await platform.Gateway.Client().GetFromJsonAsync<StubService.Seen>(address, TestContext.Current.CancellationToken);
        Assert.Equal((service, path), (seen!.Name, seen.Path));
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/METRICS")]
    [InlineData("/metrics/")]
    public async Task What_is_for_operations_is_not_found_from_outside(string address)
    {
        var response = await platform.Gateway.Client().GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/municipalities/../health/ready")]
    [InlineData("/municipalities/%2e%2e/health/ready")]
    [InlineData("/municipalities/..%2fhealth%2fready")]
    [InlineData("/municipalities//health/ready")]
    [InlineData("/municipalities/health/ready")]
    [InlineData("/municipalities/metrics")]
    public async Task A_service_s_health_and_metrics_are_not_reached(string address)
    {
        var answer = await RawHttp.SendAsync(platform.Gateway.Address, $"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        // Either the gateway's own, or the service is asked for the very path below its name, which it does not have.
        Assert.DoesNotContain("\"path\":\"/health", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"path\":\"/metrics", answer, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Contains("\"path\":\"/municipalities/", StringComparison.Ordinal) || answer.Contains("checks", StringComparison.Ordinal)
            || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task The_list_of_apis_names_every_document()
    {
        var catalog = await platform.Gateway.Client().GetFromJsonAsync<ApiCatalog.Catalog>("/api-info", ServiceDefaults.ApiJson.Options, TestContext.Current.CancellationToken);
        Assert.Equal(["/openapi/municipalities.json", "/openapi/enterprises.json", "/openapi/matchmaking.json", "/openapi/knowledge.json"],
            catalog!.Apis.Select(api => api.ApiDocumentation));
    }

    [Fact]
    public async Task The_api_reference_comes_from_here_alone()
    {
        var client = platform.Gateway.Client();
        var page = await client.GetAsync("/docs/", TestContext.Current.CancellationToken);
        var html = await page.ReadTextAsync();
        foreach (var service in Platform.Apis) Assert.Contains($"openapi/{service}.json", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'unsafe", policy, StringComparison.Ordinal);
        var nonce = System.Text.RegularExpressions.Regex.Match(policy, "'nonce-([^']+)'").Groups[1].Value;
        var scripts = System.Text.RegularExpressions.Regex.Matches(html, "<script[^>]*>");
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Contains(nonce, System.Net.WebUtility.HtmlDecode(script.Value), StringComparison.Ordinal));
        var source = System.Text.RegularExpressions.Regex.Match(html, "src=\"([^\"]+)\"").Groups[1].Value;
        var bundle = await client.GetAsync(new Uri(new Uri(platform.Gateway.Address, "/docs/"), source), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)bundle.StatusCode);
        Assert.Contains("javascript", bundle.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
    }
}
