namespace Portal.Pictures.Geometry;

/// <summary>A triangle of a triangulation, by the places of its corners in the list of points.</summary>
internal readonly record struct Triangle(int A, int B, int C)
{
    /// <summary>The three sides, each with the smaller corner first.</summary>
    public IEnumerable<(int, int)> Sides => [Side(A, B), Side(B, C), Side(C, A)];

    private static (int, int) Side(int one, int other) => one < other ? (one, other) : (other, one);
}

/// <summary>
/// Delaunay's triangulation by Bowyer and Watson: each point is put in by taking away the triangles whose circle holds it.
/// The square of the number of points in time, which for 290 is a few milliseconds, once.
/// </summary>
internal static class Triangles
{
    /// <summary>The triangles over these points; no point lies inside another triangle's circle.</summary>
    public static IReadOnlyList<Triangle> Over(IReadOnlyList<Plane> points)
    {
        var count = points.Count;
        if (count < 3) return [];
        var (middle, reach) = (new Plane(points.Average(p => p.East), points.Average(p => p.North)), Reach(points));
        // A triangle around everything, so large that its corners do not bend the hull.
        List<Plane> all =
        [
            .. points,
            new(middle.East - 60 * reach, middle.North - 30 * reach), new(middle.East + 60 * reach, middle.North - 30 * reach), new(middle.East, middle.North + 60 * reach),
        ];
        var found = new List<Triangle> { new(count, count + 1, count + 2) };
        for (var next = 0; next < count; next++)
        {
            var away = found.Where(triangle => Circle(all, triangle) is var circle && Apart(circle.Middle, all[next]) < circle.Radius).ToList();
            var hole = away.SelectMany(triangle => triangle.Sides).GroupBy(side => side).Where(side => side.Count() == 1).Select(side => side.Key).ToList();
            found.RemoveAll(away.Contains);
            found.AddRange(hole.Select(side => new Triangle(side.Item1, side.Item2, next)));
        }
        return found.FindAll(triangle => triangle.A < count && triangle.B < count && triangle.C < count);
    }

    /// <summary>The circle through the corners, in metres.</summary>
    public static (Plane Middle, double Radius) Circle(IReadOnlyList<Plane> points, Triangle triangle)
    {
        var (a, b, c) = (points[triangle.A], points[triangle.B], points[triangle.C]);
        double bx = b.East - a.East, by = b.North - a.North, cx = c.East - a.East, cy = c.North - a.North;
        var twice = 2 * (bx * cy - by * cx);
        // Three in a row have no circle: one without end, so that such a triangle always gives way.
        if (Math.Abs(twice) < 1e-6) return (a, double.PositiveInfinity);
        double b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;
        double x = (cy * b2 - by * c2) / twice, y = (bx * c2 - cx * b2) / twice;
        return (new Plane(a.East + x, a.North + y), Math.Sqrt(x * x + y * y));
    }

    /// <summary>Metres between two places.</summary>
    public static double Apart(Plane one, Plane other) => Math.Sqrt(Math.Pow(one.East - other.East, 2) + Math.Pow(one.North - other.North, 2));

    private static double Reach(IReadOnlyList<Plane> points) =>
        Math.Max(points.Max(p => p.East) - points.Min(p => p.East), points.Max(p => p.North) - points.Min(p => p.North)) + 1;
}
