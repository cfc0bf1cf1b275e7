using System.Buffers;

namespace Contracts;

/// <summary>Codes of the Common Procurement Vocabulary (regulation (EC) 213/2008), eight digits without the check digit.</summary>
public static class Cpv
{
    /// <summary>The 45 divisions of CPV 2008: the first two digits of every code.</summary>
    public static readonly SearchValues<string> Divisions = SearchValues.Create(
        ["03", "09", "14", "15", "16", "18", "19", "22", "24", "30", "31", "32", "33", "34", "35", "37", "38", "39", "41", "42", "43", "44", "45",
         "48", "50", "51", "55", "60", "63", "64", "65", "66", "70", "71", "72", "73", "75", "76", "77", "79", "80", "85", "90", "92", "98"],
        StringComparison.Ordinal);

    /// <summary>True for eight digits in a division that exists. Whether the code itself exists is not asked.</summary>
    public static bool IsCode(string? text) => text is { Length: 8 } && IsPrefix(text);

    /// <summary>True for two to eight digits in a division that exists: a branch of the tree.</summary>
    public static bool IsPrefix(string? text) =>
        text is { Length: >= 2 and <= 8 } && text.All(char.IsAsciiDigit) && Divisions.Contains(text[..2]);
}
