using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ServiceDefaults;

namespace Enterprises.Exchange;

/// <summary>What an import file says: enterprises, each with the line (CSV) or place (JSON, from 1) where it begins, and what could not be read.</summary>
internal sealed record ImportFile(IReadOnlyList<(int Line, ExchangedEnterprise Enterprise)> Enterprises, IReadOnlyList<InvalidParameter> Faults)
{
    public const int MostLines = 20_000;

    public static async Task<ImportFile> ReadJsonAsync(Stream body, CancellationToken stop)
    {
        try
        {
            var all = await JsonSerializer.DeserializeAsync<List<ExchangedEnterprise?>>(body, ApiJson.Options, stop) ?? [];
            if (all.Count > MostLines) return Unreadable($"Högst {MostLines} företag i taget.");
            return new ImportFile(
                [.. all.Index().Where(row => row.Item is not null).Select(row => (row.Index + 1, row.Item!))],
                [.. all.Index().Where(row => row.Item is null).Select(row => new InvalidParameter($"line {row.Index + 1}", "Företaget saknas."))]);
        }
        catch (JsonException fault)
        {
            return Unreadable($"JSON går inte att läsa vid {fault.Path ?? "början"}.");
        }
    }

    public static async Task<ImportFile> ReadCsvAsync(Stream body, CancellationToken stop)
    {
        using var reader = new StreamReader(body);
        var text = await reader.ReadToEndAsync(stop);
        var heading = text.Split('\n', 2)[0];
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = heading.Contains(CsvCells.Separator, StringComparison.Ordinal) ? ";" : ",",
            BadDataFound = null,
            DetectColumnCountChanges = false,
        });
        if (!await csv.ReadAsync() || !csv.ReadHeader()) return Unreadable("Filen är tom.");
        var columns = csv.HeaderRecord!.Select(name => name.Trim()).ToArray();
        if (columns.FirstOrDefault(name => !CsvColumns.Names.Contains(name)) is { } unknown) return Unreadable($"Okänd kolumn \"{unknown}\".");
        if (columns.Distinct().Count() != columns.Length) return Unreadable("En kolumn står två gånger.");

        var lines = new List<CsvLine>();
        while (await csv.ReadAsync())
        {
            if (csv.Parser.Record!.All(string.IsNullOrWhiteSpace)) continue;
            if (lines.Count == MostLines) return Unreadable($"Högst {MostLines} rader i taget.");
            lines.Add(new CsvLine(csv.Parser.RawRow, columns.Zip(csv.Parser.Record!).ToDictionary(pair => pair.First, pair => CsvCells.Restore(pair.Second.Trim()))));
        }
        return Group(lines);
    }

    /// <summary>Lines of the same number and part are one enterprise, whose columns stand on its first line and are the same or empty on the others.</summary>
    private static ImportFile Group(List<CsvLine> lines)
    {
        var (enterprises, faults) = (new List<(int, ExchangedEnterprise)>(), new List<InvalidParameter>());
        foreach (var group in lines.GroupBy(line => (line["organisationNumber"], line["part"])))
        {
            var unread = new List<string>();
            var first = group.First();
            var offers = new List<Offers.OfferContent>();
            var profile = CsvColumns.ReadProfile(first, unread);
            Report(first, unread);
            foreach (var line in group)
            {
                if (CsvColumns.Names.Take(12).FirstOrDefault(name => line[name] != "" && line[name] != first[name]) is { } differs)
                    faults.Add(new InvalidParameter($"line {line.Number}: {differs}", $"Skiljer sig från rad {first.Number}, som gäller samma företag."));
                if (CsvColumns.ReadOffer(line, unread) is { } offer) offers.Add(offer);
                Report(line, unread);
            }
            enterprises.Add((first.Number, profile with { Offers = offers }));
        }
        return new ImportFile(enterprises, faults);

        void Report(CsvLine line, List<string> columns)
        {
            faults.AddRange(columns.Distinct().Select(column => new InvalidParameter($"line {line.Number}: {column}", "Värdet går inte att läsa.")));
            columns.Clear();
        }
    }

    private static ImportFile Unreadable(string reason) => new([], [new InvalidParameter("file", reason)]);
}
