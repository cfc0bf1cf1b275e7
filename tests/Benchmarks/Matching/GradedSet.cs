using System.Text.Json;
using Matchmaking.Matching;

namespace Benchmarks.Matching;

/// <summary>A graded set of needs and enterprises as a file of JSON; the format is told in docs/matching.md.</summary>
internal sealed record GradedSet(List<GradedEnterprise> Enterprises, List<GradedNeed> Needs, List<Judgement> Judgements)
{
    /// <summary>Reads a set.</summary>
    public static GradedSet Read(string file) =>
        JsonSerializer.Deserialize<GradedSet>(File.ReadAllText(file), JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{file} is empty.");

    /// <summary>The set that was asked for, else the reference beside the repository, else our own.</summary>
    public static string Find(string[] args)
    {
        if (Array.IndexOf(args, "--set") is var at and >= 0) return args[at + 1];
        var reference = Path.Combine(Repository.Root, "..", "shared", "reference", "matching-dev.json");
        return File.Exists(reference) ? Path.GetFullPath(reference) : Path.Combine(Repository.Root, "tests", "Benchmarks", "data", "matching-own.json");
    }

    /// <summary>Grades of a need by enterprise; what is not judged has grade 0.</summary>
    public Dictionary<string, int> Grades(string need) => Judgements.Where(j => j.Need == need).ToDictionary(j => j.Enterprise, j => j.Grade);
}

internal sealed record GradedArea(string Kind, List<string> Codes, int? RadiusKm);

internal sealed record GradedEnterprise(
    string Id, string Name, List<string> Kinds, string MunicipalityCode, GradedArea ServiceArea, decimal? MaxContractSek,
    List<string> TargetGroups, List<string> Cpv, string Description)
{
    /// <summary>As the enterprise service would tell it: one offer, confirmed today.</summary>
    public MatchEnterprise ToMatch(DateTimeOffset now) => new(Ids.Of(Id), Name, MunicipalityCode, "", Kinds, TargetGroups, now,
        [new(Ids.Of("offer" + Id), "", Description, Cpv, ServiceArea.Kind, ServiceArea.Codes, ServiceArea.RadiusKm, MaxContractSek)]);
}

internal sealed record GradedNeed(
    string Id, string MunicipalityCode, string Title, string Description, List<string> Cpv, decimal? ValueSek, int? Months, string Kind,
    List<string> TargetGroups)
{
    public MatchNeed ToMatch() => new(Ids.Of(Id), MunicipalityCode, Title, Description, Cpv, Kind, ValueSek, Months, TargetGroups);
}

internal sealed record Judgement(string Need, string Enterprise, int Grade);

internal static class Ids
{
    /// <summary>A UUID that sorts like the id that it is made of.</summary>
    public static Guid Of(string id) => new(Convert.FromHexString(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(id.PadLeft(16, '0')))), bigEndian: true);
}

internal static class Repository
{
    /// <summary>The folder of Platform.sln above the running program.</summary>
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "Platform.sln")) ? folder : Up(Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new DirectoryNotFoundException("Platform.sln"));
}
