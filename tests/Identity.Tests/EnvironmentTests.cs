using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Testing;
using Xunit;

namespace Identity.Tests;

public class EnvironmentTests(PostgresFixture postgres)
{
    private static readonly Dictionary<string, string?> Demonstration = new() { ["Seed:Demonstration"] = "true" };

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task People_and_clients_of_development_exist_nowhere_else(string environment)
    {
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync(), environment, settings: Demonstration);
        Assert.Equal(0, await host.WithDatabase(db => db.People.CountAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Browser().GetAsync(RealSignIn.AuthorizeAddress(RealSignIn.Verifier()))).StatusCode);
        Assert.Equal("invalid_client", await SignInTests.Fault(await Agency(host)));
    }

    [Fact]
    public async Task A_database_of_development_lets_nobody_in_elsewhere()
    {
        var database = await postgres.NewDatabaseAsync();
        await using (var development = await IdentityHost.StartAsync(database))
        {
            await RealSignIn.SignInAsync(development.Browser(), "drift");
            await RealSignIn.ReadTokensAsync(await Agency(development));
        }
        await using var production = await IdentityHost.StartAsync(database, "Production");
        Assert.Equal(HttpStatusCode.Unauthorized, (await RealSignIn.SubmitAsync(production.Browser(), "/identity/login", "drift", RealSignIn.Password)).StatusCode);
        Assert.Equal("invalid_client", await SignInTests.Fault(await Agency(production)));
        Assert.Equal(HttpStatusCode.BadRequest, (await production.Browser().GetAsync(RealSignIn.AuthorizeAddress(RealSignIn.Verifier()))).StatusCode);
    }

    [Fact]
    public async Task A_configured_system_signs_its_request_with_its_own_key()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ECDsaSecurityKey(ec) { KeyId = "system" };
        var shown = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(ec.ExportParameters(false))) { KeyId = "system" });
        var keys = $$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{shown.X}}","y":"{{shown.Y}}","kid":"system","use":"sig","alg":"ES256"}]}""";
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync(), "Production", settings: new()
        {
            ["Clients:af:Name"] = "Arbetsförmedlingen", ["Clients:af:Role"] = "agency", ["Clients:af:Org"] = "af",
            ["Clients:af:Scopes:0"] = "municipalities:read", ["Clients:af:Jwks"] = keys,
        });
        string Assertion(ECDsaSecurityKey by) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "af",
            Audience = "http://localhost:8080/identity/",
            TokenType = "client-authentication+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = "af", ["jti"] = Guid.NewGuid().ToString() },
            Expires = DateTime.UtcNow.AddMinutes(1),
            SigningCredentials = new SigningCredentials(by, SecurityAlgorithms.EcdsaSha256),
        });
        Task<HttpResponseMessage> Ask(string assertion) => RealSignIn.TokenAsync(host.Browser(), ("grant_type", "client_credentials"), ("client_id", "af"),
            ("scope", "municipalities:read"), ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), ("client_assertion", assertion));

        var once = Assertion(key);
        var token = new JsonWebToken((await RealSignIn.ReadTokensAsync(await Ask(once))).AccessToken);
        Assert.Equal(("af", "agency"), (token.GetClaim("org").Value, token.GetClaim("role").Value));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal("invalid_client", await SignInTests.Fault(await Ask(Assertion(new ECDsaSecurityKey(other) { KeyId = "system" }))));
        // Without any proof the request is incomplete, says OpenIddict.
        Assert.Equal("invalid_request", await SignInTests.Fault(await RealSignIn.TokenAsync(host.Browser(), ("grant_type", "client_credentials"), ("client_id", "af"))));
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_when_there_is_tls()
    {
        await using var host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync(), settings: new() { ["PublicUrl"] = "https://natverket.example" });
        var cookie = (await host.Browser("https").GetAsync("/identity/login")).Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "secure", "httponly", "samesite=strict", "path=/" }) Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<HttpResponseMessage> Agency(IdentityHost host) => RealSignIn.TokenAsync(host.Browser(),
        ("grant_type", "client_credentials"), ("client_id", "agency"), ("client_secret", RealSignIn.Password));
}
