using System.Net;
using Testing;
using Xunit;
using static Identity.Tests.SignInTests;

namespace Identity.Tests;

/// <summary>What RFC 9700 wants refused.</summary>
public class OAuthTests(DevelopmentFixture development) : IClassFixture<DevelopmentFixture>
{
    private const string Lead = "helsingborg.utvecklingsledare";
    private readonly IdentityHost host = development.Host;

    private static string Authorize(string change, string by) => RealSignIn.AuthorizeAddress(RealSignIn.Verifier()).Replace(change, by, StringComparison.Ordinal);

    [Theory]
    [InlineData("code_challenge=", "other=")]
    [InlineData("code_challenge_method=S256", "code_challenge_method=plain")]
    [InlineData("code_challenge_method=S256", "other=x")]
    [InlineData("response_type=code", "response_type=token")]
    [InlineData("response_type=code", "response_type=id_token")]
    [InlineData("response_type=code", "response_type=code%20token")]
    public async Task A_code_needs_pkce_by_S256_and_nothing_else_is_given(string change, string by)
    {
        var client = host.Browser();
        await RealSignIn.SignInAsync(client, Lead);
        var answer = await client.GetAsync(Authorize(change, by));
        var told = answer.Headers.Location?.OriginalString ?? await answer.Content.ReadAsStringAsync();
        Assert.Contains("error", told, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", told, StringComparison.Ordinal);
        Assert.DoesNotContain("access_token", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://127.0.0.1/journey/")]
    [InlineData("http://127.0.0.1/journey?x=1")]
    [InlineData("http://127.0.0.1/Journey")]
    [InlineData("http://127.0.0.1/journey/../evil")]
    [InlineData("http://127.0.0.1@evil.example/journey")]
    [InlineData("javascript:alert(1)")]
    public async Task A_code_is_only_sent_where_the_client_is_registered_to_get_it(string redirect)
    {
        var client = host.Browser();
        await RealSignIn.SignInAsync(client, Lead);
        var answer = await client.GetAsync(Authorize(Uri.EscapeDataString(RealSignIn.Redirect), Uri.EscapeDataString(redirect)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task The_answer_says_who_gave_it()
    {
        var client = host.Browser();
        await RealSignIn.SignInAsync(client, Lead);
        var query = System.Web.HttpUtility.ParseQueryString((await client.GetAsync(RealSignIn.AuthorizeAddress(RealSignIn.Verifier()))).Headers.Location!.Query);
        Assert.Equal(("http://localhost:8080/identity/", "s"), (query["iss"], query["state"]));
    }

    private async Task<(HttpClient Client, string Code, string Verifier)> Code()
    {
        var client = host.Browser();
        await RealSignIn.SignInAsync(client, Lead);
        var verifier = RealSignIn.Verifier();
        var location = (await client.GetAsync(RealSignIn.AuthorizeAddress(verifier))).Headers.Location!;
        return (client, System.Web.HttpUtility.ParseQueryString(location.Query)["code"]!, verifier);
    }

    private static Task<HttpResponseMessage> Redeem(HttpClient client, string code, string verifier, string redirect = RealSignIn.Redirect, string by = RealSignIn.Client) =>
        RealSignIn.TokenAsync(client, ("grant_type", "authorization_code"), ("client_id", by), ("redirect_uri", redirect), ("code", code), ("code_verifier", verifier));

    [Fact]
    public async Task A_code_is_good_once_and_its_second_use_ends_what_the_first_gave()
    {
        var (client, code, verifier) = await Code();
        var tokens = await RealSignIn.ReadTokensAsync(await Redeem(client, code, verifier));
        Assert.Equal("invalid_grant", await Fault(await Redeem(client, code, verifier)));
        Assert.Equal("invalid_grant", await Fault(await Refresh(client, tokens.RefreshToken!)));
    }

    [Fact]
    public async Task A_stolen_code_is_worth_nothing()
    {
        var (client, code, verifier) = await Code();
        Assert.Equal("invalid_grant", await Fault(await Redeem(client, code, RealSignIn.Verifier())));
        (client, code, verifier) = await Code();
        Assert.Equal("invalid_grant", await Fault(await Redeem(client, code, verifier, by: "docs")));
        (client, code, verifier) = await Code();
        Assert.Equal("invalid_grant", await Fault(await Redeem(client, code, verifier, redirect: "http://127.0.0.1/other")));
    }

    [Fact]
    public async Task A_refresh_token_is_good_for_its_client_only()
    {
        var client = host.Browser();
        var tokens = await RealSignIn.SignInAsync(client, Lead);
        Assert.Equal("invalid_grant", await Fault(await RealSignIn.TokenAsync(client, ("grant_type", "refresh_token"), ("client_id", "docs"), ("refresh_token", tokens.RefreshToken!))));
        Assert.Equal("invalid_grant", await Fault(await Refresh(client, tokens.AccessToken)));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("urn:ietf:params:oauth:grant-type:device_code")]
    [InlineData("urn:ietf:params:oauth:grant-type:token-exchange")]
    public async Task Other_grants_are_not_offered(string grant) => Assert.Equal("unsupported_grant_type", await Fault(await RealSignIn.TokenAsync(host.Browser(),
        ("grant_type", grant), ("client_id", RealSignIn.Client), ("username", Lead), ("password", RealSignIn.Password))));

    [Fact]
    public async Task A_public_client_gets_no_token_of_its_own() => Assert.Equal("invalid_request",
        await Fault(await RealSignIn.TokenAsync(host.Browser(), ("grant_type", "client_credentials"), ("client_id", RealSignIn.Client))));

    [Fact]
    public async Task A_revoked_refresh_token_is_over()
    {
        var client = host.Browser();
        var tokens = await RealSignIn.SignInAsync(client, Lead);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", tokens.RefreshToken), KeyValuePair.Create("client_id", (string?)RealSignIn.Client)]);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/identity/connect/revoke", form)).StatusCode);
        Assert.Equal("invalid_grant", await Fault(await Refresh(client, tokens.RefreshToken!)));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task Signing_out_leads_nowhere_else(string target)
    {
        var answer = await host.Browser().GetAsync($"/identity/connect/logout?client_id=portal&post_logout_redirect_uri={Uri.EscapeDataString(target)}");
        Assert.DoesNotContain("evil", answer.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_token_tells_nothing_at_userinfo()
    {
        static string Part(string json) => Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(json);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/identity/connect/userinfo");
        request.Headers.Authorization = new("Bearer", $"{Part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")}.{Part("{\"iss\":\"http://localhost:8080/identity/\",\"sub\":\"x\",\"exp\":4000000000}")}.");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Browser().SendAsync(request)).StatusCode);
    }
}
