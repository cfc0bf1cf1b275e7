using System.Net;
using Matchmaking.Deals;
using Matchmaking.Indicators;
using Matchmaking.Interests;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Indicators;

public class IndicatorTests(Service service)
{
    private const string Address = "/matchmaking/v1/indicators";

    [Fact]
    public async Task Own_figures_are_whole_and_the_public_ones_hide_the_small()
    {
        await using var alone = await service.AloneAsync();
        var scenario = await Scenario.New(alone);
        var deal = await scenario.Sign(await scenario.Draft(await scenario.Interest()));
        await Tell(scenario.Supplier, deal, new { on = "2026-11-12", jobs = 0.2, people = new PeopleAt(1, 0, 1) });
        await Tell(scenario.Supplier, deal, new { on = "2026-11-20", jobs = 0.5, people = new PeopleAt(2, 1, 1) });
        await Tell(scenario.Buyer, deal, new { on = "2026-11-20", invoicedSek = 60_000 });

        var own = Assert.Single((await Table(scenario.Buyer, $"?municipality={scenario.Code}")).Items);
        Assert.Equal((1, 240_000m, 60_000m, 1, 8.0), (own.Deals, own.AgreedValueSek, own.InvoicedSek, own.NewSuppliers, own.MedianDaysToDeal));
        Assert.Equal((1, 1, 1), (own.NeedsPublished, own.NeedsAnswered, own.NeedsWithDeal));
        Assert.Equal((1.5m, 0.5m, 4, 2, 1, 1), (own.ExpectedJobs, own.Jobs, own.Persons, own.People.EmployedWomen, own.People.EmployedMen, own.ToWork));

        foreach (var other in new[] { alone.Host.Public(), scenario.Supplier, alone.Buyer("0180") })
            foreach (var query in new[] { "", "?by=county", "?by=skr-group", "?by=route", "?by=cpv-division", "?by=year", "?year=2026", $"?by=year&municipality={scenario.Code}" })
            {
                var table = await Table(other, query);
                foreach (var row in table.Items.Append(table.Total))
                {
                    Assert.Equal((1, 240_000m), (row.Deals, row.AgreedValueSek));
                    Assert.Equal((null, null, null, null, null), (row.NeedsAnswered, row.Persons, row.Jobs, row.People.EmployedWomen, row.ToWork));
                }
            }
    }

    [Fact]
    public async Task Reasons_that_both_have_confirmed_are_counted_and_small_ones_hidden_from_the_public()
    {
        await using var alone = await service.AloneAsync();
        var first = await Scenario.New(alone);
        foreach (var (code, agrees) in new[] { ("price", true), ("price", true), ("price", true), ("price", true), ("price", true), ("capacity", true), ("timing", false) })
        {
            var scenario = new Scenario(alone, Told.Need(first.Code), first.Enterprise);
            await alone.Hear(scenario.Need);
            var declined = await (await scenario.Move(scenario.Buyer, await scenario.Interest(), "refusal", new { reason = "Nej.", code })).ReadAsync<InterestView>();
            await (await scenario.Move(scenario.Supplier, declined, "confirmation", new { agrees })).ReadAsync<InterestView>();
        }
        var own = await Table(first.Buyer, $"?municipality={first.Code}");
        Assert.Equal([(NoDealReason.Price, 5), (NoDealReason.Capacity, 1)], Counts(Assert.Single(own.Items)).Where(one => one.Item2 > 0));
        foreach (var query in new[] { "", "?by=county", "?by=cpv-division", "?by=year", $"?by=year&municipality={first.Code}" })
        {
            var table = await Table(alone.Host.Public(), query);
            // By municipality the years are counted together, so one municipality's single years are nobody's but its own.
            foreach (var row in query.Contains('&', StringComparison.Ordinal) ? [table.Total] : table.Items.Append(table.Total))
                Assert.Equal([(NoDealReason.Price, 5), (NoDealReason.Capacity, null), (NoDealReason.Timing, 0)], Counts(row).Take(3));
        }
        Assert.Empty((await Table(alone.Host.Public(), "?by=route")).Items.SelectMany(row => row.NoDeals));
        var file = (await alone.Host.Public().GetStringAsync($"{Address}.csv")).Split("\r\n");
        Assert.EndsWith(",noDealPrice,noDealCapacity,noDealTiming,noDealDistance,noDealWrongTrade,noDealRequirements,noDealNeedChanged,noDealOtherSupplier,noDealNoFunding,noDealOther", file[0], StringComparison.Ordinal);
        Assert.EndsWith(",5,,0,0,0,0,0,0,0,0", file[1], StringComparison.Ordinal);

        var report = $"/matchmaking/v1/statistics/municipalities/{first.Code}/report";
        Assert.Contains("bekräftat: priset 5, kapaciteten 1.</p>", await first.Buyer.GetStringAsync(report), StringComparison.Ordinal);
        Assert.Contains("bekräftat: priset 5, kapaciteten –.</p>", await alone.Host.Public().GetStringAsync(report), StringComparison.Ordinal);

        static IEnumerable<(NoDealReason, int?)> Counts(IndicatorRow row) => row.NoDeals.Select(one => (one.Reason, one.Count));
    }

