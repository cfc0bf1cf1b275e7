namespace AppHost.Tests;

/// <summary>An empty folder that goes when the test ends.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>Below the machine's folder for temporary files, which a server's own user can reach.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("platform-").FullName;

    public Scratch() => File.SetUnixFileMode(Path, (UnixFileMode)0b111_001_001);

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
