using LocalServers.Processes;
using Microsoft.Extensions.Configuration;

namespace AppHost.Local.Engine;

/// <summary>What the command line says to the local engine.</summary>
/// <param name="DataFolder">Everything of the platform is kept below it.</param>
/// <param name="Fresh">Throw away what earlier runs left.</param>
/// <param name="Verbose">Show every line that a process writes, not only warnings and errors.</param>
internal sealed record EngineOptions(string DataFolder, bool Fresh = false, bool Verbose = false)
{
    /// <summary>False in tests, which may lose data with the power.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long all may take until it is healthy: far above what it takes, for machines that have much else to do.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);

    public static EngineOptions Read(IConfiguration configuration) => new(
        Path.GetFullPath(configuration["data"] ?? DefaultFolder()),
        configuration.GetValue("fresh", false),
        configuration.GetValue("verbose", false))
    { Durable = configuration.GetValue("durable", true) };

    /// <summary>
    /// <c>.data</c> beside the solution. Started as root, the servers run as users of their own, who cannot pass through a
    /// private folder such as root's home: then a folder of this checkout's own below /var/lib.
    /// </summary>
    private static string DefaultFolder()
    {
        var beside = Path.GetFullPath(Path.Combine(Home.Folder, "..", ".data"));
        if (!Posix.IsRoot || CanBePassed(Path.GetDirectoryName(beside)!)) return beside;
        var checkout = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(beside)))[..8];
        return $"/var/lib/platform-{checkout}";
    }

    private static bool CanBePassed(string folder)
    {
        for (var part = new DirectoryInfo(folder); part is not null; part = part.Parent)
            if (!part.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        return true;
    }
}
