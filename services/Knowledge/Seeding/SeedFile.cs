using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Knowledge.Seeding;

/// <summary>
/// A seed text: between two lines of <c>---</c> a field a line, lists with commas or as lines that begin with a hyphen;
/// then the text in Markdown.
/// </summary>
internal sealed class SeedFile
{
    private readonly Dictionary<string, List<string>> fields = [];

    private SeedFile(string name, string mark, string body) => (Name, Mark, Body) = (name, mark, body);

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file: the same mark is the same text.</summary>
    public string Mark { get; }

    /// <summary>The text in Markdown.</summary>
    public string Body { get; }

    /// <summary>A field that must be there.</summary>
    /// <exception cref="FormatException">It is missing.</exception>
    public string One(string field) => Optional(field) ?? throw new FormatException($"{Name}: {field} saknas.");

    public string? Optional(string field) => fields.GetValueOrDefault(field) is [var value, ..] ? value : null;

    /// <summary>A list; empty when the field is absent.</summary>
    public List<string> Many(string field) => fields.GetValueOrDefault(field) switch
    {
        null => [],
        [var line] => [.. line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        var lines => lines,
    };

    /// <summary>A list whose values may hold commas: one a line, also when there is only one.</summary>
    public List<string> Lines(string field) => fields.GetValueOrDefault(field) ?? [];

    public DateOnly Day(string field) => DateOnly.ParseExact(One(field), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>All texts of a folder of the seed, in the order of their names.</summary>
    public static IReadOnlyList<SeedFile> All(string folder) =>
        [.. typeof(SeedFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read)];

    private static SeedFile Read(string name)
    {
        using var reader = new StreamReader(typeof(SeedFile).Assembly.GetManifestResourceStream(name)!);
        return Parse(name, reader.ReadToEnd());
    }

    public static SeedFile Parse(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || end < 0) throw new FormatException($"{name}: filhuvudet saknas.");
        var file = new SeedFile(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), text[(end + 5)..].Trim());
        List<string>? open = null;
        foreach (var line in text[4..end].Split('\n'))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                (open ?? throw new FormatException($"{name}: listan hör inte till något fält.")).Add(line[2..].Trim());
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1) throw new FormatException($"{name}: raden \"{line}\" är inget fält.");
            var value = line[(colon + 1)..].Trim();
            file.fields[line[..colon]] = open = value.Length == 0 ? [] : [value];
        }
        return file;
    }
}
