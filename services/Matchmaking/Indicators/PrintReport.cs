using ServiceDefaults.Rules;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Matchmaking.Data;
using Matchmaking.Interests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Indicators;

/// <summary>
/// A municipality's year after year on one page of paper, for its board. Its own people get all numbers; to others the small ones are hidden.
/// </summary>
internal static class PrintReport
{
    public static readonly Error NotFound = new("report/municipality-not-found", 404, "Kommunen finns inte");
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(
        string code, CurrentUser user, MatchmakingDb db, PublicFigures figures, TimeProvider clock, CancellationToken stop)
    {
        var place = await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(municipality => municipality.Code == code && !municipality.Withdrawn, stop);
        if (place is null) return NotFound.Result("Ange SCB:s kommunkod, fyra siffror.");
        var own = user.Buyer() == code;
        var (facts, hidden) = own ? (await Facts.ReadAsync(db, code, stop), null) : await figures.ReadAsync(db, stop);
        facts = facts.Of(code);
        var years = IndicatorTable.Of(facts, Grouping.Year, null, code, hidden);
        var routes = facts.Deals.GroupBy(deal => deal.Route).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Routes.RouteCodes.NameOf(group.Key), group.Count(), group.Sum(deal => deal.AgreedSek)));
        return TypedResults.Content(Page(place.Name, clock.Today(), own, years, routes), "text/html; charset=utf-8");
    }

    private static string Page(string name, DateOnly day, bool own, IndicatorTable years, IEnumerable<(string Name, int Deals, decimal Value)> routes)
    {
        var columns = years.Items.TakeLast(4).Append(years.Total).ToList();
        var page = new StringBuilder($$"""
            <!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{{Safe(name)}}: behov och affärer</title>
            <style>@page{size:A4;margin:18mm}body{font:11pt/1.4 system-ui,sans-serif;max-width:174mm;margin:auto;color:#111}h1{font-size:18pt;margin:0}
            table{border-collapse:collapse;width:100%;margin:4mm 0}caption{text-align:left;font-weight:bold}th,td{padding:1mm 2mm;border-bottom:1px solid #999;text-align:right}
            th:first-child,td:first-child{text-align:left}p{margin:2mm 0}</style></head><body>
            <h1>{{Safe(name)}}: affärer med sociala företag</h1><p>Läget den {{day.Written()}}. {{(own ? "Kommunens egna siffror, för internt bruk." : "Publika siffror.")}}</p>
            <table><caption>År för år</caption><thead><tr><th scope="col">Mått</th>
            """);
        foreach (var column in columns) page.Append(Swedish, $"""<th scope="col">{Safe(column.Name)}</th>""");
        page.Append("</tr></thead><tbody>");
        foreach (var (label, value) in Lines)
        {
            page.Append(Swedish, $"""<tr><th scope="row">{label}</th>""");
            foreach (var column in columns) page.Append(Swedish, $"<td>{value(column)}</td>");
            page.Append("</tr>");
        }
        page.Append("</tbody></table><table><caption>Affärer per väg</caption><thead><tr><th scope=\"col\">Väg</th><th scope=\"col\">Antal</th><th scope=\"col\">Avtalat värde</th></tr></thead><tbody>");
        foreach (var (route, deals, value) in routes) page.Append(Swedish, $"<tr><td>{Safe(route)}</td><td>{deals}</td><td>{Kronor(value)}</td></tr>");
        page.Append("</tbody></table>");
        if (years.Total.NoDeals.Where(noDeal => noDeal.Count != 0).Select(noDeal => $"{Reasons[noDeal.Reason]} {Number(noDeal.Count)}").ToList() is { Count: > 0 } reasons)
            page.Append(Swedish, $"<p>Intressen som inte blev affär, efter skäl som båda har bekräftat: {string.Join(", ", reasons)}.</p>");
        return page.Append(Swedish, $"<p>{Safe(years.Note)} Ett streck betyder att talet inte visas eller inte är känt.</p></body></html>").ToString();
    }

    private static readonly (string Label, Func<IndicatorRow, string> Value)[] Lines =
    [
        ("Publicerade behov", row => Number(row.NeedsPublished)),
        ("Behov med minst en intresseanmälan", row => Number(row.NeedsAnswered)),
        ("Behov som lett till affär", row => Number(row.NeedsWithDeal)),
        ("Undertecknade affärer", row => Number(row.Deals)),
        ("Avtalat värde exkl. moms", row => Kronor(row.AgreedValueSek)),
        ("Avtalat som andel av alla inköp", row => row.PurchaseShare?.ToString("P2", Swedish) ?? "–"),
        ("Fakturerat hittills exkl. moms", row => Kronor(row.InvoicedSek)),
        ("Affärer med ny leverantör", row => Number(row.NewSuppliers)),
        ("Dagar från behov till avtal (median)", row => row.MedianDaysToDeal?.ToString("0.#", Swedish) ?? "–"),
        ("Väntade årsarbetskrafter", row => row.ExpectedJobs.ToString("0.#", Swedish)),
        ("Årsarbetskrafter hittills", row => row.Jobs?.ToString("0.#", Swedish) ?? "–"),
        ("Personer ur målgrupperna", row => Number(row.Persons)),
        ("Vidare till arbete", row => Number(row.ToWork)),
        ("Vidare till studier", row => Number(row.ToStudies)),
    ];

    private static readonly Dictionary<NoDealReason, string> Reasons = new()
    {
        [NoDealReason.Price] = "priset", [NoDealReason.Capacity] = "kapaciteten", [NoDealReason.Timing] = "tiden", [NoDealReason.Distance] = "avståndet",
        [NoDealReason.WrongTrade] = "fel yrke", [NoDealReason.Requirements] = "kraven", [NoDealReason.NeedChanged] = "ändrat behov",
        [NoDealReason.OtherSupplier] = "annan leverantör", [NoDealReason.NoFunding] = "inga pengar", [NoDealReason.Other] = "annat",
    };

    private static string Number(int? number) => number?.ToString("N0", Swedish) ?? "–";
    private static string Kronor(decimal amount) => $"{amount.ToString("N0", Swedish)} kr";
    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
