using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Portal.Texts;

/// <summary>
/// Keeps a paragraph of law in one piece, <c>25 a §</c>, <c>19 a kap.</c>, <c>§ 3</c>, wherever a line ends. The portal's own texts and
/// whatever the services answer go through here, so that no writer has to think of it.
/// </summary>
internal static partial class Paragraphs
{
    /// <summary>The text with spaces that do not break inside its paragraphs.</summary>
    public static string Keep(string text) =>
        text.Contains('§', StringComparison.Ordinal) || text.Contains("kap.", StringComparison.Ordinal) ? Between().Replace(text, "\u00a0") : text;

    /// <summary>The text as it was before: what people have written goes back to the services with ordinary spaces.</summary>
    public static string Plain(string text) => text.Contains('\u00a0', StringComparison.Ordinal) ? Kept().Replace(text, " ") : text;

    [GeneratedRegex(@"(?<=\d) (?=([a-z] )?(§|kap\.))|(?<=\d [a-z]) (?=§|kap\.)|(?<=§) (?=\d)")]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<=\d)\u00a0(?=([a-z][ \u00a0])?(§|kap\.))|(?<=\d[ \u00a0][a-z])\u00a0(?=§|kap\.)|(?<=§)\u00a0(?=\d)")]
    private static partial Regex Kept();
}

/// <summary>The services' texts are read that way, and what goes to them is written plainly.</summary>
internal sealed class ParagraphsKept : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } text ? Paragraphs.Keep(text) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Paragraphs.Plain(value));
}
