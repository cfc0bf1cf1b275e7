using ServiceDefaults;
using Yarp.ReverseProxy.Forwarder;

namespace Gateway;

/// <summary>The faults of the door itself.</summary>
internal static class GatewayErrors
{
    public static readonly Error TokenInvalid = new("gateway/token-invalid", 401, "Åtkomsttoken gäller inte");
    public static readonly Error TooMany = new("gateway/too-many-requests", 429, "För många anrop på kort tid");
    public static readonly Error TooLarge = new("gateway/too-large", 413, "Meddelandet är för stort");
    public static readonly Error Broken = new("gateway/request-broken", 400, "Anropet avbröts eller gick inte att läsa");
    public static readonly Error Unreachable = new("gateway/unreachable", 502, "Tjänsten svarar inte");
    public static readonly Error NoDestination = new("gateway/unavailable", 503, "Tjänsten är tillfälligt otillgänglig");
    public static readonly Error Timeout = new("gateway/timeout", 504, "Tjänsten svarade inte i tid");
}

/// <summary>Gives the proxy's own faults a body (RFC 9457). A service's own answer is passed on as it is.</summary>
internal static class ProxyProblems
{
    private const string RetrySeconds = "5";

    /// <summary>Stands before the time limit, whose token has by then been put aside: a body can be written, and an aborted request is the client's doing.</summary>
    public static void UseProxyProblems(this WebApplication app) => app.Use(Write);

    private static async Task Write(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is not { } fault) return;
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested) return;

        var (error, detail) = Describe(context, fault);
        if (error.Status >= 500) context.Response.Headers.RetryAfter = RetrySeconds;
        await FaultPage.Answer(context, error, detail);
    }

    private static (Error, string?) Describe(HttpContext context, IForwarderErrorFeature fault) => fault.Error switch
    {
        ForwarderError.NoAvailableDestinations => (GatewayErrors.NoDestination, "Försök igen om en stund."),
        _ when fault.Exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } || context.Response.StatusCode == 413 =>
            (GatewayErrors.TooLarge, null),
        ForwarderError.RequestBodyClient or ForwarderError.RequestBodyCanceled => (GatewayErrors.Broken, null),
        ForwarderError.RequestTimedOut or ForwarderError.RequestCanceled => (GatewayErrors.Timeout, "Försök igen om en stund. Ändringen kan ha hunnit sparas; skicka samma Idempotency-Key."),
        _ => (GatewayErrors.Unreachable, "Försök igen om en stund."),
    };
}
