using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Municipalities.Context;

/// <summary>
/// Yearly figures in JSON, rewritten as lines: Kolada's answers (<c>values</c> of kpi, municipality, period and a value for each
/// gender, of which the total is taken) and JSON-stat 2 of SCB's database (a cube, of which place and time may vary).
/// </summary>
internal static class SeriesJson
{
    public const string Form = "Filen är JSON men varken Koladas svar eller JSON-stat 2 från SCB.";
    private const int MostCells = 1_000_000;

    /// <summary>The lines, or why there are none.</summary>
    public sealed record Written(string Lines, string? Fault = null);

    public static bool IsJson(string text) => text.AsSpan().TrimStart().TrimStart('\uFEFF').StartsWith("{") || text.AsSpan().TrimStart().TrimStart('\uFEFF').StartsWith("[");

    /// <summary>The figures as lines, or null when the JSON is of another form.</summary>
    public static Written? ToLines(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory().TrimStart('\uFEFF'));
            return json.RootElement.ValueKind != JsonValueKind.Object ? null
                : json.RootElement.TryGetProperty("values", out var values) ? Kolada(values)
                : json.RootElement.TryGetProperty("dimension", out var dimension) ? Cube(json.RootElement, dimension)
                : null;
        }
        // A member that is missing or of another type.
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static Written Kolada(JsonElement values)
    {
        var lines = new StringBuilder("kpi;municipality;period;value\n");
        foreach (var row in values.EnumerateArray())
            foreach (var figure in row.GetProperty("values").EnumerateArray())
                if (!figure.TryGetProperty("gender", out var gender) || gender.GetString() == "T")
                    lines.Append(CultureInfo.InvariantCulture, $"{Cell(row.GetProperty("kpi"))};{Cell(row.GetProperty("municipality"))};{Cell(row.GetProperty("period"))};{Cell(figure.GetProperty("value"))}\n");
        return new Written(lines.ToString());
    }

    private static Written Cube(JsonElement cube, JsonElement dimension)
    {
        var names = cube.GetProperty("id").EnumerateArray().Select(name => name.GetString()!).ToArray();
        var categories = names.Select(name => Categories(dimension.GetProperty(name).GetProperty("category"))).ToArray();
        var (place, time) = (Array.FindIndex(names, name => IsRole(cube, "geo", name) || Is(name, "region", "kommun")), Array.FindIndex(names, name => IsRole(cube, "time", name) || Is(name, "tid", "år")));
        if (place < 0 || time < 0) return new Written("", "Tabellen saknar region eller tid.");
        for (var at = 0; at < names.Length; at++)
            if (at != place && at != time && categories[at].Length != 1) return new Written("", $"Tabellen har {categories[at].Length} värden av {names[at]} för varje kommun och år. Hämta den med bara ett, till exempel totalt.");
        if ((long)categories[place].Length * categories[time].Length > MostCells) return new Written("", "Tabellen är för stor. Dela den.");
        var value = cube.GetProperty("value");
        var lines = new StringBuilder("region;tid;value\n");
        for (var p = 0; p < categories[place].Length; p++)
            for (var t = 0; t < categories[time].Length; t++)
            {
                // The last dimension varies fastest, and the others have one category each.
                var cell = place < time ? p * categories[time].Length + t : t * categories[place].Length + p;
                var figure = value.ValueKind == JsonValueKind.Array ? Cell(value[cell]) : value.TryGetProperty(cell.ToString(CultureInfo.InvariantCulture), out var given) ? Cell(given) : "";
                lines.Append(CultureInfo.InvariantCulture, $"{categories[place][p]};{categories[time][t]};{figure}\n");
            }
        return new Written(lines.ToString());
    }

    /// <summary>Codes in their order: a list, an object of code and position, or one label alone.</summary>
    private static string[] Categories(JsonElement category) =>
        !category.TryGetProperty("index", out var index) ? [.. category.GetProperty("label").EnumerateObject().Select(label => label.Name)]
        : index.ValueKind == JsonValueKind.Array ? [.. index.EnumerateArray().Select(code => code.GetString()!)]
        : [.. index.EnumerateObject().OrderBy(code => code.Value.GetInt32()).Select(code => code.Name)];

    private static bool IsRole(JsonElement cube, string role, string name) =>
        cube.TryGetProperty("role", out var roles) && roles.TryGetProperty(role, out var named) && named.EnumerateArray().Any(each => each.GetString() == name);

    private static bool Is(string name, params string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        _ => value.GetString()!.Replace(';', ' ').Replace('\n', ' ').Replace('"', ' '),
    };
}
