using Portal.Api;
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

/// <summary>Municipalities to choose among.</summary>
public static class PlaceOptions
{
    /// <summary>All by name. One that is chosen is among them even when the names could not be read: a list without it would drop it.</summary>
    public static Option[] Choices(this IReadOnlyDictionary<string, Municipality> all, string? chosen)
    {
        var options = all.Values.OrderBy(place => place.Name, StringComparer.CurrentCulture).Select(place => new Option(place.Code, place.Name));
        return chosen is not { Length: > 0 } || all.ContainsKey(chosen) ? [.. options] : [.. options, new Option(chosen, chosen)];
    }
}
