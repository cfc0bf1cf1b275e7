using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Identity.Tests;

public class FormTests(DevelopmentFixture development, PostgresFixture postgres) : IClassFixture<DevelopmentFixture>
{
    private readonly IdentityHost host = development.Host;
    private const string Form = "/identity/login";

    [Fact]
    public async Task The_page_can_be_read_by_everybody_and_runs_nothing()
    {
        var page = await host.Browser().GetAsync(Form);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"sv\">", html, StringComparison.Ordinal);
        foreach (var field in new[] { "userName", "password" })
        {
            Assert.Contains($"<label for=\"{field}\">", html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}\"", html, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(" style=| on[a-z]+=", html);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        // As the form's token wants it: with anything else each sign-in would write a warning.
        Assert.True(page.Headers.CacheControl is { NoStore: true, NoCache: true });
    }

    [Fact]
    public async Task Only_a_registered_client_is_added_to_where_the_form_may_lead()
    {
        var real = RealSignIn.AuthorizeAddress(RealSignIn.Verifier());
        async Task<string> Policy(string returnUrl) =>
            (await host.Browser().GetAsync($"{Form}?returnUrl={Uri.EscapeDataString(returnUrl)}")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("form-action 'self' http://127.0.0.1;", await Policy(real), StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", await Policy(real.Replace("127.0.0.1", "evil.example", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", await Policy("https://evil.example/identity/connect/authorize?client_id=journey"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/identity/connect/authorize.evil.example")]
    [InlineData("/identity/connect/authorize?x=\r\nSet-Cookie: a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public async Task After_signing_in_nobody_is_led_elsewhere(string? target)
    {
        var address = target is null ? Form : $"{Form}?returnUrl={Uri.EscapeDataString(target)}";
        var answer = await RealSignIn.SubmitAsync(host.Browser(), address, "drift", RealSignIn.Password);
        Assert.Equal((HttpStatusCode.Redirect, "/signin"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_not_taken()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("userName", "drift"), KeyValuePair.Create("password", RealSignIn.Password)]);
        var answer = await host.Browser().PostAsync(Form, form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.Where(header => header.Key == "Set-Cookie").SelectMany(header => header.Value),
            cookie => cookie.StartsWith("identity=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while()
    {
        var clock = new ShiftedClock();
        await using var ahead = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync(), clock: clock);
        var browser = ahead.Browser();
        async Task<HttpStatusCode> Try(string password) => (await RealSignIn.SubmitAsync(browser, Form, "drift", password)).StatusCode;

        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.Unauthorized, await Try("guess"));
        Assert.Equal(HttpStatusCode.Redirect, await Try(RealSignIn.Password));
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, await Try("guess"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(RealSignIn.Password));
        clock.Ahead = TimeSpan.FromMinutes(5);
        // The lock has been served: one more mistake does not shut the person out again.
        Assert.Equal(HttpStatusCode.Unauthorized, await Try("guess"));
        Assert.Equal(HttpStatusCode.Redirect, await Try(RealSignIn.Password));
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_way_around_the_lock()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RealSignIn.SubmitAsync(host.Browser(), Form, "uddevalla.upphandlare", "guess")));
        var person = await host.WithDatabase(db => db.People.SingleAsync(p => p.UserName == "uddevalla.upphandlare"));
        // Every guess that was let through to the password has been counted.
        Assert.Equal(5, person.Failures);
        Assert.NotNull(person.LockedUntil);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        async Task<string> Answer(string userName)
        {
            var response = await RealSignIn.SubmitAsync(host.Browser(), Form, userName, "guess");
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            return Regex.Replace(await response.Content.ReadAsStringAsync(), "value=\"[^\"]*\"", "");
        }
        Assert.Equal(await Answer("karlstad.upphandlare"), await Answer("nobody"));
        var echoed = await (await RealSignIn.SubmitAsync(host.Browser(), Form, "\"><script>alert(1)</script>", "guess")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", echoed, StringComparison.Ordinal);
    }
}
