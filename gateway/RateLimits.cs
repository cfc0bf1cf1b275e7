using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Gateway;

/// <summary>
/// So that one client cannot take the others' share: a bucket of requests for each client, filled at a steady rate. A client is the
/// token's subject, otherwise its address, or the address that the portal reads for (see <see cref="PortalVisitors"/>). The counts are those of one gateway process; with several, a client may get as many times more.
/// </summary>
internal static class RateLimits
{
    /// <summary>Policy of the APIs.</summary>
    public const string Api = "api";

    /// <summary>Policy of sign-in and token requests, each of which costs a slow password or signature check.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of what anyone may write without signing in: a few at once, and then one a minute.</summary>
    public const string Feedback = "feedback";

    /// <summary>Policy of pages and documents.</summary>
    public const string Pages = "pages";

    /// <summary>Policy of style, script, font and pictures: cheap, kept by browsers, and asked for by a whole office behind one address at once.</summary>
    public const string Assets = "assets";

    /// <summary>A client's bucket. Set in configuration under <c>RateLimits:{policy}</c>.</summary>
    internal sealed class Bucket
    {
        /// <summary>Most requests at once.</summary>
        public int Burst { get; set; }

        /// <summary>Requests per second in the long run, or per <see cref="Seconds"/>.</summary>
        public int PerSecond { get; set; }

        /// <summary>How often the bucket is filled.</summary>
        public int Seconds { get; set; } = 1;
    }

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var api = Read(builder.Configuration, Api, burst: 200, perSecond: 50);
        var signIn = Read(builder.Configuration, SignIn, burst: 60, perSecond: 1);
        var pages = Read(builder.Configuration, Pages, burst: 200, perSecond: 20);
        var assets = Read(builder.Configuration, Assets, burst: 2000, perSecond: 200);
        var feedback = Read(builder.Configuration, Feedback, burst: 10, perSecond: 1, seconds: 60);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
                rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await FaultPage.Answer(rejected.HttpContext, GatewayErrors.TooMany, $"Vänta {seconds} s och försök igen.");
            };
            limiter.AddPolicy(Api, context => Limit(Client(context), api));
            limiter.AddPolicy(SignIn, context => Limit(Address(context), signIn));
            limiter.AddPolicy(Feedback, context => Limit(Address(context), feedback));
            limiter.AddPolicy(Assets, context => Limit($"assets {Address(context)}", assets));
            limiter.AddPolicy(Pages, context => Limit(Address(context), pages));
        });
    }

    private static Bucket Read(ConfigurationManager configuration, string policy, int burst, int perSecond, int seconds = 1)
    {
        var bucket = new Bucket { Burst = burst, PerSecond = perSecond, Seconds = seconds };
        configuration.GetSection($"RateLimits:{policy}").Bind(bucket);
        return bucket;
    }

    private static RateLimitPartition<string> Limit(string client, Bucket bucket) => RateLimitPartition.GetTokenBucketLimiter(client, _ =>
        new TokenBucketRateLimiterOptions
        {
            TokenLimit = bucket.Burst,
            TokensPerPeriod = bucket.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(bucket.Seconds),
            AutoReplenishment = true,
            QueueLimit = 0,
        });

    private static string Client(HttpContext context) =>
        (context.User.FindFirstValue("sub") ?? context.User.FindFirstValue("client_id")) is { } subject ? $"sub:{subject}" : Address(context);

    /// <summary>An IPv6 client owns a whole /64, so that is what is counted.</summary>
    private static string Address(HttpContext context)
    {
        var address = PortalVisitors.Of(context) ?? context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"net:{Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))}"
            : $"ip:{address}";
    }
}
