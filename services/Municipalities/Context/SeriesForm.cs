using System.Text.RegularExpressions;

namespace Municipalities.Context;

/// <summary>Which column of a file is what, found by its headings.</summary>
internal sealed partial class SeriesForm
{
    private static readonly string[] RegionNames = ["kommun", "region", "kommunkod", "kommun-id", "municipality", "municipality_id", "område"];
    private static readonly string[] IndicatorNames = ["indikator", "nyckeltal", "kpi", "kpi_id", "indicator"];
    private static readonly string[] YearNames = ["år", "year", "period", "tid", "time"];
    private static readonly string[] ValueNames = ["värde", "value"];

    public SeriesForm(IReadOnlyList<string> headings, string? indicator)
    {
        Headings = headings;
        (Region, Indicator, Year) = (Find(RegionNames) ?? -1, Find(IndicatorNames), Find(YearNames));
        Fixed = Indicator is null ? indicator : null;
        Values = Year is not null
            ? [.. ((Find(ValueNames) ?? OnlyOther()) is { } value ? new (int, string?)[] { (value, null) } : [])]
            : [.. headings.Select((heading, at) => (at, (string?)YearAtEnd().Match(heading).Value)).Where(column => column.Item2 != "")];
        Fault = Region < 0 ? "Rubrikraden saknar en kolumn för kommunen: kalla den kommun eller region."
            : Indicator is null && Fixed is null ? "Rubrikraden saknar en kolumn för nyckeltalet: kalla den indikator eller kpi, eller ange parametern indicator."
            : Values.Count == 0 ? "Rubrikraden saknar värden: antingen kolumnerna år och värde eller en kolumn för varje år."
            : null;
    }

    public IReadOnlyList<string> Headings { get; }
    public int Region { get; }
    public int? Indicator { get; }
    public int? Year { get; }

    /// <summary>The indicator of all lines, when no column names one.</summary>
    public string? Fixed { get; }

    /// <summary>Columns with values, and the year that a heading names when each year has its column.</summary>
    public IReadOnlyList<(int At, string? Year)> Values { get; }

    /// <summary>Why the file cannot be read, or null.</summary>
    public string? Fault { get; }

    /// <summary>The column that is left: SCB calls its values what they are, such as "Folkmängd".</summary>
    private int? OnlyOther()
    {
        int[] others = [.. Enumerable.Range(0, Headings.Count).Where(at => at != Region && at != Indicator && at != Year && Headings[at].Length > 0)];
        return others is [var only] ? only : null;
    }

    private int? Find(string[] names)
    {
        for (var at = 0; at < Headings.Count; at++)
            if (names.Contains(Headings[at])) return at;
        return null;
    }

    [GeneratedRegex("[0-9]{4}$")]
    private static partial Regex YearAtEnd();
}
