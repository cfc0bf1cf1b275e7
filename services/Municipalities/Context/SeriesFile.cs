using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Municipalities.Context;

/// <summary>
/// A file of yearly figures, as SCB's statistical database and Kolada write them: a line of headings; separated by semicolon,
/// comma or tab; either a column for the year or a column for each year. A municipality is a code of four digits, with or without
/// its name after it. ".." and an empty cell mean that there is no figure.
/// </summary>
internal sealed partial class SeriesFile
{
    /// <summary>The most faults that are told; a file with the wrong form has one on each line.</summary>
    private const int MostFaults = 200;

    private static readonly char[] Separators = ['\t', ';', ','];

    private readonly HashSet<(string, string, int)> seen = [];

    public List<Figure> Figures { get; } = [];
    public List<Fault> Faults { get; } = [];
    public int Lines { get; private set; }
    public int WithoutValue { get; private set; }

    /// <summary>A figure that could be read.</summary>
    public sealed record Figure(int Line, string Code, string Indicator, int Year, decimal Value);

    /// <summary>What is wrong on a line.</summary>
    /// <param name="Line">Line of the file, from 1.</param>
    /// <param name="Column">Heading of the column, or null.</param>
    /// <param name="Reason">What is wrong, in Swedish.</param>
    public sealed record Fault(int Line, string? Column, string Reason);

    public static SeriesFile Read(string text, string? indicator, IReadOnlySet<string> codes, int thisYear)
    {
        var file = new SeriesFile();
        var lines = text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var first = lines.FindIndex(line => line.Trim().Length > 0);
        if (first < 0) { file.Report(1, null, "Filen är tom."); return file; }
        var separator = Separators.MaxBy(candidate => lines[first].Count(letter => letter == candidate));
        var headings = Cells(lines[first], separator).Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var form = new SeriesForm(headings, indicator);
        if (form.Fault is { } fault) { file.Report(first + 1, null, fault); return file; }
        for (var index = first + 1; index < lines.Count; index++)
        {
            if (lines[index].Trim().Length == 0) continue;
            file.Lines++;
            file.Take(index + 1, Cells(lines[index], separator), form, codes, thisYear);
        }
        if (file.Lines == 0) file.Report(first + 1, null, "Filen har rubriker men inga rader.");
        return file;
    }

    private void Take(int line, List<string> cells, SeriesForm form, IReadOnlySet<string> codes, int thisYear)
    {
        if (cells.Count != form.Headings.Count) { Report(line, null, $"Raden har {cells.Count} kolumner, rubrikraden {form.Headings.Count}."); return; }
        var code = Region().Match(cells[form.Region].Trim()).Groups[1].Value;
        if (!codes.Contains(code)) { Report(line, form.Headings[form.Region], $"\"{cells[form.Region]}\" är ingen kommun."); return; }
        var indicator = form.Indicator is { } column ? cells[column].Trim() : form.Fixed!;
        if (!Indicators.IsCode(indicator)) { Report(line, form.Indicator is { } at ? form.Headings[at] : null, $"\"{indicator}\" är inget känt nyckeltal."); return; }
        foreach (var (at, heading) in form.Values)
        {
            var written = heading ?? cells[form.Year!.Value].Trim();
            if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1950 || year > thisYear)
            {
                Report(line, heading is null ? form.Headings[form.Year!.Value] : form.Headings[at], $"\"{written}\" är inget år mellan 1950 och {thisYear}.");
                continue;
            }
            var cell = cells[at].Trim();
            if (cell is "" or ".." or "." or "-") { WithoutValue++; continue; }
            if (!decimal.TryParse(Spaces().Replace(cell, "").Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > 1e13m)
            {
                Report(line, form.Headings[at], $"\"{cell}\" är inget tal.");
                continue;
            }
            if (seen.Add((code, indicator, year))) Figures.Add(new Figure(line, code, indicator, year, value));
            else Report(line, form.Headings[at], $"{indicator} för {code} år {year} står två gånger.");
        }
    }

    private void Report(int line, string? column, string reason)
    {
        if (Faults.Count < MostFaults) Faults.Add(new Fault(line, column, reason));
    }

    /// <summary>The cells of a line; a quoted cell may hold the separator, and a doubled quotation mark for one (RFC 4180).</summary>
    private static List<string> Cells(string line, char separator)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                if (quoted && at + 1 < line.Length && line[at + 1] == '"') { cell.Append('"'); at++; }
                else quoted = !quoted;
            }
            else if (line[at] == separator && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(line[at]);
        }
        cells.Add(cell.ToString());
        return cells;
    }

    [GeneratedRegex("^([0-9]{4})(?![0-9])")]
    private static partial Regex Region();

    [GeneratedRegex(@"[\s\u00A0]")]
    private static partial Regex Spaces();
}
