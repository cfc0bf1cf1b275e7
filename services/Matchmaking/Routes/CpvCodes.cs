using System.Collections.Frozen;
using System.Reflection;

namespace Matchmaking.Routes;

/// <summary>Which CPV codes exist (Regulation (EC) No 213/2008). A code that does not is refused, never classified by its neighbours.</summary>
internal static class CpvCodes
{
    /// <summary>All codes, eight digits each.</summary>
    public static FrozenSet<string> All { get; } = Load();

    /// <summary>The eight digits of a code given with or without its check digit, or null when there is no such code.</summary>
    public static string? Find(string code)
    {
        var digits = code.Trim();
        if (digits.Length == 10 && digits[8] == '-' && char.IsAsciiDigit(digits[9])) digits = digits[..8];
        return All.Contains(digits) ? digits : null;
    }

    /// <summary>Divisions up to 44 and 48 are goods, 45 is works, the rest services.</summary>
    public static string KindOf(string code) => code[..2] switch
    {
        "45" => Kinds.Works,
        "48" => Kinds.Goods,
        var division when string.CompareOrdinal(division, "45") < 0 => Kinds.Goods,
        _ => Kinds.Service,
    };

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("rules/cpv-codes.txt")!);
        HashSet<string> codes = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var words = line.Split(' ');
            foreach (var rest in words.Skip(1)) codes.Add((rest == "." ? words[0] : words[0] + rest).PadRight(8, '0'));
        }
        return codes.ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>Kinds of contract.</summary>
internal static class Kinds
{
    public const string Service = "service";
    public const string Goods = "goods";
    public const string Works = "works";
    public const string Concession = "concession";
    public static readonly string[] All = [Service, Goods, Works, Concession];
}
