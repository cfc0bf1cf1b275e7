extern alias PortalService;

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Testing;
using Xunit;

namespace Identity.Tests;

/// <summary>The web page and the issuer together, as a browser goes between them.</summary>
public class PortalTests(DevelopmentFixture development) : IClassFixture<DevelopmentFixture>
{
    /// <summary>The portal, which asks the issuer under test instead of one at an address.</summary>
    private sealed class PortalHost(IdentityHost issuer, TimeProvider? clock = null, DelegatingHandler? listener = null) : WebApplicationFactory<PortalService::Program>
    {
        public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("services:identity:http:0", "http://localhost");
            builder.ConfigureServices(services => services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme,
                oidc => oidc.Backchannel = listener is null ? issuer.Browser() : issuer.CreateDefaultClient(listener)));
            if (clock is not null) builder.ConfigureServices(services => services.AddSingleton(clock));
        }
    }

    private sealed class AheadClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Ahead;
    }

    /// <summary>What the portal asks the issuer behind the browser's back.</summary>
    private sealed class Listener : DelegatingHandler
    {
        private readonly List<(string Path, string Body, HttpStatusCode Answer)> heard = [];

        public string? LastRefreshToken { get; private set; }

        public int Count(string path, string body)
        {
            lock (heard) return heard.Count(one => one.Path.EndsWith(path, StringComparison.Ordinal) && one.Body.Contains(body, StringComparison.Ordinal) && one.Answer == HttpStatusCode.OK);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            lock (heard) heard.Add((request.RequestUri!.AbsolutePath, body, answer.StatusCode));
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (Regex.Match(text, "\"refresh_token\":\\s*\"([^\"]+)\"") is { Success: true } match) LastRefreshToken = match.Groups[1].Value;
            return answer;
        }
    }

    private static async Task<Uri> SignIn(HttpClient portal, HttpClient issuer, string userName, string address = "/signin")
    {
        var start = (await portal.GetAsync(address)).Headers.Location!;
        Assert.StartsWith("http://localhost:8080/identity/connect/authorize", start.OriginalString, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", start.Query, StringComparison.Ordinal);
        var form = (await issuer.GetAsync(start.PathAndQuery)).Headers.Location!.OriginalString;
        var back = (await RealSignIn.SubmitAsync(issuer, form, userName, RealSignIn.Password)).Headers.Location!.OriginalString;
        return (await issuer.GetAsync(back)).Headers.Location!;
    }

    [Fact]
    public async Task A_person_signs_in_sees_the_name_and_signs_out()
    {
        await using var host = new PortalHost(development.Host);
        var (portal, issuer) = (host.Browser(), development.Host.Browser());
        Assert.Contains("href=\"/signin\"", await portal.GetStringAsync("/"), StringComparison.Ordinal);

        var callback = await SignIn(portal, issuer, "tierp.upphandlare");
        Assert.StartsWith("http://localhost:8080/signin-oidc?code=", callback.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/oversikt", (await portal.GetAsync(callback.PathAndQuery)).Headers.Location!.OriginalString);
        var page = await portal.GetAsync("/");
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Contains("Inloggad: Upphandlare i Tierp", html, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);

        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        var away = (await portal.PostAsync("/signout", form)).Headers.Location!;
        Assert.StartsWith("http://localhost:8080/identity/connect/logout", away.OriginalString, StringComparison.Ordinal);
        var home = (await issuer.GetAsync(away.PathAndQuery)).Headers.Location!;
        Assert.StartsWith("http://localhost:8080/signout-callback-oidc", home.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/", (await portal.GetAsync(home.PathAndQuery)).Headers.Location!.OriginalString);
        Assert.Contains("href=\"/signin\"", await portal.GetStringAsync("/"), StringComparison.Ordinal);
    }

    /// <summary>The browser gets a reference. A token that is soon over is renewed before the page is made, and sign-out gives the tokens back.</summary>
    [Fact]
    public async Task The_tokens_stay_on_the_server_are_renewed_in_time_and_end_with_the_session()
    {
        var (clock, listener) = (new AheadClock(), new Listener());
        await using var host = new PortalHost(development.Host, clock, listener);
        var portal = host.Browser();
        var callback = await SignIn(portal, development.Host.Browser(), "tierp.upphandlare");
        var cookies = string.Concat((await portal.GetAsync(callback.PathAndQuery)).Headers.GetValues("Set-Cookie"));
        Assert.InRange(Regex.Match(cookies, "portal=([^;]+)").Groups[1].Length, 20, 600);
        await portal.GetAsync("/");
        Assert.Equal(0, listener.Count("/token", "grant_type=refresh_token"));

        clock.Ahead = TimeSpan.FromMinutes(9.5);
        await portal.GetAsync("/");
        Assert.Equal(1, listener.Count("/token", "grant_type=refresh_token"));

        // Many at once renew once: a second use of a refresh token would end the whole chain.
        clock.Ahead = TimeSpan.FromMinutes(19.5);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => portal.GetAsync("/")));
        Assert.Equal(2, listener.Count("/token", "grant_type=refresh_token"));
        var html = WebUtility.HtmlDecode(await portal.GetStringAsync("/"));
        Assert.Contains("Inloggad: Upphandlare i Tierp", html, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value)]);
        await portal.PostAsync("/signout", form);
        Assert.Equal(1, listener.Count("/revoke", "token_type_hint=refresh_token"));
        using var again = new FormUrlEncodedContent(
            [KeyValuePair.Create("grant_type", "refresh_token"), KeyValuePair.Create("client_id", "portal"), KeyValuePair.Create("refresh_token", listener.LastRefreshToken!)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await development.Host.Browser().PostAsync("/identity/connect/token", again)).StatusCode);
    }

    [Fact]
    public async Task A_code_that_somebody_else_s_browser_got_signs_nobody_in()
    {
        await using var host = new PortalHost(development.Host);
        var callback = await SignIn(host.Browser(), development.Host.Browser(), "drift");
        var victim = host.Browser();
        // They may sign in as themselves, once; a second failure ends at the start page.
        var own = (await victim.GetAsync(callback.PathAndQuery)).Headers.Location!.OriginalString;
        Assert.Equal("/signin?till=%2Foversikt&igen=true", own);
        Assert.DoesNotContain("Inloggad", await victim.GetStringAsync("/"), StringComparison.Ordinal);
        var second = await SignIn(victim, development.Host.Browser(), "drift", own);
        Assert.Equal("/", (await host.Browser().GetAsync(second.PathAndQuery)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_by_another_site_s_form_does_nothing()
    {
        await using var host = new PortalHost(development.Host);
        var portal = host.Browser();
        await portal.GetAsync((await SignIn(portal, development.Host.Browser(), "drift")).PathAndQuery);
        using var form = new FormUrlEncodedContent([]);
        await portal.PostAsync("/signout", form);
        Assert.Contains("Inloggad", await portal.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_told_in_the_reader_s_language()
    {
        await using var host = new PortalHost(development.Host);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
        var page = await host.Browser().SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        await (await host.Browser().GetAsync("/nowhere")).ReadProblemAsync(404, "404");
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere()
    {
        await using var host = new PortalHost(development.Host);
        var page = await host.Browser().GetAsync("/");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"sv\">", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
        Assert.DoesNotMatch("<script>| style=| on[a-z]+=", html);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", policy, StringComparison.Ordinal);
        var style = await host.Browser().GetAsync("/platform.css");
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotMatch("url\\(\"?(?!\"?/assets/)|@import", await style.Content.ReadAsStringAsync());
    }
}
