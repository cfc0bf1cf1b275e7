using System.Net;
using System.Text.Json;
using ServiceDefaults;
using Xunit;

namespace Portal.Tests.Forms;

/// <summary>A form that is opened and saved changes what somebody has changed in it, and nothing else.</summary>
public sealed class WhatWasSavedStays : IAsyncLifetime
{
    private static readonly Guid Id = Guid.Parse("0197f4f0-0000-7000-8000-000000000001");
    private readonly LonePortal portal = new();

    private static readonly object Firm = new
    {
        id = Id, version = 3, status = "published", name = "Bageriet", organisationNumber = "5566778899", legalForm = "limited-company", municipalityCode = "1280", presentation = "Vi bakar.",
        targetGroups = Array.Empty<string>(), claims = new[] { new { kind = "wise", answer = "yes", holds = "yes", source = "own-statement", statedOn = "2026-01-01" } },
        freshness = new { state = "fresh", confirmedAt = "2026-11-01T00:00:00Z", losesRankAt = "2027-11-01T00:00:00Z", hiddenAt = "2028-11-01T00:00:00Z" }, suspended = false, offers = Array.Empty<object>(), changedAt = "2026-11-01T00:00:00Z",
    };

    private static string Need(int version) => JsonSerializer.Serialize(new
    {
        id = Id, version, municipalityCode = "1280", status = "draft", title = "Tvätt av arbetskläder", description = "Två gånger i veckan.", cpvCodes = new[] { "98310000-9", "55520000-1" },
        kind = "service", valueSek = 350_000, targetGroups = Array.Empty<string>(), changedAt = "2026-11-01T00:00:00Z",
    });

