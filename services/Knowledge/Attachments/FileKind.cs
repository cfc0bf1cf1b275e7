using System.IO.Compression;
using System.Text;

namespace Knowledge.Attachments;

/// <summary>
/// What a file is, by its ending and its own bytes, which must agree. Only these are taken: documents, pictures and plain data,
/// and no document that carries macros.
/// </summary>
internal static class FileKind
{
    private const string Office = "application/vnd.openxmlformats-officedocument.", Open = "application/vnd.oasis.opendocument.";

    private static readonly Dictionary<string, (string Type, Func<byte[], bool> Is)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", bytes => Begins(bytes, "%PDF-"u8)),
        [".png"] = ("image/png", bytes => Begins(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        [".jpg"] = ("image/jpeg", bytes => Begins(bytes, [0xFF, 0xD8, 0xFF])),
        [".jpeg"] = ("image/jpeg", bytes => Begins(bytes, [0xFF, 0xD8, 0xFF])),
        [".docx"] = ($"{Office}wordprocessingml.document", bytes => IsOffice(bytes, "word/")),
        [".xlsx"] = ($"{Office}spreadsheetml.sheet", bytes => IsOffice(bytes, "xl/")),
        [".pptx"] = ($"{Office}presentationml.presentation", bytes => IsOffice(bytes, "ppt/")),
        [".odt"] = ($"{Open}text", bytes => IsOpen(bytes, "text")),
        [".ods"] = ($"{Open}spreadsheet", bytes => IsOpen(bytes, "spreadsheet")),
        [".odp"] = ($"{Open}presentation", bytes => IsOpen(bytes, "presentation")),
        [".csv"] = ("text/csv", IsText),
        [".txt"] = ("text/plain", IsText),
    };

    /// <summary>The endings that are taken.</summary>
    public static string Endings { get; } = string.Join(", ", Kinds.Keys.Select(ending => ending[1..]));

    /// <summary>The content type, or null when the file is not what its ending says or is not taken.</summary>
    public static string? Of(string fileName, byte[] bytes) =>
        Kinds.TryGetValue(Path.GetExtension(fileName), out var kind) && kind.Is(bytes) ? kind.Type : null;

    private static bool Begins(byte[] bytes, ReadOnlySpan<byte> mark) => bytes.AsSpan().StartsWith(mark);

    /// <summary>UTF-8 without control characters, so that nothing else can be read as text.</summary>
    private static bool IsText(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).All(letter => !char.IsControl(letter) || letter is '\n' or '\r' or '\t');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsOffice(byte[] bytes, string folder) => InZip(bytes, zip =>
        zip.GetEntry("[Content_Types].xml") is not null && zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal))
        && !zip.Entries.Any(entry => entry.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase)));

    private static bool IsOpen(byte[] bytes, string sort) => InZip(bytes, zip =>
    {
        if (zip.GetEntry("mimetype") is not { Length: < 100 } entry) return false;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        // The stated length is the sender's word: no more than that is unpacked.
        var mark = new char[100];
        return new string(mark, 0, reader.ReadBlock(mark)).Trim() == Open + sort
            && !zip.Entries.Any(each => each.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || each.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase));
    });

    /// <summary>Looks at the table of contents alone: nothing large is ever unpacked.</summary>
    private static bool InZip(byte[] bytes, Func<ZipArchive, bool> look)
    {
        if (!Begins(bytes, "PK\u0003\u0004"u8)) return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            return look(zip);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
