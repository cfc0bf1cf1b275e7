using Municipalities.Register;

namespace Municipalities.Context;

/// <summary>What a municipality is like, for likeness between municipalities. SKR has no such division: the split is the network's own.</summary>
public enum Profile
{
    /// <summary>Storstad eller större stad.</summary>
    LargeCity,

    /// <summary>Mindre stad.</summary>
    MidSize,

    /// <summary>Landsbygd eller mindre ort.</summary>
    Rural,
}

/// <summary>Likeness and distance, from the register.</summary>
internal static class Surroundings
{
    private const double EarthKm = 6371;

    public static Profile ProfileOf(Facts facts) => facts.SkrGroup switch
    {
        "A1" or "B3" => Profile.LargeCity,
        "C8" or "C9" => Profile.Rural,
        "A2" => facts.Population >= 50_000 ? Profile.LargeCity : Profile.MidSize,
        _ => facts.Population >= 30_000 ? Profile.MidSize : Profile.Rural,
    };

    /// <summary>Great-circle distance between main towns, kilometres. The way by road is longer.</summary>
    public static double Km(Facts from, Facts to)
    {
        var (a, b) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var longitude = double.DegreesToRadians(to.Longitude - from.Longitude);
        var h = Math.Pow(Math.Sin((b - a) / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(longitude / 2), 2);
        return 2 * EarthKm * Math.Asin(Math.Sqrt(h));
    }

    /// <summary>The name of a profile as people say it.</summary>
    public static string Name(this Profile profile) => profile switch
    {
        Profile.LargeCity => "större stad",
        Profile.MidSize => "mindre stad",
        _ => "landsbygdskommun",
    };
}
