using System.Net;
using Municipalities.Agreements;
using ServiceDefaults;
using ServiceDefaults.Rules;
using Testing;
using Xunit;

namespace Municipalities.Tests.Agreements;

/// <summary>Agreements that are no purchases.</summary>
public class AgreementTests(Service service)
{
    private const string Address = "/municipalities/v1/agreements";
    private static readonly DateOnly Today = TimeProvider.System.Today();

    private static AgreementContent Content(AgreementKind kind = AgreementKind.PublicPartnership) => new()
    {
        Kind = kind,
        Title = "Partnerskap om mötesplats",
        Parties = [new() { Name = "Mötesplats Mitt i Byn", Kind = PartyKind.CivilSociety }],
        Purpose = "Parterna driver en mötesplats för äldre och anhöriga.",
        StartsOn = Today.AddMonths(-6),
        EndsOn = Today.AddMonths(18),
        ReviewOn = Today.AddDays(-1),
    };

    private static async Task<AgreementView> Draft(HttpClient lead, AgreementContent? content = null) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, Address, content ?? Content())).ReadAsync<AgreementView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> Send(HttpClient lead, AgreementView row, HttpMethod method, string part, object? body = null) =>
        lead.SendJsonAsync(method, $"{Address}/{row.Id}{part}", body, ETags.Of(row.Version));

    [Fact]
    public async Task It_is_signed_is_overdue_is_reviewed_and_ends()
    {
        var lead = service.Host.As(Roles.DevelopmentLead, "0188");
        var row = await Draft(lead);
        Assert.Contains("Stäm av med jurist", row.Caveat, StringComparison.Ordinal);
        Assert.False(row.Overdue);
        await (await Send(lead, row, HttpMethod.Post, "/reviews", new { text = "Det fungerar bra.", nextOn = Today.AddMonths(6) })).ReadProblemAsync(409, "agreement/not-in-force");
        row = await (await Send(lead, row, HttpMethod.Post, "/signature")).ReadAsync<AgreementView>();
        Assert.True(row.Overdue);
        Assert.Equal([row.Id], await Listed(lead, "municipality=0188&overdue=true&kind=public-partnership"));
        Assert.Empty(await Listed(lead, "municipality=0188&overdue=false"));
        Assert.Empty(await Listed(lead, "municipality=0188&kind=cooperation"));
        await (await Send(lead, row, HttpMethod.Put, "", Content())).ReadProblemAsync(409, "agreement/not-draft");
        await (await Send(lead, row, HttpMethod.Post, "/reviews", new { text = "Det fungerar bra.", nextOn = Today })).ReadProblemAsync(400, "agreement/review-before-today");
        await (await Send(lead, row, HttpMethod.Post, "/reviews", new { text = "Det fungerar bra.", nextOn = Today.AddMonths(19) })).ReadProblemAsync(400, "agreement/review-after-end");
        row = await (await Send(lead, row, HttpMethod.Post, "/reviews", new { text = "Det fungerar bra.", nextOn = Today.AddMonths(6) })).ReadAsync<AgreementView>();
        Assert.Equal((false, 1), (row.Overdue, row.Reviews.Count));
        row = await (await Send(lead, row, HttpMethod.Post, "/termination", new { reason = "Föreningen lägger ner." })).ReadAsync<AgreementView>();
        Assert.Equal(AgreementStatus.Ended, row.Status);
        await (await Send(lead, row, HttpMethod.Post, "/termination", new { reason = "Igen, av misstag." })).ReadProblemAsync(409, "agreement/ended-already");
    }

    [Fact]
    public async Task Others_see_what_is_signed_and_shared_and_change_nothing()
    {
        var lead = service.Host.As(Roles.DevelopmentLead, "0191");
        var row = await Draft(lead, Content(AgreementKind.LetterOfIntent));
        Assert.Null(row.Caveat);
        row = await (await Send(lead, row, HttpMethod.Put, "/sharing", new { shared = true })).ReadAsync<AgreementView>();
        await (await service.Public.GetAsync($"{Address}/{row.Id}")).ReadProblemAsync(404, "agreement/not-found");
        await (await Send(service.Malmo, row, HttpMethod.Post, "/signature")).ReadProblemAsync(404, "agreement/not-found");
        await (await Send(service.Host.As(Roles.UnitManager, "0191"), row, HttpMethod.Post, "/signature")).ReadProblemAsync(403, "agreement/not-a-lead");
        row = await (await Send(lead, row, HttpMethod.Post, "/signature")).ReadAsync<AgreementView>();
        Assert.Equal("Partnerskap om mötesplats", (await (await service.Public.GetAsync($"{Address}/{row.Id}")).ReadAsync<AgreementView>()).Content.Title);
        await (await Send(service.Malmo, row, HttpMethod.Post, "/termination", new { reason = "Inte vår sak." })).ReadProblemAsync(403, "agreement/not-yours");
        await (await service.Host.As(Roles.UnitManager, "0191").SendJsonAsync(HttpMethod.Post, Address, Content())).ReadProblemAsync(403, "agreement/not-a-lead");
        await (await lead.SendJsonAsync(HttpMethod.Post, Address, Content() with { EndsOn = Today.AddYears(-1) })).ReadProblemAsync(400, "agreement/ends-before-start");
        await (await lead.SendJsonAsync(HttpMethod.Post, Address, Content() with { Parties = [] })).ReadProblemAsync(400, "request/invalid");
    }

    /// <summary>A value would make it look like a purchase: the member is not known.</summary>
    [Fact]
    public async Task It_has_no_value()
    {
        using var body = new StringContent("""{"kind":"cooperation","title":"Samverkan om dialog","valueSek":100000}""", System.Text.Encoding.UTF8, "application/json");
        await (await service.Malmo.PostAsync(Address, body)).ReadProblemAsync(400, "request/invalid");
    }

    private static async Task<IEnumerable<Guid>> Listed(HttpClient reader, string query) =>
        (await (await reader.GetAsync($"{Address}?{query}")).ReadAsync<Page<AgreementView>>()).Items.Select(row => row.Id);
}
