using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Portal.Texts;

/// <summary>
/// The portal's texts. A name's first part is the file that it stands in: <c>Needs.Title</c> in <c>Needs.resx</c>; what no file is named
/// after stands in <c>Text.resx</c> (the frame) or <c>Public.resx</c> (the public pages). What public pages say has English beside it (<c>.en.resx</c>).
/// </summary>
public static class Text
{
    private const string Folder = "Portal.Texts.", Ending = ".resources";
    private static readonly FrozenDictionary<string, ResourceManager> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..^Ending.Length], name => new ResourceManager(name[..^Ending.Length], Assembly.GetExecutingAssembly()));

    /// <summary>The language of the page: sv or en.</summary>
    public static string Language => LanguageOf(CultureInfo.CurrentUICulture);

    /// <summary>What people have written is in Swedish: <c>sv</c> for <c>lang</c> on a page in English, otherwise null.</summary>
    public static string? Written => Language == "en" ? "sv" : null;

    /// <summary>The text in the reader's own language, for the frame around a page that is in Swedish alone.</summary>
    public static string In(CultureInfo reader, string name) => Look(name, reader) ?? name;

    /// <summary>sv or en.</summary>
    public static string LanguageOf(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? "en" : "sv";

    /// <summary>The text in the page's language; a name without a text shows itself, so that a test or a reader sees it.</summary>
    public static string Of(string name) => Find(name) ?? name;

    /// <summary>The text with values in it.</summary>
    public static string Of(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, Of(name), values);

    /// <summary>One or several: the text <c>name.One</c> or <c>name.Many</c>, with the count in it.</summary>
    public static string Count(string name, int count) => Of(count == 1 ? $"{name}.One" : $"{name}.Many", count);

    /// <summary>The text in the page's language, or null when there is none.</summary>
    public static string? Find(string name) => Look(name, CultureInfo.CurrentUICulture);

    private static string? Look(string name, CultureInfo culture) => Stored(name, culture) is { } text ? Paragraphs.Keep(text) : null;

    private static string? Stored(string name, CultureInfo culture) =>
        (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var end && Files.TryGetValue(name[..end], out var file) ? file.GetString(name, culture) : null)
        ?? Files["Text"].GetString(name, culture) ?? Files["Public"].GetString(name, culture);
}

/// <summary>The page has all its text in both languages; other pages are in Swedish, whatever the frame's language.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TranslatedAttribute : Attribute;
