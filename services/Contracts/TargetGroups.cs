namespace Contracts;

/// <summary>
/// Groups whose way to work a need or an enterprise wishes to shorten. The law defines none (LOU 4 kap. 18 § speaks of
/// disadvantaged persons); these are the ones that the field itself uses.
/// </summary>
public static class TargetGroups
{
    /// <summary>Each code with its Swedish name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["long-term-unemployed"] = "långtidsarbetslösa",
        ["disability"] = "personer med funktionsnedsättning",
        ["mental-ill-health"] = "personer med psykisk ohälsa",
        ["addiction"] = "personer med beroende",
        ["after-prison"] = "personer efter kriminalvård",
        ["foreign-born"] = "utrikes födda långt från arbetsmarknaden",
        ["young-neet"] = "unga som varken arbetar eller studerar",
        ["long-term-sick"] = "långtidssjukskrivna",
    };

    /// <summary>True for a code in <see cref="Names"/>.</summary>
    public static bool IsCode(string? code) => code is not null && Names.ContainsKey(code);
}
