namespace Portal.Pictures.Map;

/// <summary>What the map counts, each in its own colour.</summary>
public enum MarkKind
{
    /// <summary>Open needs.</summary>
    Needs,

    /// <summary>Social enterprises.</summary>
    Enterprises,

    /// <summary>Signed deals.</summary>
    Deals,

    /// <summary>Municipalities on their development journey.</summary>
    Journeys,
}

/// <summary>Something on the map, at a municipality's main town.</summary>
/// <param name="Municipality">Its code; one that is not known is left out of the drawing but stays in the list.</param>
/// <param name="Count">How many; the mark's area follows it.</param>
/// <param name="Text">What the list says: "3 behov".</param>
/// <param name="Href">Where the list's row leads.</param>
public sealed record Mark(string Municipality, int Count, string Text, string? Href = null);
