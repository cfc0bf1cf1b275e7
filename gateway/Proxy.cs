using Yarp.ReverseProxy.Transforms;

namespace Gateway;

/// <summary>The proxy itself: routes, what is taken out of requests on the way in, and what becomes of faults behind it.</summary>
internal static class Proxy
{
    /// <summary>Headers by which a client could claim what only a proxy may say. YARP sets its own X-Forwarded-* afterwards.</summary>
    private static readonly string[] NotFromOutside =
    [
        "Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP", "X-Cluster-Client-IP", "X-Original-For", "X-Original-Host", "X-Original-Proto",
        "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-Forwarded-Port", "X-Forwarded-Server", "X-Forwarded-Scheme", "X-Forwarded-Ssl",
        "X-User", "X-Org", "X-Role", PortalVisitors.VisitorHeader, PortalVisitors.KeyHeader,
    ];

    public static void AddPlatformProxy(this WebApplicationBuilder builder)
    {
        var publicHost = Uri.TryCreate(builder.Configuration["PublicUrl"], UriKind.Absolute, out var url) ? url : null;
        var seconds = builder.Configuration.GetValue<double?>("Edge:TimeoutSeconds");
        builder.Services.AddSingleton<Yarp.ReverseProxy.Health.IPassiveHealthCheckPolicy, RefusedConnection>();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(Routes.All(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value)), Routes.Clusters(builder.Configuration))
            .AddTransforms(transforms =>
            {
                transforms.AddResponseHeaderRemove("Server", Yarp.ReverseProxy.Transforms.ResponseCondition.Always);
                transforms.AddResponseHeaderRemove("X-Powered-By", Yarp.ReverseProxy.Transforms.ResponseCondition.Always);
                if (publicHost is null) return;
                // Addresses in answers name the platform, not whatever a client wrote as Host.
                transforms.AddRequestTransform(request =>
                {
                    request.ProxyRequest.Headers.Remove("X-Forwarded-Host");
                    request.ProxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Host", publicHost.Authority);
                    request.ProxyRequest.Headers.Remove("X-Forwarded-Proto");
                    request.ProxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Proto", publicHost.Scheme);
                    return ValueTask.CompletedTask;
                });
            });
        builder.Services.AddRequestTimeouts();
    }

    public static void MapPlatformProxy(this WebApplication app) => app.MapReverseProxy(proxy =>
    {
        // Here rather than as transforms: what is not there costs nothing to take out of what has been read.
        proxy.Use((context, next) =>
        {
            foreach (var header in NotFromOutside) context.Request.Headers.Remove(header);
            return next(context);
        });
        proxy.UseAnotherReplica();
        proxy.UseLoadBalancing();
        proxy.UsePassiveHealthChecks();
    });
}
