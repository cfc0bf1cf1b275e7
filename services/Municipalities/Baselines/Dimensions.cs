using System.Text.Json;
using ServiceDefaults;

namespace Municipalities.Baselines;

/// <summary>One of the eight parts that a municipality looks at. The network's own design: no official Swedish maturity model was found.</summary>
/// <param name="Code">Its name in addresses and events.</param>
/// <param name="Name">Its name in Swedish.</param>
/// <param name="Question">What to ask oneself.</param>
/// <param name="Chapter">Slug of the handbook's chapter about it.</param>
/// <param name="Needs">Dimensions that must come first: without a mandate nobody keeps a coordinator.</param>
/// <param name="Levels">What is true at the levels 0 to 5, in order.</param>
public sealed record Dimension(string Code, string Name, string Question, string Chapter, IReadOnlyList<string> Needs, IReadOnlyList<string> Levels);

/// <summary>The eight dimensions in their order, from the seed.</summary>
internal static class Dimensions
{
    /// <summary>The level from which a level must be shown by a document, a decision or the like.</summary>
    public const int EvidenceFrom = 2;

    /// <summary>The level that all dimensions must hold for a collaboration to be sustainable: the routines are used.</summary>
    public const int Lasting = 3;

    public const int Highest = 5;

    public static readonly IReadOnlyList<Dimension> All = Read();

    private static readonly Dictionary<string, Dimension> ByCode = All.ToDictionary(dimension => dimension.Code);

    public static bool IsCode(string? code) => code is not null && ByCode.ContainsKey(code);

    public static Dimension Of(string code) => ByCode[code];

    private static List<Dimension> Read()
    {
        using var seed = typeof(Dimensions).Assembly.GetManifestResourceStream("journey/dimensions.json") ?? throw new InvalidDataException("The dimensions are missing.");
        var all = JsonSerializer.Deserialize<List<Dimension>>(seed, ApiJson.Options)!;
        if (all.Count != 8 || all.Any(dimension => dimension.Levels.Count != Highest + 1)) throw new InvalidDataException("There must be eight dimensions with six levels.");
        return all;
    }
}
