using System.Globalization;

namespace LocalServers.Processes;

/// <summary>Remembers a process beyond the life of its owner, so that the next owner can end what a killed one left behind.</summary>
internal static class PidFile
{
    private static string Boot => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public static void Write(string path, int pid)
    {
        if (ProcessStat.Read(pid) is { } stat) File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{pid} {stat.Started} {Boot}"));
    }

    /// <summary>
    /// Ends the process of the file with all that it started, if it is still the same one: a pid alone may meanwhile belong to
    /// another program, a pid that started at the same tick of the same boot does not.
    /// </summary>
    /// <returns>The pid that was ended, or null.</returns>
    public static int? Reap(string path)
    {
        if (!File.Exists(path)) return null;
        var fields = File.ReadAllText(path).Split(' ', StringSplitOptions.TrimEntries);
        File.Delete(path);
        if (fields.Length != 3 || fields[2] != Boot || !int.TryParse(fields[0], out var pid)) return null;
        if (!ulong.TryParse(fields[1], out var started) || !ProcessTree.Lives(pid, started)) return null;

        var tree = ProcessTree.Of(pid);
        ProcessTree.Send(tree, Posix.Kill);
        while (tree.Any(member => ProcessTree.Lives(member.Pid, member.Started))) Thread.Sleep(10);
        return pid;
    }
}
