namespace Portal.Pictures.Charts;

/// <summary>A figure with its name.</summary>
/// <param name="Label">Such as a year, a route or a step.</param>
/// <param name="Value">The figure; null where it is not known or hidden because it is small.</param>
/// <param name="Href">Where the reader finds what it is made of.</param>
public sealed record Point(string Label, double? Value, string? Href = null);

/// <summary>One kind of parts in a stacked chart, told apart by shade and pattern.</summary>
/// <param name="Label">Such as a route.</param>
/// <param name="Values">One for each period, in the periods' order.</param>
public sealed record Series(string Label, IReadOnlyList<double> Values);

/// <summary>A dimension of the baseline: where the municipality stands, and where it stood.</summary>
/// <param name="Label">The dimension's name.</param>
/// <param name="Now">The level 0–5, null when not answered.</param>
/// <param name="Earlier">The level at the earlier assessment, if there was one.</param>
/// <param name="Href">Where to read on or to act.</param>
public sealed record DimensionLevel(string Label, double? Now, double? Earlier = null, string? Href = null);
