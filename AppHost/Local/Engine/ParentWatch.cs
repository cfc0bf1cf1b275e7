using LocalServers.Processes;

namespace AppHost.Local.Engine;

/// <summary>Stops the platform when the <c>dotnet run</c> that started it has been killed: nobody else could then.</summary>
internal static class ParentWatch
{
    public static IDisposable? Start(CancellationTokenSource stop)
    {
        if (ProcessStat.Read(Environment.ProcessId) is not { Parent: var parent } || ProcessStat.Read(parent) is not { } stat || !IsDotnetRun(parent)) return null;
        return new Timer(_ => { if (!ProcessTree.Lives(parent, stat.Started)) stop.Cancel(); }, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    private static bool IsDotnetRun(int pid)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return Path.GetFileName(command[0]) == "dotnet" && command.Contains("run");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
