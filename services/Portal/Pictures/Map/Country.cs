using System.Globalization;
using System.Reflection;
using Portal.Pictures.Geometry;

namespace Portal.Pictures.Map;

/// <summary>What a municipality is like, by SKR's grouping 2023. The three shapes of the map.</summary>
public enum MunicipalityKind
{
    /// <summary>Groups A and B3: large cities, those beside them, and larger towns.</summary>
    Large,

    /// <summary>Groups B4, B5, C6 and C7: smaller towns and those that commute.</summary>
    Town,

    /// <summary>Groups C8 and C9: rural.</summary>
    Rural,
}

/// <summary>A municipality as the map knows it.</summary>
/// <param name="Code">SCB's four digits.</param>
/// <param name="Name">Without "kommun".</param>
/// <param name="Kind">Its shape on the map.</param>
/// <param name="Pilot">One of the twelve of the development network.</param>
/// <param name="At">Its main town in SWEREF 99 TM.</param>
public sealed record MappedMunicipality(string Code, string Name, MunicipalityKind Kind, bool Pilot, Plane At);

/// <summary>
/// The 290 municipalities, out of the seed that the register is loaded from, so that the map can be drawn while the register
/// does not answer, and the outline of the country drawn from their main towns.
/// </summary>
internal static class Country
{
    private const string Seed = "municipalities.csv";

    /// <summary>The drawing's width; the height follows from the country's form.</summary>
    public const double Width = 300;

    private const double Margin = 16;

    /// <summary>By code.</summary>
    public static IReadOnlyDictionary<string, MappedMunicipality> Municipalities { get; } = Read().ToDictionary(municipality => municipality.Code);

    private static readonly (double West, double North, double Unit) Frame = Fit();

    /// <summary>The drawing's height in the units of <see cref="Width"/>.</summary>
    public static double Height { get; } = Math.Ceiling(
        (Frame.North - Municipalities.Values.Min(municipality => municipality.At.North)) * Frame.Unit + 2 * Margin);

    /// <summary>The land as an SVG path. Gotland has one municipality and thus a point, which the stroke makes round.</summary>
    public static string Land { get; } = Sketch();

    /// <summary>The place on the drawing.</summary>
    public static (double X, double Y) Place(Plane at) => (Margin + (at.East - Frame.West) * Frame.Unit, Margin + (Frame.North - at.North) * Frame.Unit);

    private static (double, double, double) Fit()
    {
        var all = Municipalities.Values.Select(municipality => municipality.At).ToList();
        var (west, east) = (all.Min(at => at.East), all.Max(at => at.East));
        return (west, all.Max(at => at.North), (Width - 2 * Margin) / (east - west));
    }

    private static string Sketch()
    {
        var towns = Municipalities.Values.Select(municipality => municipality.At).ToList();
        // Towns lie closer in the south: 45 km bridge the plains but not the sea to Gotland; in the north 130 km bridge the forests.
        var rings = Outline.Around(towns, at => at.North < 6_650_000 ? 45_000 : at.North < 6_900_000 ? 75_000 : 130_000);
        var (x, y) = Place(Municipalities["0980"].At);
        return Drawn.Rings(rings.Select(ring => (IReadOnlyList<(double, double)>)[.. ring.Select(Place)]))
            + $"M{Drawn.Of(x + 2)} {Drawn.Of(y - 4)}L{Drawn.Of(x - 1)} {Drawn.Of(y + 12)}Z";
    }

    private static IEnumerable<MappedMunicipality> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Seed) ?? throw new InvalidOperationException($"{Seed} is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(row => !row.StartsWith('#')).Select(row => row.Split(';')).ToList();
        int Column(string name) => Array.IndexOf(rows[0], name);
        var (code, name, latitude, longitude, group, pilot) =
            (Column("kod"), Column("namn"), Column("latitud"), Column("longitud"), Column("grupp"), Column("pilot"));
        foreach (var row in rows.Skip(1))
            yield return new MappedMunicipality(row[code], row[name], KindOf(row[group]), row[pilot].Length > 0,
                Sweref99.Project(double.Parse(row[latitude], CultureInfo.InvariantCulture), double.Parse(row[longitude], CultureInfo.InvariantCulture)));
    }

    /// <summary>From SKR's group, such as <c>B3</c>.</summary>
    public static MunicipalityKind KindOf(string group) => group switch
    {
        "A1" or "A2" or "B3" => MunicipalityKind.Large,
        "C8" or "C9" => MunicipalityKind.Rural,
        _ => MunicipalityKind.Town,
    };
}
