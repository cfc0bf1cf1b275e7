using System.Globalization;
using System.Text;
using Matchmaking.Interests;

namespace Matchmaking.Indicators;

/// <summary>A table as CSV (RFC 4180, UTF-8), with point as decimal sign and empty where a number is hidden or unknown.</summary>
internal static class IndicatorCsv
{
    private static readonly (string Name, Func<IndicatorRow, object?> Value)[] Columns =
    [
        ("code", row => row.Code), ("name", row => row.Name), ("deals", row => row.Deals), ("agreedValueSek", row => row.AgreedValueSek),
        ("invoicedSek", row => row.InvoicedSek), ("newSuppliers", row => row.NewSuppliers), ("newSupplierShare", row => row.NewSupplierShare),
        ("medianDaysToDeal", row => row.MedianDaysToDeal), ("needsPublished", row => row.NeedsPublished), ("needsAnswered", row => row.NeedsAnswered),
        ("needsWithDeal", row => row.NeedsWithDeal), ("expectedJobs", row => row.ExpectedJobs), ("jobs", row => row.Jobs), ("persons", row => row.Persons),
        ("employedWomen", row => row.People.EmployedWomen), ("employedMen", row => row.People.EmployedMen), ("trainingWomen", row => row.People.TrainingWomen),
        ("trainingMen", row => row.People.TrainingMen), ("practiceWomen", row => row.People.PracticeWomen), ("practiceMen", row => row.People.PracticeMen),
        ("toWork", row => row.ToWork), ("toStudies", row => row.ToStudies), ("purchaseShare", row => row.PurchaseShare),
        .. Enum.GetValues<NoDealReason>().Select(reason => (Measures.NoDeal(reason), (Func<IndicatorRow, object?>)(row => row.NoDeals.FirstOrDefault(noDeal => noDeal.Reason == reason)?.Count))),
    ];

    public static byte[] Write(IndicatorTable table)
    {
        var text = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (var row in table.Items.Append(table.Total))
            text.AppendJoin(',', Columns.Select(column => Field(column.Value(row)))).Append("\r\n");
        // With a byte order mark the common spreadsheet reads å, ä and ö right.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static string Field(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        // A text that a spreadsheet would take for a formula is made plain text by an apostrophe; numbers of ours are never negative.
        if (value is string && text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) text = $"'{text}";
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
