using LocalServers;
using LocalServers.Folders;

namespace AppHost.Local.Engine;

/// <summary>The platform's folder: one host at a time, what a killed one left running is ended first, emptied only of what is ours.</summary>
internal static class DataFolder
{
    public static IDisposable Open(EngineOptions options, IEnumerable<string> resourceNames, Action<string> progress)
    {
        var folder = ServerFolder.Open(new ServerOptions { DataFolder = options.DataFolder, Progress = progress }, PidFiles(options.DataFolder));
        try
        {
            if (options.Fresh) Empty(folder, [.. resourceNames, "logs", "pids"]);
            Directory.CreateDirectory(folder.Of("pids"));
            File.Delete(folder.Of("state.json"));
            return folder;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            folder.Dispose();
            throw new ServerException($"The data folder {options.DataFolder} cannot be used: {failed.Message}", failed);
        }
    }

    /// <summary>Of processes and of servers, one folder down.</summary>
    private static string[] PidFiles(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).SelectMany(part => Directory.EnumerateFiles(part, "*pid")).Select(file => Path.GetRelativePath(folder, file))]
        : [];

    private static void Empty(ServerFolder folder, IEnumerable<string> names)
    {
        foreach (var part in names.Select(folder.Of).Where(Directory.Exists)) Directory.Delete(part, recursive: true);
    }
}
