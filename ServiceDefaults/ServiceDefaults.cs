using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using ServiceDefaults.Rules;

namespace ServiceDefaults;

/// <summary>How every process of the platform behaves, in the order in which its <c>Program.cs</c> says it.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Telemetry, health, problems, JSON, token validation and the limits of the web server.</summary>
    /// <param name="builder">The application being built.</param>
    /// <param name="service">The service's name as in addresses and audiences, such as <c>municipalities</c>.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddSingleton(new ServiceName(service));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LargeCounts>();
        builder.AddTelemetry(service);
        builder.AddHealth();
        builder.AddProblems();
        builder.AddTokenValidation(service);
        builder.AddServerLimits();
        builder.AddForwardedHeaders();
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Take(ApiJson.Configure(options.SerializerOptions)));
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddServiceDiscovery();
            http.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
        });
        return builder;
    }

    /// <summary>The pipeline that every service shares, and its health and metrics endpoints.</summary>
    /// <param name="app">The application.</param>
    /// <param name="beforeAuthorization">What must know the caller and yet stand before the refusal, such as a rate limit.</param>
    public static WebApplication MapServiceDefaults(this WebApplication app, Action<IApplicationBuilder>? beforeAuthorization = null)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        beforeAuthorization?.Invoke(app);
        app.UseAuthorization();
        app.MapHealth();
        app.MapMetrics();
        return app;
    }

    /// <summary>
    /// The root of a service's API and its document. What holds for each endpoint is said once, here: writes need a token with the service's
    /// write scope, an unknown query parameter is refused by name, and a noun's version travels as its ETag.
    /// </summary>
    public static RouteGroupBuilder MapApi(this WebApplication app, string version = "v1")
    {
        var service = app.Services.GetRequiredService<ServiceName>().Value;
        app.MapOpenApiDocument();
        var api = app.MapGroup($"/{service}/{version}");
        api.AddEndpointFilterFactory(UnknownParameters.Refuse);
        api.AddEndpointFilter(ETags.Answer);
        ((IEndpointConventionBuilder)api).Finally(Scopes.RequireForWrites);
        api.MapApiInfo(service, version);
        return api;
    }

    private static void AddServerLimits(this WebApplicationBuilder builder)
    {
        // A read that first waits for data costs a system call more for each request; without it an open connection holds one buffer of 4 kB.
        builder.WebHost.UseSockets(sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
    }

    /// <summary>Only the gateway's network may say who the caller was: loopback unless <c>ForwardedHeaders:KnownNetworks</c> names others.</summary>
    private static void AddForwardedHeaders(this WebApplicationBuilder builder)
    {
        var networks = builder.Configuration.GetSection("ForwardedHeaders:KnownNetworks").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var network in networks) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
    }
}

/// <summary>The service's name as in addresses, audiences and telemetry.</summary>
/// <param name="Value">Such as <c>municipalities</c>.</param>
public sealed record ServiceName(string Value)
{
    /// <summary>The version of the running build, such as 1.0.0.</summary>
    public static string Version { get; } =
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}

/// <summary>How JSON is read and written at the edge (RFC 8259, camelCase).</summary>
public static class ApiJson
{
    /// <summary>The options, for those who read the API's answers.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>What comes from outside is looked at more closely than what is stored.</summary>
    internal static void Take(JsonSerializerOptions options) =>
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(NoNullItems.Refuse);

    internal static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        // A misspelt member that is passed over in silence is a value lost; the caller is told instead.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        // Otherwise each number's schema would also allow text.
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }
}
