using Testing;

namespace Architecture.Tests;

/// <summary>The repository's own source files, generated ones left out.</summary>
/// <param name="Path">Below the root, with forward slashes.</param>
/// <param name="Text">The whole file.</param>
public sealed record Source(string Path, string Text)
{
    /// <summary>All C# files that people write.</summary>
    public static IReadOnlyList<Source> All { get; } =
        [.. Files("*.cs").Where(source => !source.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    /// <summary>All files of that pattern outside build output and data.</summary>
    public static IEnumerable<Source> Files(string pattern) => Directory
        .EnumerateFiles(Repository.Root, pattern, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => (Path: path, Relative: System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')))
        .Where(file => !file.Relative.Split('/').Any(part => part is "bin" or "obj" or ".git" or ".data" or "node_modules"))
        .Select(file => new Source(file.Relative, File.ReadAllText(file.Path)));
}
