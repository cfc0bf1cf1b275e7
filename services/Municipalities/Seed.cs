using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using Municipalities.Register;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities;

/// <summary>
/// What the service holds from the beginning: all 290 municipalities, and with <c>Seed:Demonstration</c> the needs of the
/// demonstration and what municipalities do to last (<see cref="DemonstrationSeed"/>). Run again it brings changed facts up to date and touches nothing else.
/// </summary>
internal static class Seed
{
    public static async Task Run(MunicipalitiesDb db, IServiceProvider services, CancellationToken stop)
    {
        var known = await db.Municipalities.AsTracking().ToDictionaryAsync(row => row.Code, stop);
        foreach (var (code, facts) in ReadMunicipalities())
            if (known.TryGetValue(code, out var municipality)) municipality.Revise(facts);
            else db.Municipalities.Add(Municipality.Register(code, facts));
        await db.SaveChangesAsync(stop);

        if (!services.GetRequiredService<IConfiguration>().GetValue<bool>("Seed:Demonstration")) return;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var present = (await db.Needs.Select(need => need.Id).ToListAsync(stop)).ToHashSet();
        foreach (var (name, municipality, content) in ReadNeeds())
        {
            if (present.Contains(SeedIds.Need(name))) continue;
            var (need, refused) = Need.Draft(SeedIds.Need(name), municipality, content, now);
            if ((refused ?? need!.Publish(now)) is { } error) throw new InvalidDataException($"{name}: {error.Title}");
            db.Needs.Add(need!);
        }
        foreach (var past in ReadPastNeeds().Where(past => !present.Contains(SeedIds.Need(past.Name)))) db.Needs.Add(Past(past, SwedishTime.DayOf(now)));
        await db.SaveChangesAsync(stop);
        await DemonstrationSeed.Run(db, services.GetRequiredService<TimeProvider>(), stop);
    }

    internal static IEnumerable<(string Code, Facts Facts)> ReadMunicipalities()
    {
        var counties = Rows("municipalities-counties.csv").ToDictionary(row => row[0], row => row[1]);
        var year = int.Parse(Lines("municipalities.csv").Single(line => line.StartsWith("# folkmängdsår:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
        return from row in Rows("municipalities.csv")
               let county = row[0][..2]
               select (row[0], new Facts(row[1], county, counties[county], Number(row[3]), Number(row[4]), (int)Number(row[2]), year, row[5], row[6] == "ja"));
    }

    internal static IEnumerable<(string Name, string Municipality, NeedContent Content)> ReadNeeds() =>
        from seed in JsonSerializer.Deserialize<List<SeededNeed>>(Open("needs.json"), ApiJson.Options)!
        select (seed.Name, seed.Municipality, seed.Content);

    internal static IReadOnlyList<PastNeed> ReadPastNeeds() => JsonSerializer.Deserialize<PastNeeds>(Open("needs-and-deals.json"), ApiJson.Options)!.Needs;

    /// <summary>A need that was met, or not, before the demonstration begins; Matchmaking seeds the deals from the same file.</summary>
    private static Need Past(PastNeed past, DateOnly today)
    {
        var (published, closed) = (Morning(today, past.PublishedDaysAgo), Morning(today, past.ClosedDaysAgo));
        var (need, refused) = Need.Draft(SeedIds.Need(past.Name), past.Municipality, past.Content, published);
        return (refused ?? need!.Publish(published) ?? need.OpenDialogue() ?? need.Close(past.Outcome, closed)) is { } error
            ? throw new InvalidDataException($"{past.Name}: {error.Title}")
            : need!;
    }

    private static DateTimeOffset Morning(DateOnly today, int daysAgo) => SwedishTime.Midnight(today.AddDays(-daysAgo)).AddHours(9);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
    internal sealed record PastNeed(string Name, string Municipality, int PublishedDaysAgo, int ClosedDaysAgo, NeedOutcome Outcome, NeedContent Content);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
    private sealed record PastNeeds(IReadOnlyList<PastNeed> Needs);

    private sealed record SeededNeed(string Name, string Municipality, NeedContent Content);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file) =>
        Lines(file).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(';'));

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static Stream Open(string file) => typeof(Seed).Assembly.GetManifestResourceStream(file) ?? throw new InvalidDataException($"Seed {file} is missing.");
}
