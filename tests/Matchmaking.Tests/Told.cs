using System.Globalization;
using Contracts.Enterprises;
using Contracts.Municipalities;

namespace Matchmaking.Tests;

/// <summary>Events as the other services tell them, with everything filled in.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Far from every other test's, on a grid over the globe: nobody else's enterprises reach it.</summary>
    public static MunicipalityChanged Municipality(string code, int version = 1, string name = "Provköping") =>
        new(code, version, "registered", false, name, "12", "Skåne län", -60 + 10 * (int.Parse(code, CultureInfo.InvariantCulture) % 12),
            -180 + 10 * (int.Parse(code, CultureInfo.InvariantCulture) / 12 % 36), 30_000, 2024, "B3", false);

    public static NeedChanged Need(string municipality, Guid? id = null, int version = 1, string title = "Lagning av cyklar",
        string status = "published", bool withdrawn = false, DateOnly? answerBy = null, string? outcome = null) =>
        new(id ?? Guid.CreateVersion7(), version, withdrawn ? "withdrawn" : "published", withdrawn, municipality, title,
            "Kommunens lånecyklar behöver lagas varje vår.", "Gatukontoret", ["50800000"], "service", 240_000m, 12,
            ["long-term-unemployed"], status, answerBy, Morning, outcome);

    public static EnterpriseChanged Enterprise(string municipality, Guid? id = null, int version = 1, string name = "Cykelköket ek. för.",
        bool withdrawn = false, Guid? offer = null) =>
        new(id ?? Guid.CreateVersion7(), version, withdrawn ? "withdrawn" : "registered", withdrawn, name, "7699990044", "economic-association",
            ["wise"], municipality, "Vi lagar cyklar.", 9, 6, ["long-term-unemployed"], false, DateTimeOffset.UtcNow,
            withdrawn ? [] : [new OfferState(offer ?? Guid.CreateVersion7(), "Cykelverkstad", "Lagning och service av cyklar.", ["50800000"],
                new ServiceArea("municipalities", [municipality], null), 500_000m)]);
}
