using System.Buffers;
using System.Text;

namespace Enterprises.Exchange;

/// <summary>
/// Cells of CSV (RFC 4180, semicolons as in Swedish spreadsheets). A cell that a spreadsheet would take for a formula gets an
/// apostrophe before it, which reading takes away again.
/// </summary>
internal static class CsvCells
{
    public const char Separator = ';';

    // The wide forms are read as the plain ones by some spreadsheets.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(";,\"\r\n");

    public static void AppendCsvLine(this StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(Separator, cells.Select(cell => Quote(Neutralise(cell)))).Append("\r\n");

    /// <summary>Text that no spreadsheet runs.</summary>
    public static string Neutralise(string cell) => IsFormula(cell.AsSpan().TrimStart('\'')) ? $"'{cell}" : cell;

    /// <summary>The text that was neutralised.</summary>
    public static string Restore(string cell) => cell is ['\'', ..] && IsFormula(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> cell) => cell.TrimStart(' ') is [var first, ..] && Formula.Contains(first);

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
