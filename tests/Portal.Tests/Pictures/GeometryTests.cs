using System.Text.RegularExpressions;
using Portal.Pictures.Geometry;
using Portal.Pictures.Map;
using Xunit;

namespace Portal.Tests.Pictures;

public sealed partial class GeometryTests
{
    /// <summary>The quarter of a meridian on GRS 80, by the definition of the ellipsoid, metres.</summary>
    private const double Quarter = 10_001_965.729;

    [Fact]
    public void On_the_central_meridian_north_is_the_meridian_itself_a_little_shortened()
    {
        var pole = Sweref99.Project(90, 15);
        Assert.Equal(0.9996 * Quarter, pole.North, 0.01);
        Assert.Equal(500_000, Sweref99.Project(62.3, 15).East, 1e-6);
        Assert.Equal(0, Sweref99.Project(0, 15).North, 1e-6);
    }

    [Theory]
    [InlineData(55.6, 13)]
    [InlineData(65.8, 24.1)]
    [InlineData(59.3, 11.1)]
    public void Angles_stay_as_they_are(double latitude, double longitude)
    {
        const double step = 1e-5;
        var (at, north, east) = (Sweref99.Project(latitude, longitude), Sweref99.Project(latitude + step, longitude), Sweref99.Project(latitude, longitude + step));
        double nx = north.East - at.East, ny = north.North - at.North, ex = east.East - at.East, ey = east.North - at.North;
        Assert.Equal(0, (nx * ex + ny * ey) / (Length(nx, ny) * Length(ex, ey)), 1e-5);
        // A degree of latitude is 111.1 to 111.6 km in Sweden; the projection changes lengths by less than 1.5 per mille there.
        Assert.InRange(Length(nx, ny) / step, 111_000, 111_800);
    }

    [Fact]
    public void Malmo_and_Umea_lie_as_far_apart_as_they_do()
    {
        var (malmo, umea) = (Country.Municipalities["1280"].At, Country.Municipalities["2480"].At);
        Assert.InRange(Triangles.Apart(malmo, umea), 995_000, 1_005_000);
    }

    private static double Length(double x, double y) => Math.Sqrt(x * x + y * y);

    [Fact]
    public void No_town_lies_inside_a_triangles_circle()
    {
        var towns = Country.Municipalities.Values.Select(municipality => municipality.At).ToList();
        var triangles = Triangles.Over(towns);
        Assert.InRange(triangles.Count, 2 * towns.Count - 60, 2 * towns.Count);
        foreach (var triangle in triangles)
        {
            var (middle, radius) = Triangles.Circle(towns, triangle);
            Assert.DoesNotContain(towns, town => Triangles.Apart(middle, town) < radius * (1 - 1e-9) - 1e-3);
        }
    }

    [Fact]
    public void An_outline_goes_around_what_lies_close_and_leaves_the_rest()
    {
        Plane[] points = [new(0, 0), new(10, 0), new(10, 10), new(0, 10), new(5, 5), new(100, 100)];
        var ring = Assert.Single(Outline.Around(points, _ => 12));
        Assert.Equal([new(0, 0), new(10, 0), new(10, 10), new(0, 10)], ring.OrderBy(point => Math.Atan2(point.North - 5, point.East - 5)).ToArray());
    }

    [Fact]
    public void The_country_is_higher_than_wide_and_every_municipality_is_on_the_drawing()
    {
        Assert.Equal(290, Country.Municipalities.Count);
        Assert.Equal(12, Country.Municipalities.Values.Count(municipality => municipality.Pilot));
        Assert.InRange(Country.Height / Country.Width, 1.8, 2.6);
        Assert.All(Country.Municipalities.Values, municipality =>
        {
            var (x, y) = Country.Place(municipality.At);
            Assert.InRange(x, 0, Country.Width);
            Assert.InRange(y, 0, Country.Height);
        });
        Assert.Matches(OnlyPath(), Country.Land);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 40)]
    [InlineData(100, 80)]
    public void A_scale_goes_evenly_from_end_to_end(double figure, double place) => Assert.Equal(place, new Scale(0, 100, 0, 80)[figure], 1e-9);

    [Fact]
    public void A_scale_may_run_downwards_and_may_have_no_extent()
    {
        Assert.Equal(150, new Scale(0, 4, 200, 0)[1], 1e-9);
        Assert.Equal(7, new Scale(3, 3, 7, 90)[3], 1e-9);
    }

    [Theory]
    [InlineData(0, new double[] { 0, 1 })]
    [InlineData(1, new double[] { 0, 1 })]
    [InlineData(3, new double[] { 0, 1, 2, 3 })]
    [InlineData(17, new double[] { 0, 5, 10, 15, 20 })]
    [InlineData(8_513_250, new double[] { 0, 5_000_000, 10_000_000 })]
    public void Ticks_are_round_and_reach_the_largest(double largest, double[] ticks) => Assert.Equal(ticks, Scale.Ticks(largest));

    [Fact]
    public void Numbers_in_drawings_have_a_point_whatever_the_language()
    {
        Assert.Equal("1.5", Drawn.Of(1.49999));
        Assert.Equal("33.33%", Drawn.Percent(100 / 3.0));
        Assert.Equal("M1 2L3.5 4Z", Drawn.Rings([[(1, 2), (3.5, 4)]]));
    }

    [GeneratedRegex(@"^(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)*Z)+$")]
    private static partial Regex OnlyPath();
}
