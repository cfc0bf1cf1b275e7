using Matchmaking.Matching;

namespace Matchmaking.Tests.Matching;

/// <summary>A small country and short ways of saying what is needed and offered.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public static readonly MatchPlace[] Places =
    [
        new("1280", "Malmö", "12", 55.6050, 13.0038, 365644, "A1"),
        new("1283", "Helsingborg", "12", 56.0465, 12.6945, 152091, "B3"),
        new("2361", "Härjedalen", "23", 62.0346, 14.3647, 10175, "C9"),
        new("2326", "Berg", "23", 62.7614, 14.4231, 7000, "C9"),
        new("2480", "Umeå", "24", 63.8258, 20.2630, 134249, "B3"),
        new("0360", "Tierp", "03", 60.3450, 17.5160, 21104, "B4"),
    ];

    public static MatchIndex Index(params object[] items)
    {
        var index = new MatchIndex(new FixedTime());
        foreach (var place in Places) index.Put(place);
        foreach (var item in items.Where(item => item is not Lesson)) Put(index, item);
        index.SetLessons([.. items.OfType<Lesson>()]);
        return index;
    }

    public static void Put(MatchIndex index, object item)
    {
        if (item is MatchNeed need) index.Put(need);
        else index.Put((MatchEnterprise)item);
    }

    public static MatchNeed Need(int id, string text, string at = "1280", decimal? value = 300_000, string[]? cpv = null, string[]? groups = null) =>
        new(Id(1, id), at, text, "", cpv ?? [], "service", value, 12, groups ?? []);

    public static MatchEnterprise Enterprise(
        int id, string text, string home = "1280", string area = "national", string[]? codes = null, int? km = null, decimal? largest = 1_000_000,
        string[]? cpv = null, string[]? groups = null, int daysOld = 1) =>
        new(Id(2, id), $"Företag {id}", home, "", ["wise"], groups ?? [], Now.AddDays(-daysOld),
            [new(Id(3, id), "", text, cpv ?? [], area, codes ?? [], km, largest)]);

    public static Guid Id(byte kind, int id) => new(id, 0, 0, kind, 0, 0, 0, 0, 0, 0, 0);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
