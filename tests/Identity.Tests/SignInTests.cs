using System.Net;
using System.Text.Json;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Testing;
using Xunit;

namespace Identity.Tests;

public class SignInTests(DevelopmentFixture development) : IClassFixture<DevelopmentFixture>
{
    private const string Lead = "malmo.utvecklingsledare";
    private readonly IdentityHost host = development.Host;

    [Fact]
    public async Task A_person_gets_a_token_that_says_who_where_and_for_what()
    {
        var tokens = await RealSignIn.SignInAsync(host.Browser(), Lead);
        var token = new JsonWebToken(tokens.AccessToken);
        Assert.Equal(("at+jwt", "ES256"), (token.Typ, token.Alg));
        Assert.Equal("http://localhost:8080/identity/", token.Issuer);
        Assert.Equal(["enterprises", "knowledge", "matchmaking", "municipalities"], token.Audiences.Order());
        Assert.Equal("development-lead", token.GetClaim("role").Value);
        Assert.Equal("1280", token.GetClaim("org").Value);
        Assert.Equal("Utvecklingsledare i Malmö", token.GetClaim("name").Value);
        Assert.Contains("matchmaking:write", token.GetClaim("scope").Value.Split(' '));
        Assert.Equal(TimeSpan.FromMinutes(10), token.ValidTo - token.IssuedAt);
        Assert.DoesNotContain(token.Claims, claim => claim.Type == "stamp");
        Assert.NotNull(tokens.IdToken);
    }

    [Fact]
    public async Task Only_the_audiences_of_the_scopes_that_were_asked_for()
    {
        var token = new JsonWebToken((await RealSignIn.SignInAsync(host.Browser(), Lead, "municipalities:read")).AccessToken);
        Assert.Equal(["municipalities"], token.Audiences);
        Assert.Equal("municipalities:read", token.GetClaim("scope").Value);
    }

    [Fact]
    public async Task The_address_is_told_to_those_who_ask_for_it_also_in_the_next_token()
    {
        var client = host.Browser();
        var asked = await RealSignIn.SignInAsync(client, Lead, "openid email offline_access knowledge:read");
        foreach (var token in new[] { asked.AccessToken, asked.IdToken, (await RealSignIn.ReadTokensAsync(await Refresh(client, asked.RefreshToken!))).AccessToken })
            Assert.Equal("malmo.utvecklingsledare@natverket.example", new JsonWebToken(token).GetClaim("email").Value);
        Assert.DoesNotContain(new JsonWebToken((await RealSignIn.SignInAsync(host.Browser(), Lead)).AccessToken).Claims, claim => claim.Type == "email");
    }

    [Fact]
    public async Task The_manager_of_a_demonstration_enterprise_speaks_for_it()
    {
        var token = new JsonWebToken((await RealSignIn.SignInAsync(host.Browser(), "foretag.f01")).AccessToken);
        Assert.Equal(("enterprise-manager", SeedIds.Enterprise("F01").ToString()), (token.GetClaim("role").Value, token.GetClaim("org").Value));
    }

