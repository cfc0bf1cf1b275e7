using System.Net;
using Portal.Pictures.Geometry;
using Portal.Texts;

namespace Portal.Pictures.Map;

/// <summary>The marks of the map: what a municipality is like shows in the form, so that it is seen without colours and in print.</summary>
internal static class Shapes
{
    private const double Smallest = 4.5;
    private const double Largest = 12;

    /// <summary>In the legend and in the list.</summary>
    public static string NameOf(MunicipalityKind kind) => Text.Of(kind switch { MunicipalityKind.Large => "Pictures.Kind.Large", MunicipalityKind.Rural => "Pictures.Kind.Rural", _ => "Pictures.Kind.Town" });

    /// <summary>The area follows the count; the smallest is still seen.</summary>
    /// <param name="count">Of this mark.</param>
    /// <param name="most">Of the largest mark.</param>
    public static double Radius(int count, int most) =>
        Math.Max(Smallest, Math.Sqrt(Math.Max(0, count) / (double)Math.Max(1, most)) * Math.Min(Largest, Smallest + most));

    /// <summary>The mark as SVG.</summary>
    /// <param name="kind">Square for large, circle for towns, triangle for rural.</param>
    /// <param name="x">The middle, in the drawing's units.</param>
    /// <param name="y">The middle, in the drawing's units.</param>
    /// <param name="radius">Of the circle; the others have about its area.</param>
    /// <param name="title">What is told when pointed at; encoded here.</param>
    public static string Of(MunicipalityKind kind, double x, double y, double radius, string? title = null)
    {
        var half = radius * 0.886;
        var inner = title is null ? "" : $"<title>{WebUtility.HtmlEncode(title)}</title>";
        return kind switch
        {
            MunicipalityKind.Large =>
                $"<rect class=\"mark\" x=\"{Drawn.Of(x - half)}\" y=\"{Drawn.Of(y - half)}\" width=\"{Drawn.Of(2 * half)}\" height=\"{Drawn.Of(2 * half)}\">{inner}</rect>",
            MunicipalityKind.Rural =>
                $"<path class=\"mark\" d=\"M{Drawn.Of(x)} {Drawn.Of(y - 1.3 * radius)}L{Drawn.Of(x + 1.25 * radius)} {Drawn.Of(y + .9 * radius)}H{Drawn.Of(x - 1.25 * radius)}Z\">{inner}</path>",
            _ => $"<circle class=\"mark\" cx=\"{Drawn.Of(x)}\" cy=\"{Drawn.Of(y)}\" r=\"{Drawn.Of(radius)}\">{inner}</circle>",
        };
    }
}