    [Fact]
    public async Task The_share_of_all_purchases_stands_where_the_municipality_has_told_them()
    {
        var scenario = await Scenario.New(service);
        await scenario.Sign(await scenario.Draft());
        var address = $"/matchmaking/v1/statistics/municipalities/{scenario.Code}/purchases/2026";
        await (await scenario.Supplier.SendJsonAsync(HttpMethod.Put, address, new { sek = 1, source = "x" })).ReadProblemAsync(403, "/purchases/own-only");
        await (await scenario.Buyer.GetAsync(address)).ReadProblemAsync(404, "/purchases/not-told");
        await (await scenario.Supplier.GetAsync(address)).ReadProblemAsync(403, "/purchases/own-only");
        Task<HttpResponseMessage> Say(decimal sek, string? ifMatch = null) => scenario.Buyer.SendJsonAsync(HttpMethod.Put, address, new { sek, source = "Leverantörsreskontran" }, ifMatch);
        await (await Say(1)).ReadAsync<TellPurchases.Response>();
        await (await Say(2)).ReadProblemAsync(428, "");
        var first = (await scenario.Buyer.GetAsync(address)).Headers.ETag!.Tag;
        Assert.Equal(2, (await (await Say(24_000_000m, first)).ReadAsync<TellPurchases.Response>()).Version);
        await (await Say(3, first)).ReadProblemAsync(412, "");
        Assert.Equal(0.01, Assert.Single((await Table(scenario.Buyer, $"?municipality={scenario.Code}&by=year")).Items).PurchaseShare);
        Assert.Null(Assert.Single((await Table(scenario.Buyer, $"?municipality={scenario.Code}&by=route")).Items).PurchaseShare);
    }

    [Fact]
    public async Task Others_cannot_cut_a_municipality_finer_than_by_year()
    {
        var scenario = await Scenario.New(service);
        foreach (var query in new[] { "", "&by=route", "&by=year&year=2026" })
            await (await service.Host.Public().GetAsync($"{Address}?municipality={scenario.Code}{query}")).ReadProblemAsync(400, "/request/invalid");
        await (await service.Host.Public().GetAsync($"{Address}?municipality=0000&by=year")).ReadProblemAsync(400, "/request/invalid");
        await (await service.Host.Public().GetAsync($"{Address}?by=kommun")).ReadProblemAsync(400, "/request/invalid");
    }

    [Fact]
    public async Task The_file_says_the_same_as_the_table_and_the_report_fits_on_a_page()
    {
        var scenario = await Scenario.New(service);
        await scenario.Sign(await scenario.Draft());
        var response = await scenario.Buyer.GetAsync($"{Address}.csv?municipality={scenario.Code}&by=route");
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("code,name,deals,agreedValueSek", string.Join(',', lines[0].Split(',')[..4]));
        Assert.StartsWith("DIRECT_AWARD,Direktupphandling,1,240000", lines[1], StringComparison.Ordinal);
        Assert.Equal((4, ""), (lines.Length, lines[3]));

        var report = await (await scenario.Buyer.GetAsync($"/matchmaking/v1/statistics/municipalities/{scenario.Code}/report")).Content.ReadAsStringAsync();
        Assert.Contains("<h1>Provk&#xF6;ping: affärer med sociala företag</h1>", report, StringComparison.Ordinal);
        Assert.Contains("Direktupphandling", report, StringComparison.Ordinal);
        Assert.Contains("240\u00A0000 kr", report, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Host.Public().GetAsync("/matchmaking/v1/statistics/municipalities/0000/report")).StatusCode);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-1", "'-1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("Malmö", "Malmö")]
    [InlineData(2.5, "2.5")]
    [InlineData(null, "")]
    public void A_field_of_the_file_is_never_a_formula(object? value, string written) => Assert.Equal(written, IndicatorCsv.Field(value));

    private sealed record PeopleAt(int EmployedWomen, int EmployedMen, int ToWork, int TrainingWomen = 1);

    private static async Task Tell(HttpClient who, DealView deal, object body) =>
        Assert.Equal(HttpStatusCode.Created, (await who.SendJsonAsync(HttpMethod.Post, $"/matchmaking/v1/deals/{deal.Id}/follow-ups", body)).StatusCode);

    private static async Task<IndicatorTable> Table(HttpClient who, string query) => await (await who.GetAsync(Address + query)).ReadAsync<IndicatorTable>();
}
