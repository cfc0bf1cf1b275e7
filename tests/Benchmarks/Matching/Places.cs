using System.Globalization;
using Matchmaking.Matching;

namespace Benchmarks.Matching;

/// <summary>The municipalities that the benchmarks stand on.</summary>
internal static class Places
{
    /// <summary>All 290, from our own seed.</summary>
    public static List<MatchPlace> Read()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "seeds", "municipalities.csv")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var head = lines[0].Split(';').ToList();
        return [.. lines.Skip(1).Select(l => l.Split(';')).Select(c => new MatchPlace(
            c[head.IndexOf("kod")], c[head.IndexOf("namn")], c[head.IndexOf("kod")][..2], Number(c[head.IndexOf("latitud")]),
            Number(c[head.IndexOf("longitud")]), int.Parse(c[head.IndexOf("folkmängd")], CultureInfo.InvariantCulture), c[head.IndexOf("grupp")]))];

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
