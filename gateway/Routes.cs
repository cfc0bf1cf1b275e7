using System.Globalization;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace Gateway;

/// <summary>
/// The routes: who answers which address, and under which policies. Each route says all of them, a test sees to it:
/// authorisation, rate limit, time limit and size limit.
/// </summary>
internal static class Routes
{
    /// <summary>Longest time for an answer unless <c>Edge:TimeoutSeconds</c> says otherwise. A longer job answers 202 and is asked for later.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Largest request in bytes: the services' own limit for JSON.</summary>
    private const long LargestApiRequest = 1024 * 1024;

    /// <summary>A file beside an article, a case, a meeting or a discussion: the service's own limit.</summary>
    private const long LargestAttachment = 10 * 1024 * 1024;

    /// <summary>A file of enterprises: the service's own limit.</summary>
    private const long LargestImport = 20 * 1024 * 1024;

    /// <summary>The same from the portal's form, which takes 5 MB and says so itself when a file is somewhat larger.</summary>
    private const long LargestFormWithFile = 8 * 1024 * 1024;

    /// <summary>A sign-in form or a token request is small.</summary>
    private const long LargestForm = 64 * 1024;

    public static IReadOnlyList<RouteConfig> All(TimeSpan? longest = null) =>
        [.. Table().Select(route => longest is null ? route : route with { Timeout = longest })];

    private static RouteConfig[] Table() =>
    [
        .. Platform.Apis.Select(service => Route(service, service, $"/{service}/{{**rest}}", EdgeTokens.ValidOrAbsent, RateLimits.Api, LargestApiRequest)),
        Posted("knowledge-attachments", "knowledge", "/knowledge/v1/{things}/{id:guid}/attachments", EdgeTokens.ValidOrAbsent, RateLimits.Api, LargestAttachment),
        Posted("enterprises-imports", "enterprises", "/enterprises/v1/imports", EdgeTokens.ValidOrAbsent, RateLimits.Api, LargestImport),
        Posted("knowledge-feedback", "knowledge", "/knowledge/v1/feedback", EdgeTokens.ValidOrAbsent, RateLimits.Feedback, LargestForm),
        .. Platform.Apis.Select(service => Document(service)),
        // Identity judges its own credentials: its token endpoint is called with Basic, its pages with a cookie.
        Posted("identity-sign-in", Platform.Identity, "/identity/login", EdgeTokens.JudgedInside, RateLimits.SignIn, LargestForm),
        Route("identity-token", Platform.Identity, "/identity/connect/token", EdgeTokens.JudgedInside, RateLimits.SignIn, LargestForm),
        Route("identity", Platform.Identity, "/identity/{**rest}", EdgeTokens.JudgedInside, RateLimits.Pages, LargestForm),
        Route("portal-assets", Platform.Portal, "/assets/{**rest}", EdgeTokens.JudgedInside, RateLimits.Assets, 0),
        Posted("portal-import", Platform.Portal, "/natverket/importera", EdgeTokens.JudgedInside, RateLimits.Pages, LargestFormWithFile),
        Route("portal", Platform.Portal, "/{**rest}", EdgeTokens.JudgedInside, RateLimits.Pages, LargestForm) with { Order = int.MaxValue },
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) => [.. Platform.All.Select(service =>
    {
        var addresses = Platform.Addresses(configuration, service);
        return new ClusterConfig
        {
            ClusterId = service,
            LoadBalancingPolicy = "PowerOfTwoChoices",
            Destinations = addresses.Select((address, index) => (address, index)).ToDictionary(
                item => item.index.ToString(CultureInfo.InvariantCulture), item => new DestinationConfig { Address = item.address }),
            // With one destination a health check can only turn answers into 503.
            HealthCheck = addresses.Count < 2 ? null : new HealthCheckConfig
            {
                Active = new ActiveHealthCheckConfig
                {
                    Enabled = true,
                    Path = "/health/ready",
                    Interval = TimeSpan.FromSeconds(2),
                    Timeout = TimeSpan.FromSeconds(2),
                },
                Passive = new PassiveHealthCheckConfig
                {
                    Enabled = true,
                    Policy = RefusedConnection.PolicyName,
                    ReactivationPeriod = TimeSpan.FromSeconds(5),
                },
            },
        };
    })];

    private static RouteConfig Route(string id, string cluster, string path, string authorization, string rate, long largest) => new RouteConfig
    {
        RouteId = id,
        ClusterId = cluster,
        Match = new RouteMatch { Path = path },
        AuthorizationPolicy = authorization,
        RateLimiterPolicy = rate,
        Timeout = Longest,
        MaxRequestBodySize = largest,
    }.WithTransformXForwarded(xPrefix: ForwardedTransformActions.Remove);

    /// <summary>What is sent to an address, where that has limits of its own.</summary>
    private static RouteConfig Posted(string id, string cluster, string path, string authorization, string rate, long largest) =>
        Route(id, cluster, path, authorization, rate, largest) with { Match = new RouteMatch { Path = path, Methods = ["POST"] } };

    private static RouteConfig Document(string service) => (Route($"{service}-openapi", service, "", EdgeTokens.JudgedInside, RateLimits.Pages, 0)
        with { Match = new RouteMatch { Path = $"/openapi/{service}.json", Methods = ["GET", "HEAD"] } })
        .WithTransformPathSet("/openapi/v1.json");
}
