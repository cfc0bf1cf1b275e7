using System.Text;
using Matchmaking.Routes;

namespace Matchmaking.CpvLabels;

/// <summary>What a file of CPV labels holds: <c>code,label_sv</c>, UTF-8, one code a line, a label with a comma in double quotes.</summary>
/// <param name="Labels">Label by code of eight digits.</param>
/// <param name="Faults">What is wrong, each with its line; with a single one the file is not to be used.</param>
internal sealed record CpvFile(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> Faults)
{
    public const int LongestName = 400;
    private const string Head = "code,label_sv";

    public static CpvFile Read(TextReader reader)
    {
        var (labels, faults, lines) = (new Dictionary<string, string>(), new List<string>(), new Dictionary<string, int>());
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number == 1)
            {
                if (line.Trim() != Head) faults.Add($"Rad 1: rubriken ska vara {Head}.");
            }
            else if (line.Length > 0 && Fault(line, number) is { } fault) faults.Add($"Rad {number}: {fault}");
        }
        if (labels.Count == 0 && faults.Count == 0) faults.Add("Filen har inga koder.");
        return new(labels, faults);

        string? Fault(string line, int number)
        {
            if (Fields(line) is not [var given, var name]) return "ska ha två fält, kod och benämning; en benämning med komma ska stå inom citattecken.";
            if (CpvCodes.Find(given) is not { } code) return $"”{given}” är ingen kod i CPV 2008.";
            if (name.Trim() is not { Length: > 0 and <= LongestName } label || label.Any(char.IsControl) || label.Contains('\uFFFD', StringComparison.Ordinal))
                return $"benämningen ska ha 1 till {LongestName} tecken i UTF-8.";
            if (!lines.TryAdd(code, number)) return $"koden {code} står redan på rad {lines[code]}.";
            labels[code] = label;
            return null;
        }
    }

    /// <summary>Fields of a line by RFC 4180, or null when a quotation mark stands where it may not.</summary>
    private static List<string>? Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            var (at, next) = (line[i], i + 1 < line.Length ? line[i + 1] : ',');
            if (quoted && at == '"' && next == '"') field.Append(line[i++]);
            else if (quoted && at == '"' && next == ',') quoted = false;
            else if (at == '"' && !quoted && (i == 0 || line[i - 1] == ',')) quoted = true;
            else if (at == '"') return null;
            else if (at == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(at);
        }
        fields.Add(field.ToString());
        return quoted ? null : fields;
    }
}
