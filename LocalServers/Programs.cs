using LocalServers.Packages;

namespace LocalServers;

/// <summary>Programs of the distribution that tests use and that are no servers.</summary>
public static class Programs
{
    /// <summary>Chromium's path; installed with apt where that is allowed.</summary>
    /// <param name="options">Says whether it may be installed, and who is told.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ServerException">It is not there and may not be installed; the message has the command.</exception>
    public static Task<string> ChromiumAsync(ServerOptions options, CancellationToken stop = default) =>
        new DebianPackage("chromium", () => File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null).EnsureAsync(options, stop);
}
