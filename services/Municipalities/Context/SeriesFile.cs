using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Municipalities.Context;

/// <summary>
/// A file of yearly figures, as SCB's statistical database and Kolada write them: a line of headings, perhaps below a title;
/// separated by semicolon, comma or tab; either a column for the year or a column for each year; notes below a blank line. Or their
/// JSON (<see cref="SeriesJson"/>). A municipality is a code of four digits, with or without its name after it. ".." and an empty cell
/// mean that there is no figure; lines about the country, a county or a group are passed over.
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

    /// <summary>Lines about the whole country, a county or a group of municipalities.</summary>
    public int OtherAreas { get; private set; }

    /// <summary>What a line is called to the reader.</summary>
    public string LineName { get; private set; } = "rad";

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
        if (SeriesJson.IsJson(text))
        {
            file.LineName = "post";
            if (SeriesJson.ToLines(text) is not { } written) { file.Report(1, null, SeriesJson.Form); return file; }
            if (written.Fault is { } wrong) { file.Report(1, null, wrong); return file; }
            text = written.Lines;
        }
        var lines = text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var filled = lines.Select((line, at) => (Line: line, At: at)).Where(line => line.Line.Trim().Length > 0).Take(10).Select(line => line.At).ToList();
        if (filled is not [var top, ..]) { file.Report(1, null, "Filen är tom."); return file; }
        // A title may stand above the headings.
        var first = filled.FirstOrDefault(at => Heading(lines[at], indicator).Form.Fault is null, top);
        var (form, separator) = Heading(lines[first], indicator);
        if (form.Fault is { } fault) { file.Report(first + 1, null, fault); return file; }
        var ended = false;
        for (var index = first + 1; index < lines.Count; index++)
        {
            if (lines[index].Trim().Length == 0) { ended = file.Lines > 0; continue; }
            var cells = Cells(lines[index], separator);
            // Notes about the table stand below it, after a blank line.
            if (ended && cells.Count(cell => cell.Trim().Length > 0) == 1) continue;
            file.Lines++;
            file.Take(index + (file.LineName == "post" ? 0 : 1), cells, form, codes, thisYear, separator);
        }
        if (file.Lines == 0) file.Report(first + 1, null, "Filen har rubriker men inga rader.");
        return file;
    }

    private static (SeriesForm Form, char Separator) Heading(string line, string? indicator)
    {
        var separator = Separators.MaxBy(candidate => line.Count(letter => letter == candidate));
        return (new SeriesForm([.. Cells(line, separator).Select(cell => cell.Trim().ToLowerInvariant())], indicator), separator);
    }

    private void Take(int line, List<string> cells, SeriesForm form, IReadOnlySet<string> codes, int thisYear, char separator)
    {
        if (cells.Count != form.Headings.Count) { Report(line, null, $"Raden har {cells.Count} kolumner, rubrikraden {form.Headings.Count}."); return; }
        var code = Region().Match(cells[form.Region].Trim()).Groups[1].Value;
        if (!codes.Contains(code))
        {
            var area = cells[form.Region].Trim();
            if (OtherArea().IsMatch(area)) OtherAreas++;
            else if (ThreeDigits().Match(area) is { Success: true, Value: var short3 } && codes.Contains("0" + short3))
                Report(line, form.Headings[form.Region], $"\"{area}\" är ingen kommun. Menas 0{short3}? Kalkylprogram tar bort nollan först.");
            else Report(line, form.Headings[form.Region], $"\"{area}\" är ingen kommun.");
            return;
        }
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
            // The dash as Excel writes it, also from a file in Windows-1252.
            if (cell is "" or ".." or "." or "-" or "–" or "…" or "..." or "\u0096" or "\u0085") { WithoutValue++; continue; }
            if (separator == ',' && Thousands().IsMatch(cell))
            {
                Report(line, form.Headings[at], $"\"{cell}\" kan läsas på två sätt. Skriv talet med punkt, eller utan tecken mellan tusentalen.");
                continue;
            }
            if (!decimal.TryParse(Spaces().Replace(cell, "").Replace(',', '.').Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > 1e13m)
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

    /// <summary>The country and counties as SCB writes them (00 Riket, 12 Skåne län) and as Kolada does (0000, 0012), and Kolada's groups.</summary>
    [GeneratedRegex("^((00)?[0-2][0-9]|G[0-9]+)(?![0-9])")]
    private static partial Regex OtherArea();

    [GeneratedRegex("^[0-9]{3}(?![0-9])")]
    private static partial Regex ThreeDigits();

    /// <summary>With commas between the columns, a comma in a number may stand for thousands or for the decimals.</summary>
    [GeneratedRegex("^[-\u2212]?[1-9][0-9]{0,2},[0-9]{3}$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[\s\u00A0]")]
    private static partial Regex Spaces();
}
