namespace Matchmaking.Interests;

/// <summary>Why an interest did not become a deal; counted in statistics and heeded by the ranking.</summary>
public enum NoDealReason
{
    /// <summary>The price.</summary>
    Price,

    /// <summary>Too large or too small for the enterprise.</summary>
    Capacity,

    /// <summary>The time did not suit.</summary>
    Timing,

    /// <summary>Too far away.</summary>
    Distance,

    /// <summary>The enterprise does not do this.</summary>
    WrongTrade,

    /// <summary>Requirements that could not be met.</summary>
    Requirements,

    /// <summary>The need changed or went away.</summary>
    NeedChanged,

    /// <summary>Another enterprise was chosen.</summary>
    OtherSupplier,

    /// <summary>No money was set aside.</summary>
    NoFunding,

    /// <summary>Something else, said in words.</summary>
    Other,
}
