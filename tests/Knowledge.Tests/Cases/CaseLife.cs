using Contracts.Matchmaking;
using Contracts.Municipalities;
using Knowledge.Cases;
using Knowledge.Copies;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Cases;

/// <summary>From a deal to a published case: both sides write, both approve, the network lead reads.</summary>
public sealed class CaseLife(KnowledgeService service)
{
    private const string Cases = "/knowledge/v1/cases";

    private static DealChanged Deal(string municipality, Guid enterprise, int version = 1, bool withdrawn = false, Guid? id = null) => new(
        id ?? Guid.NewGuid(), version, "signed", withdrawn, Guid.NewGuid(), municipality, enterprise, "Provföretaget ek. för.", "Tvätt av dukar", ["98310000"],
        "DIRECT_AWARD", 240_000 + version, 1.5m, new DateOnly(2026, 10, 1));

    private Task<int> Hear(DealChanged deal) => service.Host.WithDatabase<KnowledgeDb, int>(async db =>
    {
        await new GrowCase(TimeProvider.System).Handle(deal, db, default);
        return await db.SaveChangesAsync();
    });

    private Task<Case> Stored(DealChanged deal) => service.Host.WithDatabase<KnowledgeDb, Case>(db => db.Cases.AsNoTracking().SingleAsync(c => c.DealId == deal.Id));

    private static ReviseCase.Request Written(string title = "Dukar tvättade i kvarteret") => new()
    {
        Title = title,
        Summary = "Vad vi lärde oss.",
        Body = "## Behovet\n\nDukar.\n\n## Det som inte fungerade\n\nHämtningen.",
        BuyerContact = "Enhetschef, måltid",
        SupplierContact = "Verksamhetsledare",
        ReviewBy = new DateOnly(2090, 1, 1),
    };

    private static Task<HttpResponseMessage> Do(HttpClient who, Guid id, int version, string verb, object? body = null) =>
        who.SendJsonAsync(HttpMethod.Post, $"{Cases}/{id}/{verb}", body, ETags.Of(version));

    [Fact]
    public async Task Both_sides_write_and_approve_before_the_network_lead_publishes()
    {
        var deal = Deal("1280", Guid.NewGuid());
        await Hear(deal);
        var grown = await Stored(deal);
        var (buyer, supplier, lead) = (service.Lead("1280"), service.Host.As(Roles.EnterpriseManager, $"{deal.EnterpriseId}"), service.NetworkLead);
        Assert.Equal((deal.AgreedValueSek, 1.5m, 2026), (grown.ValueSek, grown.Jobs, grown.Year));

        foreach (var stranger in new[] { service.Public, service.Lead("1283"), service.Host.As(Roles.EnterpriseManager, $"{Guid.NewGuid()}") })
        {
            await (await stranger.GetAsync($"{Cases}/{grown.Id}")).ReadProblemAsync(404, "case/not-found");
            await (await stranger.GetAsync($"{Cases}/{grown.Slug}/html")).ReadProblemAsync(404, "case/not-found");
        }
        await (await Do(buyer, grown.Id, 1, "approval")).ReadProblemAsync(409, "case/not-whole");
        await (await buyer.SendJsonAsync(HttpMethod.Put, $"{Cases}/{grown.Id}", Written(), "\"1\"")).ReadAsync<CaseChangedView>();
        var approved = await (await Do(buyer, grown.Id, 2, "approval")).ReadAsync<CaseChangedView>();
        Assert.Equal((true, false, CaseStatus.Draft), (approved.BuyerApproved, approved.SupplierApproved, approved.Status));
        // The other side changes the text, so the first approval no longer holds.
        Assert.False((await (await supplier.SendJsonAsync(HttpMethod.Put, $"{Cases}/{grown.Id}", Written("Andra rubriken"), "\"3\"")).ReadAsync<CaseChangedView>()).BuyerApproved);
        await (await Do(supplier, grown.Id, 4, "approval")).ReadAsync<CaseChangedView>();
        await (await Do(lead, grown.Id, 5, "publication")).ReadProblemAsync(409, "case/not-in-review");
        Assert.Equal(CaseStatus.InReview, (await (await Do(buyer, grown.Id, 5, "approval")).ReadAsync<CaseChangedView>()).Status);
        await (await Do(buyer, grown.Id, 6, "publication")).ReadProblemAsync(403, "case/not-yours");
        await (await service.Public.GetAsync($"{Cases}/{grown.Id}")).ReadProblemAsync(404, "case/not-found");

        await (await Do(lead, grown.Id, 6, "publication")).ReadAsync<CaseChangedView>();
        var read = await (await service.Public.GetAsync($"{Cases}/{grown.Slug}")).ReadAsync<GetCase.Response>();
        Assert.Equal(("Andra rubriken", false, "1280"), (read.Title, read.Fictional, read.MunicipalityCode));
        await (await Do(supplier, grown.Id, 7, "withdrawal")).ReadAsync<CaseChangedView>();
        await (await service.Public.GetAsync($"{Cases}/{grown.Id}")).ReadProblemAsync(404, "case/not-found");
    }