    [Fact]
    public async Task An_agency_s_system_gets_a_token_for_reading_only()
    {
        var client = host.Browser();
        var answer = await RealSignIn.TokenAsync(client, ("grant_type", "client_credentials"), ("client_id", "agency"),
            ("client_secret", RealSignIn.Password), ("scope", "municipalities:read knowledge:read"));
        var token = new JsonWebToken((await RealSignIn.ReadTokensAsync(answer)).AccessToken);
        Assert.Equal(("agency", "agency", "agency"), (token.Subject, token.GetClaim("role").Value, token.GetClaim("org").Value));
        Assert.Equal(["knowledge", "municipalities"], token.Audiences.Order());

        var more = await RealSignIn.TokenAsync(client, ("grant_type", "client_credentials"), ("client_id", "agency"),
            ("client_secret", RealSignIn.Password), ("scope", "municipalities:write"));
        Assert.Equal("invalid_request", await Fault(more));
        var wrong = await RealSignIn.TokenAsync(client, ("grant_type", "client_credentials"), ("client_id", "agency"), ("client_secret", "guess"));
        Assert.Equal("invalid_client", await Fault(wrong));
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_its_second_use_ends_the_whole_chain()
    {
        var client = host.Browser();
        var first = await RealSignIn.SignInAsync(client, Lead);
        var second = await RealSignIn.ReadTokensAsync(await Refresh(client, first.RefreshToken!));
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal("1280", new JsonWebToken(second.AccessToken).GetClaim("org").Value);

        Assert.Equal("invalid_grant", await Fault(await Refresh(client, first.RefreshToken!)));
        Assert.Equal("invalid_grant", await Fault(await Refresh(client, second.RefreshToken!)));
    }

    [Fact]
    public async Task A_changed_role_is_in_the_next_token_and_a_closed_account_gets_none()
    {
        var client = host.Browser();
        var first = await RealSignIn.SignInAsync(client, "laxa.enhetschef");
        await host.WithDatabase(db => db.People.Where(p => p.UserName == "laxa.enhetschef").ExecuteUpdateAsync(p => p.SetProperty(x => x.Role, "procurement-officer")));
        var second = await RealSignIn.ReadTokensAsync(await Refresh(client, first.RefreshToken!));
        Assert.Equal("procurement-officer", new JsonWebToken(second.AccessToken).GetClaim("role").Value);

        await host.WithDatabase(db => db.People.Where(p => p.UserName == "laxa.enhetschef").ExecuteUpdateAsync(p => p.SetProperty(x => x.Disabled, true)));
        Assert.Equal("invalid_grant", await Fault(await Refresh(client, second.RefreshToken!)));
        // The sign-in cookie does not help either.
        Assert.StartsWith("/identity/login", (await client.GetAsync(RealSignIn.AuthorizeAddress(RealSignIn.Verifier()))).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Userinfo_tells_who_the_token_is_for()
    {
        var client = host.Browser();
        var tokens = await RealSignIn.SignInAsync(client, Lead);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/identity/connect/userinfo");
        request.Headers.Authorization = new("Bearer", tokens.AccessToken);
        var told = await (await client.SendAsync(request)).ReadAsync<Dictionary<string, string>>();
        Assert.Equal(("1280", "development-lead"), (told["org"], told["role"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Browser().GetAsync("/identity/connect/userinfo")).StatusCode);
    }

    [Fact]
    public async Task After_signing_out_the_next_sign_in_asks_again()
    {
        var client = host.Browser();
        await RealSignIn.SignInAsync(client, Lead);
        Assert.StartsWith(RealSignIn.Redirect, (await client.GetAsync(RealSignIn.AuthorizeAddress(RealSignIn.Verifier()))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/", (await client.GetAsync("/identity/connect/logout")).Headers.Location!.OriginalString);
        Assert.StartsWith("/identity/login", (await client.GetAsync(RealSignIn.AuthorizeAddress(RealSignIn.Verifier()))).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_metadata_names_the_public_issuer_and_what_is_allowed()
    {
        var metadata = JsonDocument.Parse(await host.Browser().GetStringAsync("/identity/.well-known/openid-configuration")).RootElement;
        string[] List(string name) => [.. metadata.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];
        Assert.Equal("http://localhost:8080/identity/", metadata.GetProperty("issuer").GetString());
        Assert.Equal("http://localhost:8080/identity/connect/authorize", metadata.GetProperty("authorization_endpoint").GetString());
        Assert.Equal("http://localhost:8080/identity/connect/logout", metadata.GetProperty("end_session_endpoint").GetString());
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], List("grant_types_supported").Order());
        Assert.Equal(["code"], List("response_types_supported"));
        Assert.Equal(["S256"], List("code_challenge_methods_supported"));
        Assert.Equal(["ES256"], List("id_token_signing_alg_values_supported"));
        Assert.True(metadata.GetProperty("authorization_response_iss_parameter_supported").GetBoolean());
        var keys = JsonDocument.Parse(await host.Browser().GetStringAsync(new Uri(metadata.GetProperty("jwks_uri").GetString()!).AbsolutePath)).RootElement.GetProperty("keys");
        Assert.All(keys.EnumerateArray(), key => Assert.False(key.TryGetProperty("d", out _)));
        Assert.All(keys.EnumerateArray(), key => Assert.Equal(("EC", "P-256", "sig"),
            (key.GetProperty("kty").GetString(), key.GetProperty("crv").GetString(), key.GetProperty("use").GetString())));
    }

    internal static Task<HttpResponseMessage> Refresh(HttpClient client, string token) =>
        RealSignIn.TokenAsync(client, ("grant_type", "refresh_token"), ("client_id", RealSignIn.Client), ("refresh_token", token));

    internal static async Task<string?> Fault(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is 400 or 401, $"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("error").GetString();
    }
}
