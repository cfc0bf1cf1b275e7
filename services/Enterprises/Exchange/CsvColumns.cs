using System.Globalization;
using System.Text;
using Enterprises.Claims;
using Enterprises.Offers;
using Enterprises.Register;
using ServiceDefaults.Rules;

namespace Enterprises.Exchange;

/// <summary>Enterprises as lines of CSV: a line per offer, the enterprise's columns on each; an enterprise without offers has one line.</summary>
internal static class CsvColumns
{
    public static readonly IReadOnlyList<string> Names =
    [
        "organisationNumber", "legalForm", "part", "name", "municipalityCode", "presentation", "website", "employed", "employedFromTargetGroup", "countedOn",
        "targetGroups", "kinds", "offerTitle", "offerDescription", "cpvCodes", "areaKind", "areaCodes", "radiusKm", "maxContractSek",
    ];

    public static string Write(IEnumerable<ExchangedEnterprise> enterprises)
    {
        var text = new StringBuilder();
        text.AppendCsvLine(Names);
        foreach (var enterprise in enterprises)
            foreach (var offer in enterprise.Offers.Cast<OfferContent?>().DefaultIfEmpty())
                text.AppendCsvLine([.. Profile(enterprise), .. Offer(offer)]);
        return text.ToString();
    }

    private static IEnumerable<string> Profile(ExchangedEnterprise row) =>
    [
        row.OrganisationNumber, row.LegalForm is { } form ? Kebab.Of(form) : "", row.Part ?? "", row.Name, row.MunicipalityCode, row.Presentation, row.Website ?? "",
        Text(row.Workforce?.Employed), Text(row.Workforce?.EmployedFromTargetGroup), Text(row.Workforce?.CountedOn),
        string.Join(' ', row.TargetGroups), string.Join(' ', row.Kinds.Select(Kebab.Of)),
    ];

    private static IEnumerable<string> Offer(OfferContent? offer) => offer is null ? Enumerable.Repeat("", 7) :
    [
        offer.Title, offer.Description, string.Join(' ', offer.CpvCodes), Kebab.Of(offer.ServiceArea!.Kind),
        string.Join(' ', offer.ServiceArea.Codes), Text(offer.ServiceArea.RadiusKm), Text(offer.MaxContractSek),
    ];

    private static string Text(IFormattable? value) => value is DateOnly day
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The profile of a line; what is not understood is left out and named in <paramref name="faults"/>.</summary>
    public static ExchangedEnterprise ReadProfile(CsvLine line, List<string> faults) => new()
    {
        OrganisationNumber = line["organisationNumber"],
        LegalForm = line.Choice<LegalForm>("legalForm", faults),
        Part = line["part"] is { Length: > 0 } part ? part : null,
        Name = line["name"],
        MunicipalityCode = line["municipalityCode"],
        Presentation = line["presentation"],
        Website = line["website"] is { Length: > 0 } website ? website : null,
        Workforce = (line["employed"], line["employedFromTargetGroup"], line["countedOn"]) is ("", "", "") ? null : new Workforce
        {
            Employed = line.Read<int>("employed", faults, required: true) ?? 0,
            EmployedFromTargetGroup = line.Read<int>("employedFromTargetGroup", faults, required: true) ?? 0,
            CountedOn = line.Read<DateOnly>("countedOn", faults, required: true) ?? default,
        },
        TargetGroups = line.List("targetGroups"),
        Kinds = [.. line.List("kinds").Select(kind => line.Choice<ClaimKind>("kinds", faults, kind)).OfType<ClaimKind>()],
    };

    /// <summary>The offer of a line, or null when it has none.</summary>
    public static OfferContent? ReadOffer(CsvLine line, List<string> faults) => Names.Skip(12).All(name => line[name] == "") ? null : new OfferContent
    {
        Title = line["offerTitle"],
        Description = line["offerDescription"],
        CpvCodes = line.List("cpvCodes"),
        ServiceArea = line.Choice<AreaKind>("areaKind", faults) is { } kind
            ? new ServiceArea { Kind = kind, Codes = line.List("areaCodes"), RadiusKm = line.Read<int>("radiusKm", faults) }
            : null,
        MaxContractSek = line.Read<decimal>("maxContractSek", faults),
    };
}

/// <summary>A line of a file, by the names of its columns.</summary>
/// <param name="Number">Its number in the file, from 1; the heading is 1.</param>
/// <param name="Cells">Cell by column.</param>
internal sealed record CsvLine(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public IReadOnlyList<string> List(string column) => this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public T? Read<T>(string column, List<string> faults, bool required = false) where T : struct, ISpanParsable<T>
    {
        if (T.TryParse(this[column].Replace(',', '.'), CultureInfo.InvariantCulture, out var value)) return value;
        if (required || this[column] is not "") faults.Add(column);
        return null;
    }

    public T? Choice<T>(string column, List<string> faults, string? text = null) where T : struct, Enum
    {
        if (Kebab.Parse<T>(text ?? this[column]) is { } value) return value;
        if ((text ?? this[column]) is not "") faults.Add(column);
        return null;
    }
}
