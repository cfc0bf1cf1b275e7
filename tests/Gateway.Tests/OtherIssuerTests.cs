using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Testing;
using Xunit;

namespace Gateway.Tests;

/// <summary>Another issuer takes Identity's place by configuration alone: here one with RS256, plain "JWT" and an audience of its own.</summary>
public class OtherIssuerTests
{
    private sealed class Issuer(WebApplication app, RsaSecurityKey key) : IAsyncDisposable
    {
        private string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public Dictionary<string, string?> Settings => new()
        {
            ["Auth:Authority"] = $"{Address}/realm/", ["Auth:Audience"] = "natverket", ["Auth:RoleClaim"] = "roles",
            ["Auth:Algorithms:0"] = SecurityAlgorithms.RsaSha256, ["Auth:Types:0"] = "JWT",
        };

        public static async Task<Issuer> StartAsync()
        {
            var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "other" };
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.MapGet("/realm/.well-known/openid-configuration", (HttpRequest request) => new Dictionary<string, string>
            {
                ["issuer"] = "https://login.example/realm", ["jwks_uri"] = $"http://{request.Host}/realm/keys",
            });
            var shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)));
            app.MapGet("/realm/keys", () => new { keys = new[] { new { kty = "RSA", use = "sig", kid = "other", n = shown.N, e = shown.E } } });
            await app.StartAsync();
            return new Issuer(app, key);
        }

        public string Token(string issuer = "https://login.example/realm", string audience = "natverket") => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer, Audience = audience, Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "somebody", ["roles"] = "development-lead", ["org"] = "1280" },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    [Fact]
    public async Task Its_tokens_are_taken_and_ours_are_not()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var stub = await StubService.StartAsync("municipalities");
        await using var gateway = GatewayHost.Start([stub], issuer.Settings, trustTests: false);

        Assert.NotNull(await gateway.Client(issuer.Token()).GetFromJsonAsync<StubService.Seen>("/municipalities/v1/needs"));
        foreach (var token in new[] { issuer.Token(issuer: "https://login.example/other"), issuer.Token(audience: "municipalities"), TestTokens.Create("development-lead", "1280") })
            await (await gateway.Client(token).GetAsync("/municipalities/v1/needs")).ReadProblemAsync(401, "gateway/token-invalid");
    }

    [Fact]
    public async Task Without_an_issuer_the_public_reads_on_and_a_token_is_asked_to_wait()
    {
        await using var stub = await StubService.StartAsync("municipalities");
        await using var gateway = GatewayHost.Start([stub], new() { ["Auth:Authority"] = "http://127.0.0.1:1/" }, trustTests: false);
        (await gateway.Client().GetAsync("/municipalities/v1/needs")).EnsureSuccessStatusCode();
        var response = await gateway.Client(TestTokens.Create("development-lead", "1280")).GetAsync("/municipalities/v1/needs");
        await response.ReadProblemAsync(503, "service/unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
    }
}
