namespace Portal.Pictures.Geometry;

/// <summary>A place on a flat map.</summary>
/// <param name="East">Metres to the east.</param>
/// <param name="North">Metres to the north of the equator.</param>
public readonly record struct Plane(double East, double North);

/// <summary>
/// SWEREF 99 TM, the projection that Swedish authorities draw the country in: a transverse Mercator (Krüger's series) on GRS 80
/// with the central meridian 15° east, scale 0.9996 there and 500 km added to the east. WGS 84 degrees are taken as SWEREF 99
/// degrees; they differ by less than a metre.
/// </summary>
internal static class Sweref99
{
    private const double Axis = 6378137.0;
    private const double Flattening = 1 / 298.257222101;
    private const double Scale = 0.9996;
    private const double FalseEast = 500_000;
    private const double CentralMeridian = 15 * Math.PI / 180;

    // The third flattening and the series of it; the terms left out are below a tenth of a millimetre.
    private const double N = Flattening / (2 - Flattening);
    private const double Radius = Axis / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
    private static readonly double Eccentricity = Math.Sqrt(Flattening * (2 - Flattening));
    private static readonly double[] Beta =
    [
        N / 2 - 2 * N * N / 3 + 5 * N * N * N / 16,
        13 * N * N / 48 - 3 * N * N * N / 5,
        61 * N * N * N / 240,
    ];

    /// <summary>From degrees to metres.</summary>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public static Plane Project(double latitude, double longitude)
    {
        var sine = Math.Sin(latitude * Math.PI / 180);
        var conformal = Math.Atan(Math.Sinh(Math.Atanh(sine) - Eccentricity * Math.Atanh(Eccentricity * sine)));
        var away = longitude * Math.PI / 180 - CentralMeridian;
        var north = Math.Atan2(Math.Tan(conformal), Math.Cos(away));
        var east = Math.Atanh(Math.Cos(conformal) * Math.Sin(away));
        double y = north, x = east;
        for (var term = 1; term <= Beta.Length; term++)
        {
            y += Beta[term - 1] * Math.Sin(2 * term * north) * Math.Cosh(2 * term * east);
            x += Beta[term - 1] * Math.Cos(2 * term * north) * Math.Sinh(2 * term * east);
        }
        return new Plane(FalseEast + Scale * Radius * x, Scale * Radius * y);
    }
}
