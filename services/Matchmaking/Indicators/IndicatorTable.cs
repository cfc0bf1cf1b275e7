using Matchmaking.Interests;
using Matchmaking.Routes;

namespace Matchmaking.Indicators;

/// <summary>Indicators A1–A6 and B1–B3, summed by something. A3 (share of all purchases) stands where the municipality has told its purchases.</summary>
/// <param name="By">What they are summed by.</param>
/// <param name="Year">The year; null for all.</param>
/// <param name="MunicipalityCode">The municipality; null for all.</param>
/// <param name="Items">A row for each group, by code.</param>
/// <param name="Total">The whole, with what is hidden in the rows.</param>
/// <param name="Note">How to read nulls and effects, in Swedish.</param>
public sealed record IndicatorTable(
    Grouping By, int? Year, string? MunicipalityCode, IReadOnlyList<IndicatorRow> Items, IndicatorRow Total, string Note)
{
    internal const string Words = "Antal under 5 personer, svar eller skäl till att det inte blev affär visas inte, och inte heller tal som de skulle kunna räknas fram ur; "
        + "per kommun, län, väg och CPV visas de för alla år tillsammans. "
        + "Siffrorna visar vad affärerna omfattar, inte effekt: det saknas en jämförelse med vad som hade hänt ändå.";

    /// <summary>Sums the facts. Nothing is hidden when <paramref name="hidden"/> is null: the municipality's own figures.</summary>
    internal static IndicatorTable Of(Facts facts, Grouping by, int? year, string? municipality, HashSet<Cell>? hidden)
    {
        var deals = facts.Deals.Where(deal => year is null || deal.Year == year).ToLookup(deal => Key(facts, by, deal.Municipality, deal.Division, deal.Route, deal.Year));
        var needs = facts.Needs.Where(need => year is null || need.Year == year).ToLookup(need => Key(facts, by, need.Municipality, need.Division, null, need.Year));
        var noDeals = facts.NoDeals.Where(noDeal => year is null || noDeal.Year == year).ToLookup(noDeal => Key(facts, by, noDeal.Municipality, noDeal.Division, null, noDeal.Year));
        var codes = deals.Select(group => group.Key).Concat(needs.Select(group => group.Key)).Concat(noDeals.Select(group => group.Key)).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return new IndicatorTable(by, year, municipality,
            [.. codes.Select(code => Row(code, Name(facts, by, code), [.. deals[code]], by == Grouping.Route ? null : [.. needs[code]], by == Grouping.Route ? null : [.. noDeals[code]],
                measure => Hides(hidden, CellOf(measure, by, code, year, municipality))) with { PurchaseShare = Share(facts, by, code, year, municipality) })],
            Row(null, "Alla", [.. deals.SelectMany(group => group)], [.. needs.SelectMany(group => group)], [.. noDeals.SelectMany(group => group)],
                measure => Hides(hidden, CellOf(measure, Grouping.Year, "", year, municipality))),
            facts.Deals.Any(deal => deal.Demonstration) ? $"Exempel ur demonstrationen ingår. {Words}" : Words);
    }

    private static bool Hides(HashSet<Cell>? hidden, Cell cell) => hidden is not null && (!Cells.IsPublished(cell) || hidden.Contains(cell));

    private static Cell CellOf(string measure, Grouping by, string code, int? year, string? municipality)
    {
        var period = by == Grouping.Year && code.Length > 0 ? int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) : year ?? 0;
        if (by != Grouping.Year) return new Cell(measure, by, code, period);
        return municipality is null ? new Cell(measure, by, "", period) : new Cell(measure, Grouping.Municipality, municipality, period);
    }

    private static string? Key(Facts facts, Grouping by, string municipality, string division, string? route, int year) => by == Grouping.Year
        ? Cells.Code(year)
        : Cells.Groups(facts, municipality, division, route).FirstOrDefault(group => group.By == by).Group;

    private static string Name(Facts facts, Grouping by, string code) => by switch
    {
        Grouping.Municipality => facts.Places.TryGetValue(code, out var place) ? place.Name : code,
        Grouping.County => facts.Places.Values.FirstOrDefault(place => place.CountyCode == code)?.CountyName ?? code,
        Grouping.Route => RouteCodes.NameOf(code),
        Grouping.CpvDivision => code == Facts.NoDivision ? "Utan CPV-kod" : $"CPV {code}",
        _ => code,
    };

    private static IndicatorRow Row(string? code, string name, List<DealFact> deals, List<NeedFact>? needs, List<NoDealFact>? noDeals, Func<string, bool> hides)
    {
        int? Count(string measure) => hides(measure) ? null : deals.Sum(deal => deal.People.GetValueOrDefault(measure));
        return new IndicatorRow(code, name, deals.Count, deals.Sum(deal => deal.AgreedSek), deals.Sum(deal => deal.InvoicedSek ?? 0),
            deals.Count(deal => deal.NewSupplier), deals.Count == 0 ? null : Math.Round(deals.Count(deal => deal.NewSupplier) / (double)deals.Count, 3),
            Median([.. deals.Select(deal => deal.Days).OfType<int>().Order()]),
            needs?.Count, needs is null || hides(Measures.Answered) ? null : needs.Count(need => need.Answered), needs?.Count(need => need.Dealt),
            deals.Sum(deal => deal.ExpectedJobs), hides(Measures.Persons) ? null : deals.Sum(deal => deal.Jobs ?? 0), Count(Measures.Persons),
            new IndicatorRow.PeopleByKind(Count(Measures.Kinds[0]), Count(Measures.Kinds[1]), Count(Measures.Kinds[2]), Count(Measures.Kinds[3]),
                Count(Measures.Kinds[4]), Count(Measures.Kinds[5])),
            Count(Measures.ToWork), Count(Measures.ToStudies))
        {
            NoDeals = noDeals is null ? [] : [.. Enum.GetValues<NoDealReason>().Select(reason => new IndicatorRow.NoDealCount(
                reason, hides(Measures.NoDeal(reason)) ? null : noDeals.Count(noDeal => noDeal.Reason == reason)))],
        };
    }

    private static double? Share(Facts facts, Grouping by, string code, int? year, string? municipality)
    {
        (string Municipality, int Year) of = by switch
        {
            Grouping.Municipality when year is { } one => (code, one),
            Grouping.Year when municipality is not null => (municipality, int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)),
            _ => ("", 0),
        };
        return facts.Purchases.TryGetValue(of, out var all)
            ? Math.Round((double)(facts.Deals.Where(deal => deal.Municipality == of.Municipality && deal.Year == of.Year).Sum(deal => deal.AgreedSek) / all), 6)
            : null;
    }

    private static double? Median(IReadOnlyList<int> sorted) => sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
}
