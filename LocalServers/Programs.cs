using LocalServers.Packages;

namespace LocalServers;

/// <summary>Programs of the distribution that tests use and that are no servers.</summary>
public static class Programs
{
    /// <summary>
    /// The path of Chromium without windows of its own, which opens a page in about half of the time; installed with apt where that is
    /// allowed. The usual Chromium serves where only that is to be had.
    /// </summary>
    /// <param name="options">Says whether it may be installed, and who is told.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ServerException">Neither is there nor may be installed; the message has the command.</exception>
    public static async Task<string> ChromiumAsync(ServerOptions options, CancellationToken stop = default)
    {
        try
        {
            return await Package("chromium-headless-shell").EnsureAsync(options, stop);
        }
        catch (ServerException)
        {
            return await Package("chromium").EnsureAsync(options, stop);
        }
    }

    private static DebianPackage Package(string name) => new(name, () => $"/usr/bin/{name}" is var path && File.Exists(path) ? path : null);
}
