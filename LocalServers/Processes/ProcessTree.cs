namespace LocalServers.Processes;

/// <summary>A process and all that it started, read from <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>
    /// The process first, then its descendants, each with the tick at which it started. Those that it started and that lost
    /// their parent since are found by its session, also when the process itself is gone.
    /// </summary>
    public static IReadOnlyList<(int Pid, ulong Started)> Of(int root)
    {
        var all = new Dictionary<int, ProcessStat>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out var pid) && ProcessStat.Read(pid) is { } stat) all[pid] = stat;

        var children = all.ToLookup(process => process.Value.Parent, process => process.Key);
        var tree = all.Keys.Where(pid => pid == root || all[pid].Session == root).OrderBy(pid => pid != root).ToList();
        var seen = tree.ToHashSet();
        for (var i = 0; i < tree.Count; i++)
            tree.AddRange(children[tree[i]].Where(seen.Add));
        return [.. tree.Select(pid => (pid, all[pid].Started))];
    }

    /// <summary>Signals the whole tree. A killed parent leaves orphans that a later look would miss, so all are found first.</summary>
    public static void Send(int root, int signal) => Send(Of(root), signal);

    /// <summary>Signals those of an earlier look that still are the same processes.</summary>
    public static void Send(IEnumerable<(int Pid, ulong Started)> tree, int signal)
    {
        foreach (var (pid, started) in tree)
            if (Lives(pid, started)) Posix.Send(pid, signal);
    }

    /// <summary>Whether the pid still is that of the process that started at the tick.</summary>
    public static bool Lives(int pid, ulong started) => ProcessStat.Read(pid) is { } stat && stat.Started == started;
}

/// <summary>What the kernel says about a process in <c>/proc/{pid}/stat</c> (proc(5)).</summary>
/// <param name="Parent">Id of the process that started it.</param>
/// <param name="Session">Id of the process that began the session it belongs to; not given to another while the session has members.</param>
/// <param name="Started">Clock ticks from boot until it started; together with the pid it names a process once.</param>
internal sealed record ProcessStat(int Parent, int Session, ulong Started)
{
    /// <summary>Null when there is no such process, or it has ended and only waits to be reaped.</summary>
    public static ProcessStat? Read(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            // The command stands in brackets and may itself hold blanks and brackets: count from the last one.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : new ProcessStat(int.Parse(fields[1], null), int.Parse(fields[3], null), ulong.Parse(fields[19], null));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
