using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Portal.Session;
using Xunit;

namespace Portal.Tests.Session;

/// <summary>A session's token is renewed whatever becomes of the request, and an issuer that is away costs little.</summary>
public sealed class RenewalTests : IDisposable
{
    private readonly Issuer issuer = new();
    private readonly Tickets tickets;
    private readonly Tokens tokens;

    public RenewalTests()
    {
        var store = new MemorySessions(TimeProvider.System);
        tickets = new Tickets(store, new EphemeralDataProtectionProvider(), TimeProvider.System);
        var oidc = new OpenIdConnectOptions
        {
            ClientId = "portal",
            Backchannel = new HttpClient(issuer),
            ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(new OpenIdConnectConfiguration { TokenEndpoint = "http://issuer.test/token" }),
        };
        tokens = new Tokens(new Named(oidc), store, tickets, TimeProvider.System, NullLogger<Tokens>.Instance);
    }

    public void Dispose() => issuer.Dispose();

    private sealed class Named(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }

    private sealed class Issuer : HttpMessageHandler
    {
        public int Asked { get; private set; }

        public Func<CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = JsonContent.Create(new { access_token = "new", refresh_token = "next", expires_in = 600 }),
        });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Answer(cancellationToken);
        }
    }

    private async Task<CookieValidatePrincipalContext> Request(string key, AuthenticationProperties session, CancellationToken aborted = default)
    {
        var http = new DefaultHttpContext { RequestAborted = aborted };
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("test")), session, CookieAuthenticationDefaults.AuthenticationScheme);
        var context = new CookieValidatePrincipalContext(http,
            new AuthenticationScheme(CookieAuthenticationDefaults.AuthenticationScheme, null, typeof(CookieAuthenticationHandler)), new CookieAuthenticationOptions(), ticket);
        await tickets.RenewAsync(key, ticket);
        return context;
    }

    private static AuthenticationProperties Session(TimeSpan left)
    {
        var session = new AuthenticationProperties();
        session.StoreTokens([new() { Name = "access_token", Value = "old" }, new() { Name = "refresh_token", Value = "first" },
            new() { Name = "expires_at", Value = (DateTimeOffset.UtcNow + left).ToString("o", CultureInfo.InvariantCulture) }]);
        return session;
    }

    [Fact]
    public async Task A_browser_that_goes_away_does_not_lose_the_next_refresh_token()
    {
        using var browser = new CancellationTokenSource();
        var answer = issuer.Answer;
        // The issuer has used the token up; then the browser is gone.
        issuer.Answer = stop => { browser.Cancel(); stop.ThrowIfCancellationRequested(); return answer(stop); };
        await tokens.Validate(await Request("a", Session(TimeSpan.FromSeconds(20)), browser.Token));
        Assert.Equal("next", (await tickets.RetrieveAsync("a"))!.Properties.GetTokenValue("refresh_token"));
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_left_in_peace_and_a_token_that_is_over_is_not_sent()
    {
        issuer.Answer = _ => throw new HttpRequestException("refused");
        var soon = await Request("a", Session(TimeSpan.FromSeconds(20)));
        await tokens.Validate(soon);
        Assert.Null(soon.HttpContext.Features.Get<NotRenewable>());

        var over = await Request("b", Session(TimeSpan.FromSeconds(-1)));
        await tokens.Validate(over);
        Assert.NotNull(over.HttpContext.Features.Get<NotRenewable>());
        Assert.NotNull(over.Principal);
        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task An_issuer_that_never_answers_is_not_waited_for_for_long()
    {
        issuer.Answer = stop => Task.Delay(Timeout.Infinite, stop).ContinueWith<HttpResponseMessage>(_ => throw new OperationCanceledException(stop), TaskScheduler.Default);
        await tokens.Validate(await Request("a", Session(TimeSpan.FromSeconds(-1)))).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task A_session_that_the_issuer_has_ended_is_over()
    {
        issuer.Answer = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest));
        var ended = await Request("a", Session(TimeSpan.FromSeconds(-1)));
        await tokens.Validate(ended);
        Assert.Null(ended.Principal);
        Assert.Null(await tickets.RetrieveAsync("a"));
    }
}
