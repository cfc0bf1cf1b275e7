namespace Portal.Pictures.Geometry;

/// <summary>
/// The outline of a country of which only towns are known: the edge of those Delaunay triangles that are small enough to lie
/// on land (an alpha shape). It is a sketch, not a border.
/// </summary>
internal static class Outline
{
    /// <summary>The edges as closed rings of points; an island with fewer than three towns is not among them.</summary>
    /// <param name="points">The towns, in metres.</param>
    /// <param name="reach">The largest circle, in metres, that may lie between towns there.</param>
    public static IReadOnlyList<IReadOnlyList<Plane>> Around(IReadOnlyList<Plane> points, Func<Plane, double> reach)
    {
        var land = Triangles.Over(points).Where(triangle =>
        {
            var circle = Triangles.Circle(points, triangle);
            return circle.Radius <= reach(circle.Middle);
        });
        var edges = land.SelectMany(triangle => triangle.Sides).GroupBy(side => side).Where(side => side.Count() == 1).Select(side => side.Key);
        return [.. Rings(edges).Select(ring => (IReadOnlyList<Plane>)[.. ring.Select(corner => points[corner])])];
    }

    private static IEnumerable<List<int>> Rings(IEnumerable<(int From, int To)> edges)
    {
        var open = new Dictionary<int, List<int>>();
        foreach (var (from, to) in edges)
        {
            Add(from, to);
            Add(to, from);
        }
        while (open.Keys.Count > 0)
        {
            var first = open.Keys.Min();
            var ring = new List<int>();
            for (var at = first; ;)
            {
                ring.Add(at);
                var to = open[at][0];
                Remove(at, to);
                Remove(to, at);
                if (to == first) break;
                at = to;
            }
            yield return ring;
        }

        void Add(int from, int to)
        {
            if (!open.TryGetValue(from, out var next)) open[from] = next = [];
            next.Add(to);
        }

        void Remove(int from, int to)
        {
            open[from].Remove(to);
            if (open[from].Count == 0) open.Remove(from);
        }
    }
}
