using System.Globalization;

namespace Matchmaking.Indicators;

/// <summary>One published number: of what, summed by what, for which group, in which year.</summary>
/// <param name="Measure">Such as <see cref="Measures.Answered"/>.</param>
/// <param name="By">What it is summed by; <see cref="Grouping.Year"/> for the whole country.</param>
/// <param name="Group">The group's code; empty for the whole country.</param>
/// <param name="Year">The year; 0 for all years.</param>
internal readonly record struct Cell(string Measure, Grouping By, string Group, int Year);

/// <summary>A number that is the sum of others.</summary>
internal sealed record Equation(Cell Total, IReadOnlyList<Cell> Parts);

/// <summary>
/// Every small count that the public can ask for, and how they hang together. They are chosen so that the sums form a tree: years
/// make the country, so do routes, so do CPV divisions, so do counties, and municipalities make their county. In a tree it is
/// enough that each sum has two numbers hidden or none (one can be moved against the other along a path), which
/// <see cref="Hiding"/> sees to. Cut both ways at once, such as by municipality and year, the sums would close into
/// rings, and a computer could solve them; so that is not published.
/// </summary>
internal sealed class Cells
{
    public Dictionary<Cell, int> Values { get; } = [];
    public List<Equation> Equations { get; } = [];

    public static Cells Of(Facts facts)
    {
        var cells = new Cells();
        foreach (var need in facts.Needs)
            cells.Add(Measures.Answered, need.Year, need.Answered ? 1 : 0, Groups(facts, need.Municipality, need.Division, null));
        foreach (var deal in facts.Deals)
            foreach (var (measure, count) in deal.People)
                cells.Add(measure, deal.Year, count, Groups(facts, deal.Municipality, deal.Division, deal.Route));
        foreach (var noDeal in facts.NoDeals)
            cells.Add(Measures.NoDeal(noDeal.Reason), noDeal.Year, 1, Groups(facts, noDeal.Municipality, noDeal.Division, null));
        cells.Relate(facts);
        return cells;
    }

    /// <summary>True when the public may ask for the count at all.</summary>
    public static bool IsPublished(Cell cell) => cell switch
    {
        _ when Measures.Kinds.Contains(cell.Measure) => cell is { By: Grouping.Year, Year: 0 },
        { By: Grouping.Year } => true,
        { By: Grouping.SkrGroup } => false,
        _ => cell.Year == 0,
    };

    /// <summary>The groups that a fact belongs to; the whole country first.</summary>
    public static IEnumerable<(Grouping By, string Group)> Groups(Facts facts, string municipality, string division, string? route)
    {
        yield return (Grouping.Year, "");
        yield return (Grouping.Municipality, municipality);
        yield return (Grouping.CpvDivision, division);
        if (route is not null) yield return (Grouping.Route, route);
        if (!facts.Places.TryGetValue(municipality, out var place)) yield break;
        yield return (Grouping.County, place.CountyCode);
        yield return (Grouping.SkrGroup, place.SkrGroup);
    }

    private void Add(string measure, int year, int count, IEnumerable<(Grouping By, string Group)> groups)
    {
        foreach (var (by, group) in groups)
            foreach (var cell in (Cell[])[new(measure, by, group, year), new(measure, by, group, 0)])
                if (IsPublished(cell)) Values[cell] = Values.GetValueOrDefault(cell) + count;
    }

    private void Relate(Facts facts)
    {
        var cells = Values.Keys.ToList();
        Sum(cells.Where(cell => cell.Year != 0), cell => cell with { Year = 0 });
        foreach (var by in (Grouping[])[Grouping.Route, Grouping.CpvDivision]) Sum(cells.Where(cell => cell.By == by), Country);
        Sum(cells.Where(cell => cell.By == Grouping.Municipality && facts.Places.ContainsKey(cell.Group)),
            cell => cell with { By = Grouping.County, Group = facts.Places[cell.Group].CountyCode });
        Sum(cells.Where(cell => cell.By == Grouping.County || (cell.By == Grouping.Municipality && !facts.Places.ContainsKey(cell.Group))), Country);
        Sum(cells.Where(cell => Measures.Kinds.Contains(cell.Measure)), cell => cell with { Measure = Measures.Persons });
    }

    private static Cell Country(Cell cell) => cell with { By = Grouping.Year, Group = "" };

    private void Sum(IEnumerable<Cell> parts, Func<Cell, Cell> total) =>
        Equations.AddRange(parts.GroupBy(total).Select(group => new Equation(group.Key, [.. group])));

    /// <summary>A year as a group's code.</summary>
    public static string Code(int year) => year.ToString(CultureInfo.InvariantCulture);
}
