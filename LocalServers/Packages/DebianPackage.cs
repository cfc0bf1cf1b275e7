using System.Diagnostics;
using LocalServers.Processes;

namespace LocalServers.Packages;

/// <summary>A server as the distribution packages it: found where it is, installed where that is allowed, else asked for by the exact command.</summary>
/// <param name="Name">The package, such as <c>rabbitmq-server</c>.</param>
/// <param name="Find">Where its program is, or null when it is not installed.</param>
internal sealed record DebianPackage(string Name, Func<string?> Find)
{
    private const string DoNotStart = "/usr/sbin/policy-rc.d";

    public async Task<string> EnsureAsync(ServerOptions options, CancellationToken stop)
    {
        if (Find() is { } found) return found;
        var command = $"apt-get install -y --no-install-recommends {Name}";
        if (!options.Install || !Posix.IsRoot || !File.Exists("/usr/bin/apt-get"))
            throw new ServerException($"{Name} is not installed. Install it with:\n  sudo {command}");

        using var alone = await TakeTurnAsync(stop);
        if (Find() is { } installedByAnother) return installedByAnother;
        options.Progress($"installing {Name} ({command})");
        var forbids = !File.Exists(DoNotStart);
        try
        {
            if (forbids) ForbidServiceStart();
            await RunAsync(["update", "-q"], stop);
            await RunAsync(["install", "-y", "-q", "--no-install-recommends", Name], stop);
        }
        finally
        {
            if (forbids) File.Delete(DoNotStart);
        }
        return Find() ?? throw new ServerException($"{Name} was installed, but its program was not found.");
    }

    /// <summary>Debian starts a server when it installs it, unless this says no (exit code 101); ours are private instances.</summary>
    private static void ForbidServiceStart()
    {
        File.WriteAllText(DoNotStart, "#!/bin/sh\nexit 101\n");
        File.SetUnixFileMode(DoNotStart, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    private static async Task<FileStream> TakeTurnAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream("/run/platform-apt.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(500, stop);
            }
        }
    }

    private static async Task RunAsync(string[] arguments, CancellationToken stop)
    {
        var info = new ProcessStartInfo("/usr/bin/apt-get", ["-o", "DPkg::Lock::Timeout=300", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
        using var apt = Process.Start(info)!;
        var errors = apt.StandardError.ReadToEndAsync(stop);
        await apt.StandardOutput.ReadToEndAsync(stop);
        await apt.WaitForExitAsync(stop);
        if (apt.ExitCode != 0)
            throw new ServerException($"apt-get {string.Join(' ', arguments)} failed:\n{await errors}");
    }
}
