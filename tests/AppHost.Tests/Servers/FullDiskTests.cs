using System.Diagnostics;
using LocalServers;
using LocalServers.Processes;
using Xunit;

namespace AppHost.Tests.Servers;

public sealed class FullDiskTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task A_full_disk_is_named_before_anything_is_written()
    {
        Assert.SkipUnless(Posix.IsRoot && Run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", scratch.Path), "only root can mount a small disk");
        var refused = await Assert.ThrowsAsync<ServerException>(() =>
            PostgresServer.StartAsync(new ServerOptions { DataFolder = scratch.Of("postgres") }, TestContext.Current.CancellationToken));
        Assert.Contains("is full: 64 MB left, at least 200 MB needed", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Of("postgres")));
    }

    public void Dispose()
    {
        Run("umount", scratch.Path);
        scratch.Dispose();
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