    public ValueTask InitializeAsync()
    {
        portal.Answer($"GET /municipalities/v1/needs/{Id}", Need(7));
        portal.Answer("GET /matchmaking/v1/cpv-labels", """{"items":[{"code":"98310000-9","label":"Tvätteri"},{"code":"55520000-1","label":"Catering"}]}""");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":[{"key":"stad","name":"städning","cpvCode":"90910000-9","share":0.9,"because":["tvätt"]},{"key":"mat","name":"mat","cpvCode":"55520000-1","share":0.8,"because":[]}]}""")]
    [InlineData(null)]
    public async Task A_needs_codes_are_those_that_were_saved_whatever_is_suggested_now(string? suggested)
    {
        if (suggested is null) portal.Silence("POST /matchmaking/v1/trade-readings");
        else portal.Answer("POST /matchmaking/v1/trade-readings", suggested);
        portal.Answer($"PUT /municipalities/v1/needs/{Id}", Need(8));
        var browser = portal.As(Roles.UnitManager, "1280");
        var page = await LonePortal.ReadAsync(await browser.GetAsync(new Uri($"/behov/{Id}/andra", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("Tvätteri", page.QuerySelector("form #f-cpvCodes")!.TextContent, StringComparison.Ordinal);
        var answer = await LonePortal.SendAsync(browser, page, "need", $"/behov/{Id}/andra", ("title", "Tvätt av kläder"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var sent = JsonDocument.Parse(portal.Asked.Single(one => one.Said.StartsWith("PUT", StringComparison.Ordinal)).Body).RootElement;
        Assert.Equal(["98310000-9", "55520000-1"], sent.GetProperty("cpvCodes").EnumerateArray().Select(code => code.GetString()));
    }

    [Fact]
    public async Task A_code_that_was_ticked_beside_the_form_is_there_when_it_is_no_longer_suggested()
    {
        portal.Answer("POST /matchmaking/v1/trade-readings", """{"items":[]}""");
        var browser = portal.As(Roles.UnitManager, "1280");
        using var written = new FormUrlEncodedContent([new("title", "Något helt annat än förut"), new("cpvCodes", "98310000-9"), new("cpvCodes", "55520000-1"), new("_kept", "98310000-9")]);
        var beside = await LonePortal.ReadAsync(await browser.PostAsync(new Uri("/behov/forslag", UriKind.Relative), written, TestContext.Current.CancellationToken));
        Assert.Equal("55520000-1", beside.QuerySelectorAll("input[name=cpvCodes][checked]").Single().GetAttribute("value"));
    }

    [Fact]
    public async Task Facts_that_cannot_be_read_are_not_shown_as_an_empty_form()
    {
        portal.Silence("GET /enterprises/");
        var answer = await portal.As(Roles.EnterpriseManager, $"{Id}").GetAsync(new Uri("/vart-foretag/uppgifter", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Null((await LonePortal.ReadAsync(answer)).QuerySelector("[name=name]"));
    }

    [Fact]
    public async Task Municipalities_without_names_are_kept()
    {
        var offer = JsonSerializer.Serialize(new { id = Id, enterpriseId = Id, version = 2, status = "draft", title = "Fika till möten", description = "", cpvCodes = Array.Empty<string>(), serviceArea = new { kind = "municipalities", codes = new[] { "1280", "1281" } } });
        portal.Answer($"GET /enterprises/v1/enterprises/{Id}/offers/{Id}", offer);
        portal.Answer($"PUT /enterprises/v1/enterprises/{Id}/offers/{Id}", offer);
        portal.Silence("GET /municipalities/v1/municipalities");
        var (browser, address) = (portal.As(Roles.EnterpriseManager, $"{Id}"), $"/vart-foretag/erbjudanden/{Id}");
        var page = await LonePortal.ReadAsync(await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Found, (await LonePortal.SendAsync(browser, page, "offer", address)).StatusCode);
        var sent = JsonDocument.Parse(portal.Asked.Single(one => one.Said.StartsWith("PUT", StringComparison.Ordinal)).Body).RootElement.GetProperty("serviceArea");
        Assert.Equal(["1280", "1281"], sent.GetProperty("codes").EnumerateArray().Select(code => code.GetString()));
    }

    [Fact]
    public async Task Who_saves_after_somebody_else_is_told_and_decides()
    {
        portal.Answer($"GET /enterprises/v1/enterprises/{Id}", JsonSerializer.Serialize(Firm));
        var (browser, address) = (portal.As(Roles.EnterpriseManager, $"{Id}"), "/vart-foretag/status/wise");
        var page = await LonePortal.ReadAsync(await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        portal.Answer($"GET /enterprises/v1/enterprises/{Id}", JsonSerializer.Serialize(Firm).Replace("\"version\":3", "\"version\":4", StringComparison.Ordinal));
        portal.Answer($"PUT /enterprises/v1/enterprises/{Id}/claims/wise", """{"type":"/problems/request/stale","title":"Ändrad"}""", HttpStatusCode.PreconditionFailed);
        var refused = await LonePortal.SendAsync(browser, page, "claim", address, ("evidence", "Intyg"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var told = await LonePortal.ReadAsync(refused);
        Assert.Contains("medan du skrev", told.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Intyg", told.QuerySelector("[name=evidence]")!.GetAttribute("value"));
        await LonePortal.SendAsync(browser, told, "claim", address);
        Assert.Equal(["3", "4"], portal.Asked.Where(one => one.Said.StartsWith("PUT", StringComparison.Ordinal)).Select(one => one.Version));
    }

    [Fact]
    public async Task Enter_in_a_field_of_the_terms_binds_nobody()
    {
        portal.Answer($"GET /matchmaking/v1/deals/{Id}", JsonSerializer.Serialize(new { id = Id, version = 5, status = "draft", needId = Id, title = "Tvätt", cpvCodes = Array.Empty<string>(), municipalityCode = "1280", enterpriseId = Id, enterpriseName = "Bageriet", followUpMonths = 3, createdAt = "2026-11-01T00:00:00Z", changedAt = "2026-11-01T00:00:00Z", duties = Array.Empty<object>() }));
        var page = await LonePortal.ReadAsync(await portal.As(Roles.UnitManager, "1280").GetAsync(new Uri($"/affarer/{Id}/underskrift", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("save", page.QuerySelector("main form button[type=submit]")!.GetAttribute("value"));
        Assert.Equal("5", page.QuerySelector("main form [name=_version]")!.GetAttribute("value"));
    }
}
