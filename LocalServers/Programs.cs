using LocalServers.Packages;

namespace LocalServers;

/// <summary>Programs of the distribution that tests use and that are no servers.</summary>
public static class Programs
{
    private const string WithWindows = "/usr/bin/chromium";
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";

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
            return await new DebianPackage("chromium-headless-shell", () => File.Exists(WithoutWindows) ? WithoutWindows : null).EnsureAsync(options, stop);
        }
        catch (ServerException) when (File.Exists(WithWindows))
        {
            return WithWindows;
        }
    }
}
