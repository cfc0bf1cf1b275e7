using Microsoft.AspNetCore.HttpOverrides;

namespace Gateway;

/// <summary>The limits of the outer web server, whom it believes about addresses, and where its figures are read.</summary>
internal static class Edge
{
    private const string ManagementPort = "MANAGEMENT_PORT";

    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = 10_000;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        });
        // Both lists empty would mean to believe everybody, so without a named proxy the headers are not read at all.
        var proxies = builder.Configuration.GetSection("ForwardedHeaders:KnownNetworks").Get<string[]>() ?? [];
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var network in proxies) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            if (proxies.Length == 0) options.ForwardedHeaders = ForwardedHeaders.None;
        });
        if (builder.Configuration[ManagementPort] is not { Length: > 0 } port) return;
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        if (urls is not null && !urls.Contains($":{port}", StringComparison.Ordinal)) builder.WebHost.UseUrls($"{urls};http://localhost:{port}");
    }

    /// <summary>
    /// Metrics tell an attacker what hurts. They are answered on the management port (<c>MANAGEMENT_PORT</c>) alone, which is told
    /// by the socket and not by anything that the client writes.
    /// </summary>
    public static void UseManagementPort(this WebApplication app)
    {
        var port = app.Configuration.GetValue(ManagementPort, 0);
        app.Use((context, next) =>
        {
            if (context.Connection.LocalPort == port && port > 0 || !context.Request.Path.StartsWithSegments("/metrics")) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
