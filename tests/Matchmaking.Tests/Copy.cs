using Matchmaking.Copies;

namespace Matchmaking.Tests;

/// <summary>Copies for tests of rules, which need no database.</summary>
internal static class Copy
{
    public static NeedCopy Need(string municipality, string status = "published", string? outcome = null, bool withdrawn = false, string cpv = "50800000") => new()
    {
        Id = Guid.CreateVersion7(), Version = 1, Withdrawn = withdrawn, MunicipalityCode = municipality, Title = "Lagning av cyklar",
        Description = "", CpvCodes = [cpv], Kind = "service", ValueSek = null, Months = null, TargetGroups = [], Status = status,
        AnswerBy = null, PublishedAt = Told.Morning, Outcome = outcome,
    };

    public static EnterpriseCopy Enterprise(string municipality, bool withdrawn = false) => new()
    {
        Id = Guid.CreateVersion7(), Version = 1, Withdrawn = withdrawn, Name = "Cykelköket ek. för.", MunicipalityCode = municipality,
        Presentation = "", Kinds = ["wise"], TargetGroups = [], ConfirmedAt = Told.Morning, Offers = [],
    };
}
