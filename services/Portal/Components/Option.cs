using Portal.Texts;

namespace Portal.Components;

/// <summary>Something to choose.</summary>
/// <param name="Value">As sent.</param>
/// <param name="Label">As read.</param>
/// <param name="Hint">What it means, when that is not plain.</param>
public sealed record Option(string Value, string Label, string? Hint = null)
{
    /// <summary>Ja, nej, vet inte.</summary>
    public static Option[] YesNoUnknown => [new("ja", Text.Of("Common.Yes")), new("nej", Text.Of("Common.No")), new("", Text.Of("Common.Unknown"))];
}
