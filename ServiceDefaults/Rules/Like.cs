namespace ServiceDefaults.Rules;

/// <summary>Patterns for SQL's LIKE out of what people type, in which <c>%</c> and <c>_</c> mean themselves.</summary>
public static class Like
{
    /// <summary>The escape character to hand over with the pattern.</summary>
    public const string Escape = "\\";

    /// <summary>Matches what holds the text.</summary>
    public static string Contains(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
