using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Testing;

/// <summary>
/// The metadata of an OpenID Connect issuer whose tokens are <see cref="TestTokens"/>, for services that run as processes of
/// their own: they get its address as <c>Auth:Authority</c> and check tokens as they do in operation.
/// </summary>
public sealed class LocalIssuer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalIssuer(WebApplication app) => this.app = app;

    /// <summary>What <c>Auth:Authority</c> is set to.</summary>
    public string Authority => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/";

    /// <summary>Starts it on a free port.</summary>
    public static async Task<LocalIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", (HttpRequest request) => Results.Json(new
        {
            issuer = TestTokens.Issuer,
            jwks_uri = $"{request.Scheme}://{request.Host}/jwks",
        }));
        app.MapGet("/jwks", () => Results.Json(new { keys = new[] { TestTokens.PublicKey } }));
        await app.StartAsync();
        return new LocalIssuer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
