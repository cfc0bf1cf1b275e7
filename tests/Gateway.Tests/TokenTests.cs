using System.Net.Http.Json;
using Microsoft.IdentityModel.Tokens;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Gateway.Tests;

public class TokenTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Address = "/municipalities/v1/needs";

    private static string Token(Action<SecurityTokenDescriptor>? change = null) => TestTokens.Create(Roles.DevelopmentLead, "1280", change: change);

    [Fact]
    public async Task A_valid_token_is_passed_on()
    {
        var token = Token();
        var seen = await platform.Gateway.Client(token).GetFromJsonAsync<StubService.Seen>(Address, TestContext.Current.CancellationToken);
        Assert.Equal($"Bearer {token}", seen!.Headers["Authorization"]);
    }

    public static TheoryData<string> FaultyTokens => new(
        "rubbish",
        Unsigned(),
        Token(token => token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256)),
        Token(token => token.SigningCredentials = new SigningCredentials(
            new ECDsaSecurityKey(System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256)) { KeyId = "tests" },
            SecurityAlgorithms.EcdsaSha256)),
        Token(token => (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1))),
        Token(token => (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(1), DateTime.UtcNow.AddHours(2))),
        Token(token => token.Claims["aud"] = "somebody-else"),
        Token(token => token.Claims.Remove("aud")),
        Token(token => token.Issuer = "https://elsewhere.test/"),
        Token(token => token.TokenType = "JWT"));

    [Theory, MemberData(nameof(FaultyTokens), DisableDiscoveryEnumeration = true)]
    public async Task A_token_that_does_not_hold_is_refused_even_where_the_public_may_read(string token)
    {
        var response = await platform.Gateway.Client(token).GetAsync(Address, TestContext.Current.CancellationToken);
        await response.ReadProblemAsync(401, "gateway/token-invalid");
        Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("Basic dTpw")]
    [InlineData("Bearer")]
    [InlineData("Negotiate x")]
    public async Task Other_credentials_are_refused(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        var response = await platform.Gateway.Client().SendAsync(request, TestContext.Current.CancellationToken);
        await response.ReadProblemAsync(401, "gateway/token-invalid");
    }

    [Fact]
    public async Task Identity_judges_its_own_credentials()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/identity/connect/token");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic dTpw");
        var response = await platform.Gateway.Client().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("Basic dTpw", (await response.ReadAsync<StubService.Seen>()).Headers["Authorization"]);
    }

    private static string Unsigned()
    {
        static string Part(string json) => Base64UrlEncoder.Encode(json);
        var until = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
        return $"{Part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")}.{Part($"{{\"iss\":\"{TestTokens.Issuer}\",\"aud\":\"municipalities\",\"exp\":{until},\"sub\":\"x\"}}")}.";
    }
}
