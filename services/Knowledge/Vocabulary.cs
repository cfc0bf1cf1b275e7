using System.ComponentModel.DataAnnotations;
using ServiceDefaults;

namespace Knowledge;

/// <summary>Codes that the service accepts. A code that is not here is refused by name.</summary>
public static class Vocabulary
{
    /// <summary>Parts of the handbook.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["basics", "routes", "procurement", "collaboration", "enterprises", "follow-up"];

    /// <summary>What can be searched.</summary>
    public static IReadOnlyList<string> SearchKinds { get; } = ["article", "case", "discussion", "meeting", "model"];

    /// <summary>What can be followed.</summary>
    public static IReadOnlyList<string> FollowKinds { get; } = ["article", "case", "model", "meeting", "discussion", "match", "rules", "reminder", "mention", "everything"];

    /// <summary>Readers, by their role in the token.</summary>
    public static IReadOnlyList<string> Audiences { get; } =
        [Roles.DevelopmentLead, Roles.ProcurementOfficer, Roles.UnitManager, Roles.EnterpriseManager, Roles.NetworkLead];

    /// <summary>Legal routes: the codes of the route assessment, and four that only the handbook speaks of; with what they are called.</summary>
    public static IReadOnlyDictionary<string, string> RouteNames { get; } = new Dictionary<string, string>
    {
        ["CALL_OFF"] = "avrop från ramavtal",
        ["DIRECT_AWARD"] = "direktupphandling",
        ["ADVERTISED_19"] = "annonspliktig upphandling enligt 19 kap. LOU",
        ["DIRECTIVE"] = "upphandling över tröskelvärdet",
        ["RESERVED_4_18"] = "reserverad upphandling enligt 4 kap. 18 § LOU",
        ["RESERVED_19_25"] = "reservation enligt 19 kap. 25 § LOU",
        ["RESERVED_19_25A"] = "reservation för idéburna enligt 19 kap. 25 a § LOU",
        ["LOV"] = "valfrihetssystem enligt LOV",
        ["CONCESSION_DIRECT"] = "tjänstekoncession",
        ["EMPLOYMENT_CLAUSE"] = "sysselsättningskrav",
        ["IOP"] = "idéburet offentligt partnerskap",
        ["GRANT"] = "bidrag",
        ["SINGLE_SUPPLIER"] = "en enda leverantör",
        ["SUBCONTRACT"] = "underleverantör eller anbud i grupp",
        ["INNOVATION_PARTNERSHIP"] = "innovationspartnerskap",
        ["NOT_PROCUREMENT"] = "det som inte är upphandling",
    };

    /// <summary>Codes of <see cref="RouteNames"/>.</summary>
    public static IReadOnlyList<string> Routes { get; } = [.. RouteNames.Keys];

    /// <summary>What the dimensions are called.</summary>
    public static IReadOnlyDictionary<string, string> DimensionNames { get; } = new Dictionary<string, string>
    {
        ["anchoring"] = "politisk förankring",
        ["coordination"] = "samordning",
        ["internal-cooperation"] = "internt samarbete",
        ["governance"] = "styrning och policy",
        ["mapping-dialogue"] = "kartläggning och dialog",
        ["purchasing"] = "inköp och affärer",
        ["enterprise-support"] = "stöd till företag",
        ["follow-up"] = "uppföljning och lärande",
    };

    /// <summary>The eight dimensions of the baseline (utgångsläge), lowest blocking first.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = [.. DimensionNames.Keys];
}

/// <summary>Each value of a list must be one of a vocabulary's.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OneOfEachAttribute(Type vocabulary, string list) : ValidationAttribute
{
    private readonly IReadOnlyList<string> allowed = (IReadOnlyList<string>)vocabulary.GetProperty(list)!.GetValue(null)!;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var values = value switch { null => [], string one => [one], IEnumerable<string> many => many, _ => [] };
        return values.FirstOrDefault(each => !allowed.Contains(each)) is { } unknown
            ? new ValidationResult($"Okänt värde \"{unknown}\". Välj bland {string.Join(", ", allowed)}.", [validationContext.MemberName ?? ""])
            : ValidationResult.Success;
    }
}
