using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using ServiceDefaults;
using Xunit;

namespace Portal.Tests.Forms;

/// <summary>A form whose work did not go as meant: nothing is done twice, and nothing that was written is lost.</summary>
public sealed class WhatWasSentIsNotLost : IAsyncLifetime
{
    private static readonly Guid Id = Guid.Parse("0197f4f0-0000-7000-8000-000000000002");
    private static readonly Uri Address = new($"/behov/{Id}", UriKind.Relative);
    private readonly LonePortal portal = new();

    private static string Need(string status) => JsonSerializer.Serialize(new
    {
        id = Id, version = 1, municipalityCode = "1280", status, title = "Tvätt av arbetskläder", description = "Två gånger i veckan.", cpvCodes = Array.Empty<string>(), kind = "service", targetGroups = Array.Empty<string>(), changedAt = "2026-11-01T00:00:00Z",
    });

    private static string List(params object[] items) => JsonSerializer.Serialize(new { items, _meta = new { limit = 50, page = 1, count = items.Length, totalRecords = items.Length } });

    public ValueTask InitializeAsync()
    {
        portal.Answer($"GET /municipalities/v1/needs/{Id}", Need("published"));
        portal.Answer("GET /matchmaking/v1/needs/", List());
        portal.Answer("GET /matchmaking/v1/interests", List());
        portal.Answer($"GET /matchmaking/v1/needs/{Id}/questions", List(new { id = Id, needId = Id, version = 4, text = "Hur ofta?", askedAt = "2026-11-01T00:00:00Z", mine = false }));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private static async Task<IDocument> OpenAsync(HttpClient browser) => await LonePortal.ReadAsync(await browser.GetAsync(Address, TestContext.Current.CancellationToken));

    private static string Key(IDocument page) => page.QuerySelector("form:has([value=interest]) [name=_key]")!.GetAttribute("value")!;

    [Fact]
    public async Task A_form_keeps_its_key_as_long_as_nobody_knows_whether_it_did_its_work()
    {
        var browser = portal.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}");
        var page = await OpenAsync(browser);
        var key = Key(page);
        portal.Silence("POST /matchmaking/v1/interests");
        var unsure = await LonePortal.ReadAsync(await LonePortal.SendAsync(browser, page, "interest", Address.ToString(), ("message", "Vi kan börja i maj.")));
        Assert.Contains("Vi vet inte om det sparades", unsure.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vi kan börja i maj.", unsure.QuerySelector("[name=message]")!.TextContent);
        Assert.Equal(key, Key(unsure));
        portal.Answer("POST /matchmaking/v1/interests", """{"title":"Fel","invalidParameters":[{"name":"message","reason":"För kort."}]}""", HttpStatusCode.BadRequest);
        var refused = await LonePortal.ReadAsync(await LonePortal.SendAsync(browser, unsure, "interest", Address.ToString()));
        Assert.NotEqual(key, Key(refused));
        Assert.Equal([key, key], portal.Asked.Where(one => one.Said.StartsWith("POST /matchmaking/v1/interests", StringComparison.Ordinal)).Select(one => one.Key));
    }

    [Fact]
    public async Task What_was_written_in_a_form_that_the_page_no_longer_has_is_shown_again()
    {
        var browser = portal.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}");
        var page = await OpenAsync(browser);
        portal.Answer($"GET /municipalities/v1/needs/{Id}", Need("closed"));
        var answer = await LonePortal.SendAsync(browser, page, "interest", Address.ToString(), ("message", "Vi <b>kan</b> börja i maj."));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var told = await LonePortal.ReadAsync(answer);
        Assert.Contains("Sidan har ändrats", told.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vi <b>kan</b> börja i maj.", told.QuerySelector("blockquote")!.TextContent);
        Assert.NotNull(told.QuerySelector($"a[href='{Address}']"));
    }

    [Fact]
    public async Task What_was_written_in_an_earlier_session_is_shown_again()
    {
        var page = await OpenAsync(portal.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}"));
        var another = portal.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}");
        var answer = await LonePortal.SendAsync(another, page, "interest", Address.ToString(), ("message", "Vi kan börja i maj."));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var told = await LonePortal.ReadAsync(answer);
        Assert.Contains("för gammal", told.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vi kan börja i maj.", told.QuerySelector("blockquote")!.TextContent);
    }

    [Fact]
    public async Task What_was_written_to_a_service_that_went_away_is_shown_again()
    {
        var browser = portal.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}");
        var page = await OpenAsync(browser);
        portal.Silence($"GET /municipalities/v1/needs/{Id}");
        var answer = await LonePortal.SendAsync(browser, page, "interest", Address.ToString(), ("message", "Vi kan börja i maj."));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Vi kan börja i maj.", (await LonePortal.ReadAsync(answer)).QuerySelector("blockquote")!.TextContent);
    }

    [Fact]
    public async Task What_another_site_has_sent_is_not_shown_as_somebodys_own_words()
    {
        var browser = portal.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}");
        var page = await OpenAsync(browser);
        portal.Answer($"GET /municipalities/v1/needs/{Id}", Need("closed"));
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var told = await LonePortal.ReadAsync(await LonePortal.SendAsync(browser, page, "interest", Address.ToString(), ("message", "Ring det här numret nu.")));
        Assert.Contains("Sidan har ändrats", told.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("numret", told.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_one_of_several_answers_is_told_at_its_field_and_in_the_title()
    {
        var browser = portal.As(Roles.UnitManager, "1280");
        var page = await OpenAsync(browser);
        var told = await LonePortal.ReadAsync(await LonePortal.SendAsync(browser, page, $"answer-{Id}", Address.ToString()));
        Assert.StartsWith("Fel:", told.Title, StringComparison.Ordinal);
        var field = told.GetElementById(told.QuerySelector("#error-summary a")!.GetAttribute("href")![1..])!;
        Assert.Equal(("textarea", "true"), (field.LocalName, field.GetAttribute("aria-invalid")));
        Assert.True(field.Closest("details")!.HasAttribute("open"));
        portal.Answer($"POST /matchmaking/v1/questions/{Id}/answer", """{"title":"Fel","invalidParameters":[{"name":"answer","reason":"För långt."}]}""", HttpStatusCode.BadRequest);
        var refused = await LonePortal.ReadAsync(await LonePortal.SendAsync(browser, told, $"answer-{Id}", Address.ToString(), (field.GetAttribute("name")!, "Varje dag.")));
        Assert.Contains("För långt.", refused.GetElementById($"{field.Id}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"answer\":\"Varje dag.\"", portal.Asked.Single(one => one.Said.EndsWith("/answer", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_in_the_language_of_the_page_and_not_for_those_who_have_been_signed_out()
    {
        portal.Answer("POST /matchmaking/v1/trade-readings", """{"items":[]}""");
        using var written = new FormUrlEncodedContent([new("title", "Tvätt av arbetskläder")]);
        using var english = new HttpRequestMessage(HttpMethod.Post, "/behov/forslag") { Content = written };
        english.Headers.Add("Cookie", "language=en");
        var answer = await portal.As(Roles.UnitManager, "1280").SendAsync(english, TestContext.Current.CancellationToken);
        Assert.Contains("Det här liknar", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var anybody = portal.CreateClient();
        using var again = new FormUrlEncodedContent([new("title", "Tvätt av arbetskläder")]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.PostAsync(new Uri("/behov/forslag", UriKind.Relative), again, TestContext.Current.CancellationToken)).StatusCode);
    }
}
