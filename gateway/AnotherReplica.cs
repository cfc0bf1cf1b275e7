using Yarp.ReverseProxy.Forwarder;

namespace Gateway;

/// <summary>
/// Gives a read that reached nobody to another replica, once: a replica that dies then fails no reads. A change is never sent twice, since
/// nobody here knows whether it was done; its caller can by <c>Idempotency-Key</c>.
/// </summary>
internal static class AnotherReplica
{
    public static void UseAnotherReplica(this IReverseProxyApplicationBuilder proxy) => proxy.Use(async (context, next) =>
    {
        var feature = context.GetReverseProxyFeature();
        var candidates = feature.AvailableDestinations;
        await next(context);
        if (context.GetForwarderErrorFeature()?.Error is not ForwarderError.Request || context.Response.HasStarted) return;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return;

        var others = candidates.Where(candidate => candidate != feature.ProxiedDestination).ToList();
        if (others.Count == 0) return;
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Response.Clear();
        feature.AvailableDestinations = others;
        feature.ProxiedDestination = null;
        await next(context);
    });
}
