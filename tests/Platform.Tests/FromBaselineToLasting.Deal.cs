using System.Net;
using Knowledge.Cases;
using Knowledge.Guidance;
using Knowledge.Search;
using Matchmaking.Deals;
using Matchmaking.Interests;
using Matchmaking.Matches;
using Municipalities.Needs;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Platform.Tests;

/// <summary>The part of the story that is about business: the first deal, and what others learn from it.</summary>
public sealed partial class FromBaselineToLasting
{
    private async Task<(Guid Deal, string Cpv)> The_first_deal()
    {
        var need = await homeCare.Posts<NeedView>("/municipalities/v1/needs", new
        {
            title = "Hemkörning av mat till äldre i byarna",
            description = "Matvaror från affären hem till äldre som inte själva kan handla, två turer i veckan.",
            unit = "Hemtjänsten",
            cpvCodes = new[] { "85312200" },
            kind = "service",
            valueSek = 420_000,
            months = 24,
        });
        need = await homeCare.Posts<NeedView>($"/municipalities/v1/needs/{need.Id}/publication", null, need.Version);
        var matches = await homeCare.Sees<ListNeedMatches.Response>($"/matchmaking/v1/needs/{need.Id}/matches", page => page.Items.Count > 0);
        Assert.Equal("Fjällbud ek. för.", matches.Items[0].Enterprise.Name);
        Assert.NotEmpty(matches.Items[0].Reasons);
        // The enterprise is told without looking.
        await fjallbud.IsTold("match", "Hemkörning av mat till äldre i byarna");

        var interest = await fjallbud.Posts<InterestView>("/matchmaking/v1/interests", new { needId = need.Id, message = "Vi kör redan två turer i veckan förbi byarna." });
        var deal = await homeCare.Posts<DealView>("/matchmaking/v1/deals", new { interestId = interest.Id });
        var today = services.Clock.Today;
        deal = await homeCare.Posts<DealView>($"/matchmaking/v1/deals/{deal.Id}/signature", new
        {
            agreementType = "contract",
            route = "DIRECT_AWARD",
            agreedValueSek = 410_000,
            expectedJobs = 1.5,
            signedOn = today,
            startsOn = today.AddDays(14),
            endsOn = today.AddYears(2),
        }, deal.Version);
        Assert.Equal(DealStatus.Signed, deal.Status);
        return (deal.Id, "85312200");
    }

    private async Task<string> Both_sides_tell_of_it(Guid deal)
    {
        foreach (var side in new[] { homeCare, fjallbud }) await side.IsTold("case", "Hemkörning av mat till äldre i byarna");
        var slug = Assert.Single((await homeCare.Reads<Page<ListCases.Item>>($"/knowledge/v1/cases?deal={deal}")).Items).Slug;
        var draft = await homeCare.Reads<GetCase.Response>($"/knowledge/v1/cases/{slug}");
        Assert.Equal(("Härjedalen", "Fjällbud ek. för.", 410_000m, 1.5m, CaseStatus.Draft), (draft.Municipality, draft.Enterprise, draft.ValueSek, draft.Jobs, draft.Status));

        var address = $"/knowledge/v1/cases/{draft.Id}";
        var text = new
        {
            title = "Så kom maten hem till byarna",
            summary = "En glesbygdskommun köpte hemkörning av mat av ett kooperativ.",
            body = "## Behovet\n\nÄldre utan affär.\n\n## Vägen\n\nDirektupphandling.\n\n## Det som inte fungerade\n\nFörsta månaden missade vi telefonbeställningarna.",
            dimensions = new[] { "purchasing" },
            buyerContact = "Enhetschef hemtjänst",
            reviewBy = services.Clock.Today.AddYears(1),
        };
        var changed = await homeCare.Puts<CaseChangedView>(address, text, draft.Version);
        await (await homeCare.SendJsonAsync(HttpMethod.Post, $"{address}/approval", null, ETags.Of(changed.Version))).ReadProblemAsync(409, "case/not-whole");
        changed = await fjallbud.Puts<CaseChangedView>(address, new { text.title, text.summary, text.body, text.dimensions, text.buyerContact, supplierContact = "Turledare", text.reviewBy }, changed.Version);
        changed = await homeCare.Posts<CaseChangedView>($"{address}/approval", null, changed.Version);
        changed = await fjallbud.Posts<CaseChangedView>($"{address}/approval", null, changed.Version);
        Assert.Equal(CaseStatus.InReview, changed.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(address)).StatusCode);

        await skr.IsTold("case", "Så kom maten hem till byarna");
        await skr.Posts<CaseChangedView>($"{address}/publication", null, changed.Version);
        return slug;
    }

    private async Task Others_find_it(string slug, string cpv)
    {
        var read = await anyone.Reads<GetCase.Response>($"/knowledge/v1/cases/{slug}");
        Assert.Equal(("Enhetschef hemtjänst", "Turledare", 410_000m, false), (read.BuyerContact, read.SupplierContact, read.ValueSek, read.Fictional));
        // In other words than it is written with.
        var found = await anyone.Reads<SearchKnowledge.Response>("/knowledge/v1/search?q=hemk%C3%B6rd%20mat%20till%20by&kind=case");
        Assert.Equal(slug, found.Page.Items[0].Slug);
        // Who describes such a need elsewhere gets it to read, and somebody to call.
        var reading = await malmo.Reads<GiveGuidance.Response>($"/knowledge/v1/guidance?cpv={cpv}&route=DIRECT_AWARD&limit=10");
        Assert.Equal($"Gäller samma slags köp, CPV {cpv}", reading.Cases.Single(one => one.Slug == slug).Reason.Split(';').Single(reason => reason.Contains("CPV", StringComparison.Ordinal)).Trim(' ', '.'));
        Assert.Contains(("Enhetschef hemtjänst", "Härjedalen"), reading.People.Select(person => (person.Function, person.Municipality)));
        Assert.NotEmpty(reading.Clauses);
    }
}
