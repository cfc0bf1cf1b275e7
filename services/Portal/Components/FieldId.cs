namespace Portal.Components;

/// <summary>What fields and their texts are called on the page.</summary>
public static class FieldId
{
    /// <summary>The id of a field.</summary>
    public static string Of(string name) => $"f-{name.Replace('.', '-').Replace('[', '-').Replace(']', '-')}";

    /// <summary>The ids of the texts that describe it, or null.</summary>
    public static string? Described(string name, bool hint, bool error) => (hint, error) switch
    {
        (true, true) => $"{Of(name)}-hint {Of(name)}-error",
        (true, false) => $"{Of(name)}-hint",
        (false, true) => $"{Of(name)}-error",
        _ => null,
    };
}