    [Fact]
    public async Task What_comes_back_says_why_and_needs_both_again()
    {
        var deal = Deal("2480", Guid.NewGuid());
        await Hear(deal);
        var id = (await Stored(deal)).Id;
        var (buyer, supplier) = (service.Lead("2480"), service.Host.As(Roles.EnterpriseManager, $"{deal.EnterpriseId}"));
        await buyer.SendJsonAsync(HttpMethod.Put, $"{Cases}/{id}", Written(), "\"1\"");
        await Do(buyer, id, 2, "approval");
        await Do(supplier, id, 3, "approval");
        var back = await (await Do(service.NetworkLead, id, 4, "return", new SendBackCase.Request("Paragrafen saknas."))).ReadAsync<CaseChangedView>();
        Assert.Equal((CaseStatus.Draft, false, false), (back.Status, back.BuyerApproved, back.SupplierApproved));
        Assert.Equal("Paragrafen saknas.", (await (await supplier.GetAsync($"{Cases}/{id}")).ReadAsync<GetCase.Response>()).Comment);
    }

    [Fact]
    public async Task A_shared_collaboration_begins_a_case_of_its_municipality_alone()
    {
        var (shared, kept) = (Guid.NewGuid(), Guid.NewGuid());
        await service.Host.WithDatabase<KnowledgeDb, int>(async db =>
        {
            foreach (var (id, withdrawn) in new[] { (shared, false), (kept, true) })
                db.Add(new Knowledge.Models.KnownCollaboration { Id = id, Version = 1, Withdrawn = withdrawn, MunicipalityCode = "0482", Title = "Samordning i Flen", Summary = "Så håller vi ihop det." });
            return await db.SaveChangesAsync();
        });
        var lead = service.Lead("0482");
        Task<HttpResponseMessage> Begin(HttpClient who, Guid id) => who.SendJsonAsync(HttpMethod.Post, Cases, new BeginCase.Request(id));
        await (await Begin(service.Lead("1283"), shared)).ReadProblemAsync(404, "case/no-collaboration");
        await (await Begin(lead, kept)).ReadProblemAsync(404, "case/no-collaboration");
        await (await Begin(service.Host.As(Roles.UnitManager, "0482"), shared)).ReadProblemAsync(403, "case/not-yours");

        var begun = await (await Begin(lead, shared)).ReadAsync<CaseChangedView>(System.Net.HttpStatusCode.Created);
        Assert.Equal(begun, await (await Begin(lead, shared)).ReadAsync<CaseChangedView>());
        await (await service.NetworkLead.GetAsync($"{Cases}/{begun.Id}")).ReadAsync<GetCase.Response>();
        await (await service.Public.GetAsync($"{Cases}/{begun.Id}")).ReadProblemAsync(404, "case/not-found");
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Cases}/{begun.Id}", Written() with { SupplierContact = "" }, "\"1\"")).ReadAsync<CaseChangedView>();
        Assert.Equal(CaseStatus.InReview, (await (await Do(lead, begun.Id, 2, "approval")).ReadAsync<CaseChangedView>()).Status);
        Assert.Equal([begun.Id], (await (await lead.GetAsync($"{Cases}?own=true")).ReadAsync<Page<ListCases.Item>>()).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task The_deals_figures_follow_whatever_the_order_and_number_of_messages()
    {
        var first = Deal("1780", Guid.NewGuid());
        var third = Deal("1780", first.EnterpriseId, 3, id: first.Id);
        foreach (var told in new[] { first, third, Deal("1780", first.EnterpriseId, 2, id: first.Id), third, first }) await Hear(told);
        var grown = await Stored(first);
        Assert.Equal((third.AgreedValueSek, 3), (grown.ValueSek, grown.DealVersion));
        await Hear(Deal("1780", first.EnterpriseId, 4, withdrawn: true, id: first.Id));
        Assert.Equal(CaseStatus.Withdrawn, (await Stored(first)).Status);
    }

    [Fact]
    public async Task A_draft_bears_the_municipalitys_name()
    {
        await service.Host.WithDatabase<KnowledgeDb, int>(async db =>
        {
            foreach (var (version, name) in new[] { (2, "Laxå"), (1, "Fel namn") })
            {
                await new KeepMunicipality().Handle(new MunicipalityChanged("1860", version, "registered", false, name, "18", "Örebro län", 59, 14.6, 5_423, 2024, "B5", true), db, default);
                await db.SaveChangesAsync();
            }
            return 0;
        });
        var deal = Deal("1860", Guid.NewGuid());
        await Hear(deal);
        Assert.Equal("Laxå", (await Stored(deal)).Municipality);
    }
}
