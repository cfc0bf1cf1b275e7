using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>Something behind the gateway, on a real socket: it says back what reached it, or misbehaves when its address asks it to.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private StubService(WebApplication app, string name) => (this.app, Name) = (app, name);

    public string Name { get; }

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>How many requests arrived, probes not counted.</summary>
    public int Requests => requests;

    /// <summary>What <c>/health/ready</c> answers.</summary>
    public bool Ready { get; set; } = true;

    /// <summary>What a request looked like when it arrived.</summary>
    internal sealed record Seen(string Name, string Method, string Path, Dictionary<string, string> Headers, long Body);

    public static async Task<StubService> StartAsync(string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = true);
        var stub = new StubService(builder.Build(), name);
        stub.app.Run(stub.Answer);
        await stub.app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!path.StartsWith("/health", StringComparison.Ordinal)) Interlocked.Increment(ref requests);
        if (path == "/health/ready") context.Response.StatusCode = Ready ? 200 : 503;
        else if (path.EndsWith("/silent", StringComparison.Ordinal)) await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        else if (path.EndsWith("/abort", StringComparison.Ordinal)) context.Abort();
        else if (path.EndsWith("/busy", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "77";
            await context.Response.WriteAsJsonAsync(new { type = "/problems/service/unavailable" }, options: null, "application/problem+json");
        }
        else
        {
            var length = 0L;
            var buffer = new byte[16 * 1024];
            for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;) length += read;
            context.Response.Headers["X-Powered-By"] = "stub";
            context.Response.Headers.XContentTypeOptions = "weakened";
            await context.Response.WriteAsJsonAsync(new Seen(Name, context.Request.Method, path,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), length));
        }
    }
}
