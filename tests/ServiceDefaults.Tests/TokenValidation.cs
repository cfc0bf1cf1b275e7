using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests;

/// <summary>Which tokens open a door (RFC 9068, RFC 8725).</summary>
public sealed class TokenValidation : IAsyncLifetime
{
    private Things things = null!;

    public async ValueTask InitializeAsync() => things = await Things.StartAsync();

    public ValueTask DisposeAsync() => things.DisposeAsync();

    private async Task<HttpResponseMessage> Write(string? token)
    {
        var client = token is null ? things.Public : things.WithToken(token);
        return await client.SendJsonAsync(HttpMethod.Put, "/things/v1/things/a", ifMatch: "*");
    }

    private static string Token(string scope = "things:write", Action<SecurityTokenDescriptor>? change = null) =>
        TestTokens.Create(Roles.UnitManager, "1280", scope: scope, change: change);

    [Fact]
    public async Task A_right_token_opens_twice()
    {
        var token = Token("other:read things:write");
        Assert.Equal(HttpStatusCode.OK, (await Write(token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Write(token)).StatusCode);
    }

    [Fact]
    public async Task No_token_is_401_and_a_narrow_one_403()
    {
        await (await Write(null)).ReadProblemAsync(401, "/problems/http/401");
        await (await Write(Token("things:read"))).ReadProblemAsync(403, "/problems/http/403");
        await (await Write(Token("things:write-not"))).ReadProblemAsync(403, "/problems/http/403");
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "another issuer", Token(change: t => t.Issuer = "https://issuer.example/") },
        { "another audience", Token(change: t => t.Claims["aud"] = "knowledge") },
        { "expired", Token(change: t => (t.IssuedAt, t.NotBefore, t.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddMinutes(-2))) },
        { "not yet valid", Token(change: t => (t.NotBefore, t.Expires) = (DateTime.UtcNow.AddMinutes(5), DateTime.UtcNow.AddMinutes(9))) },
        { "an identity token", Token(change: t => t.TokenType = "JWT") },
        { "unsigned", Token(change: t => t.SigningCredentials = null) },
        { "another key", Token(change: t => t.SigningCredentials = new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "tests" }, "ES256")) },
        { "a shared secret", Token(change: t => t.SigningCredentials = new(new SymmetricSecurityKey(new byte[64]) { KeyId = "tests" }, "HS256")) },
        { "no token at all", "abc.def.ghi" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_faulty_token_is_401(string fault, string token)
    {
        Assert.NotEmpty(fault);
        await (await Write(token)).ReadProblemAsync(401, "/problems/http/401");
    }

    [Fact]
    public async Task A_changed_signature_is_401_even_after_the_right_one_was_seen()
    {
        var token = Token();
        Assert.Equal(HttpStatusCode.OK, (await Write(token)).StatusCode);
        var signature = token.LastIndexOf('.') + 5;
        var forged = token[..signature] + (token[signature] == 'A' ? 'B' : 'A') + token[(signature + 1)..];
        await (await Write(forged)).ReadProblemAsync(401, "/problems/http/401");
    }
}
