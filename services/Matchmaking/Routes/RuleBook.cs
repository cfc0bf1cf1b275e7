using System.Reflection;
using System.Text.Json;

namespace Matchmaking.Routes;

/// <summary>All dated rules, read once from <c>seeds/rules</c> as they were built into the service.</summary>
internal sealed class RuleBook
{
    private readonly List<RuleFile> files;

    private RuleBook(List<RuleFile> files) => this.files = files;

    /// <summary>The rules of this build.</summary>
    public static RuleBook Current { get; } = Load();

    /// <summary>The limit at that date, or null when no rule holds then: last year's is never used instead.</summary>
    public Limit? Limit(string code, DateOnly? date)
    {
        if (Find(code, date) is not var (file, limit)) return null;
        if (limit.ShareOf is null)
            return limit.AmountSek is { } amount ? Of(file, limit, amount, date!.Value) : null;
        if (Limit(limit.ShareOf, date) is not { } whole) return null;
        // The share is of the law, the amount of the threshold: it holds as long as both do.
        return Of(file, limit, whole.AmountSek * limit.Share!.Value, date!.Value) with
        {
            ValidFrom = file.ValidFrom > whole.ValidFrom ? file.ValidFrom : whole.ValidFrom,
            ValidTo = whole.ValidTo,
            Source = $"{file.SourceAt(date.Value)}; {whole.Source}",
            RuleVersion = $"{file.Id}, {whole.RuleVersion}",
        };
    }

    /// <summary>A plain number of the law, such as a share or a count of months, or null outside its validity.</summary>
    public decimal? Number(string code, DateOnly? date) => Find(code, date)?.Limit.Number;

    /// <summary>Whether the list names the code at that date.</summary>
    public Answer Lists(string list, string cpv, DateOnly? date) =>
        files.FirstOrDefault(file => file.Code == list && date is { } day && file.Holds(day)) is { } found
            ? Logic.Of(found.Lists(cpv))
            : Answer.Unknown;

    /// <summary>Names of the files that hold at that date.</summary>
    public IReadOnlyList<string> VersionsAt(DateOnly? date) =>
        [.. files.Where(file => date is { } day && file.Holds(day)).Select(file => file.Id)];

    /// <summary>Codes of the limits and of the list in that file.</summary>
    public IEnumerable<string> CodesOf(string version)
    {
        var file = files.Single(file => file.Id == version);
        return (file.Limits ?? []).Select(limit => limit.Code).Concat(file.Code is { } list ? [$"list {list}"] : []);
    }

    private (RuleFile File, RuleLimit Limit)? Find(string code, DateOnly? date)
    {
        if (date is not { } day) return null;
        foreach (var file in files)
            if (file.Holds(day) && file.Limits?.FirstOrDefault(limit => limit.Code == code) is { } limit) return (file, limit);
        return null;
    }

    private static Limit Of(RuleFile file, RuleLimit limit, decimal amount, DateOnly date) =>
        new(limit.Code, limit.Name, limit.Operator, amount, limit.Paragraph, file.ValidFrom, file.ValidTo, file.SourceAt(date), file.Id);

    private static RuleBook Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        List<RuleFile> files = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("rules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (!name.EndsWith(".json", StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            files.Add(JsonSerializer.Deserialize<RuleFile>(stream, JsonSerializerOptions.Web)!);
        }
        return new RuleBook(files);
    }
}
