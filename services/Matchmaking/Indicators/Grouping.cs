namespace Matchmaking.Indicators;

/// <summary>What figures can be summed by.</summary>
public enum Grouping
{
    /// <summary>Each municipality.</summary>
    Municipality,

    /// <summary>Each county (län).</summary>
    County,

    /// <summary>Each group of SKR's division.</summary>
    SkrGroup,

    /// <summary>Each legal route; needs have none before they become deals.</summary>
    Route,

    /// <summary>Each division of CPV, by the main code.</summary>
    CpvDivision,

    /// <summary>Each calendar year: of signing for deals, of publication for needs.</summary>
    Year,
}
