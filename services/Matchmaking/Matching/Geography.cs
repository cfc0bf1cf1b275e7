using System.Globalization;

namespace Matchmaking.Matching;

/// <summary>How an offer's service area lies to a municipality.</summary>
public enum Reach
{
    /// <summary>Covered.</summary>
    Covered,

    /// <summary>A radius that ends at most a fifth short of it.</summary>
    JustOutside,

    /// <summary>Not covered, but the enterprise's home is within a distance that people there are used to.</summary>
    Neighbouring,

    /// <summary>Not covered and far away.</summary>
    Far,

    /// <summary>The municipality or the home is not known.</summary>
    Unknown,
}

/// <summary>A service area, ready to be compared: codes as numbers.</summary>
/// <param name="Kind">municipalities, counties, radius or national.</param>
/// <param name="Codes">Municipality or county numbers.</param>
/// <param name="RadiusKm">Kilometres, or 0.</param>
/// <param name="Home">Number of the home municipality.</param>
public readonly record struct Area(string Kind, int[] Codes, int RadiusKm, int Home)
{
    /// <summary>The area of an offer.</summary>
    public static Area Of(MatchEnterprise enterprise, MatchOffer offer) =>
        new(offer.AreaKind, [.. offer.AreaCodes.Select(Number)], offer.RadiusKm ?? 0, Number(enterprise.MunicipalityCode));

    /// <summary>The code as a number, or -1 when it is none.</summary>
    public static int Number(string code) =>
        code.Length <= 4 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>Distances between municipalities and what they mean there.</summary>
public sealed class Geography
{
    /// <summary>Earth radius in kilometres that the great-circle distance is computed with.</summary>
    public const double EarthKm = 6371;

    /// <summary>Rows of a table with one for each municipality and one for those that are not known.</summary>
    internal const int Rows = Most + 1;

    /// <summary>The row of what is not known.</summary>
    internal const int UnknownRow = Most;

    private const int Most = 512;
    private readonly MatchPlace?[] places = new MatchPlace?[10_000];
    private readonly short[] rows = [.. Enumerable.Repeat((short)UnknownRow, 10_000)];
    private readonly float[] km = new float[Most * Most];
    private readonly List<int> numbers = [];

    /// <summary>Adds or replaces a municipality; its code has four digits.</summary>
    public void Put(MatchPlace place)
    {
        var number = Area.Number(place.Code);
        if (number < 0 || places[number] is null && numbers.Count == Most) return;
        if (places[number] is null)
        {
            rows[number] = (short)numbers.Count;
            numbers.Add(number);
        }
        places[number] = place;
        foreach (var other in places.OfType<MatchPlace>())
            km[rows[number] * Most + Row(other)] = km[Row(other) * Most + rows[number]] = (float)Km(place, other);

        int Row(MatchPlace of) => rows[Area.Number(of.Code)];
    }

    /// <summary>Numbers of all that are known.</summary>
    internal IReadOnlyList<int> Numbers => numbers;

    /// <summary>The row of a municipality in a table.</summary>
    internal int Row(int number) => number < 0 ? UnknownRow : rows[number];

    /// <summary>The municipality, or null when it is not known.</summary>
    public MatchPlace? Find(int number) => number < 0 ? null : places[number];

    /// <summary>Great-circle distance between the main towns, kilometres; null when one is not known.</summary>
    public float? Km(int from, int to) =>
        from == to ? 0 : Find(from) is null || Find(to) is null ? null : km[rows[from] * Most + rows[to]];

    /// <summary>Great-circle distance by the haversine formula, kilometres.</summary>
    public static double Km(MatchPlace a, MatchPlace b)
    {
        const double Degree = Math.PI / 180;
        var h = Math.Pow(Math.Sin((b.Latitude - a.Latitude) * Degree / 2), 2)
            + Math.Cos(a.Latitude * Degree) * Math.Cos(b.Latitude * Degree) * Math.Pow(Math.Sin((b.Longitude - a.Longitude) * Degree / 2), 2);
        return 2 * EarthKm * Math.Asin(Math.Sqrt(h));
    }

    /// <summary>
    /// Kilometres that a supplier is realistically asked to come from outside its stated area. People in SKR's rural groups
    /// (C8, C9) are used to distances that nobody in a big city (A1, A2) would drive for the same work.
    /// </summary>
    public static double UsualKm(string skrGroup) => skrGroup switch
    {
        "A1" or "A2" => 90,
        "B3" or "B4" or "B5" => 110,
        "C6" or "C7" => 130,
        "C8" => 160,
        "C9" => 180,
        _ => 120,
    };

    /// <summary>How an area lies to a municipality, and the kilometres from home.</summary>
    public (Reach Reach, float? Km) Of(Area area, int to)
    {
        var far = Km(area.Home, to);
        var covered = area.Kind switch
        {
            "national" => true,
            "municipalities" => Array.IndexOf(area.Codes, to) >= 0,
            "counties" => Array.IndexOf(area.Codes, to / 100) >= 0,
            "radius" => far <= area.RadiusKm,
            _ => area.Home == to,
        };
        if (covered) return (Reach.Covered, far);
        if (far is null || Find(to) is not { } place) return (Reach.Unknown, far);
        if (area.Kind == "radius" && far <= area.RadiusKm * 1.2f) return (Reach.JustOutside, far);
        return (far <= UsualKm(place.SkrGroup) ? Reach.Neighbouring : Reach.Far, far);
    }
}
