using System.Globalization;
using System.Text;

namespace Portal.Pictures.Geometry;

/// <summary>Numbers and paths as SVG wants them: a point before decimals, whatever the page's language, and no more digits than the eye sees.</summary>
internal static class Drawn
{
    /// <summary>With one decimal at most.</summary>
    public static string Of(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A share of the width, so that a drawing follows its column while its text keeps its size.</summary>
    public static string Percent(double share) => $"{Math.Round(share, 2).ToString("0.##", CultureInfo.InvariantCulture)}%";

    /// <summary>Closed rings as one path.</summary>
    public static string Rings(IEnumerable<IReadOnlyList<(double X, double Y)>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            for (var corner = 0; corner < ring.Count; corner++)
                path.Append(corner == 0 ? 'M' : 'L').Append(Of(ring[corner].X)).Append(' ').Append(Of(ring[corner].Y));
            path.Append('Z');
        }
        return path.ToString();
    }
}
