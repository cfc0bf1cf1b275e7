using System.Globalization;
using System.Security.Cryptography;
using LocalServers.Processes;

namespace LocalServers.Folders;

/// <summary>The folder of one server: owned by one process at a time, its small files readable by the owner alone.</summary>
internal sealed class ServerFolder : IDisposable
{
    private const long LeastFreeBytes = 200L * 1024 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerOnly | UnixFileMode.UserExecute;
    private readonly FileStream ownership;

    private ServerFolder(string path, FileStream ownership) => (Path, this.ownership) = (path, ownership);

    public string Path { get; }
    public string Log => Of("log");
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Takes the folder, ends what a killed owner left running in it and, when asked, empties it.</summary>
    public static ServerFolder Open(ServerOptions options, params ReadOnlySpan<string> pidFiles)
    {
        var path = System.IO.Path.GetFullPath(options.DataFolder);
        try
        {
            // Others may pass through to the part that belongs to the server's user, and list nothing.
            Directory.CreateDirectory(path, OwnerFolder | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            RefuseFullDisk(path);
            var folder = new ServerFolder(path, TakeOwnership(path));
            foreach (var pidFile in pidFiles)
                if (PidFile.Reap(folder.Of(pidFile)) is { } pid) options.Progress($"ended process {pid}, left behind by an earlier run");
            if (options.Fresh) folder.Empty();
            return folder;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ServerException($"The data folder {path} cannot be used: {failed.Message}", failed);
        }
    }

    /// <summary>Takes the folder for a server, or lets go of it again if the server cannot be made.</summary>
    public static T Prepare<T>(ServerOptions options, Func<ServerFolder, T> make, params ReadOnlySpan<string> pidFiles)
    {
        var folder = Open(options, pidFiles);
        try
        {
            return make(folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A random password, made once and kept.</summary>
    public string Password()
    {
        var file = Of("password");
        if (!File.Exists(file)) WritePrivate("password", RandomNumberGenerator.GetHexString(32, lowercase: true));
        return File.ReadAllText(file).Trim();
    }

    /// <summary>The port of that name: the one asked for, else the one kept from an earlier run while it is free, else a new one.</summary>
    public int KeepPort(string name, int? wanted = null)
    {
        if (wanted is { } port) return Ports.IsFree(port) ? port : throw new ServerException($"Port {port} is in use by another program.");
        var file = Of($"{name}.port");
        if (File.Exists(file) && int.TryParse(File.ReadAllText(file), out var kept) && Ports.IsFree(kept)) return kept;
        var free = Ports.Free();
        File.WriteAllText(file, free.ToString(CultureInfo.InvariantCulture));
        return free;
    }

    /// <summary>A new folder inside, which belongs to the server's user.</summary>
    public string FolderOf(string name, Account? account)
    {
        var path = Of(name);
        Directory.CreateDirectory(path, OwnerFolder);
        if (account is not null) Posix.Give(path, account);
        return path;
    }

    /// <summary>A file that only its owner can read.</summary>
    public string WritePrivate(string name, string text, Account? account = null)
    {
        var path = Of(name);
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using (var writer = new StreamWriter(path, create)) writer.Write(text);
        File.SetUnixFileMode(path, OwnerOnly);
        if (account is not null) Posix.Give(path, account);
        return path;
    }

    /// <summary>The last lines of the log, for a message about what went wrong.</summary>
    public string LogTail(int lines = 12) => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(lines)) : "";

    public void Dispose() => ownership.Dispose();

    private void Empty()
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path))
        {
            if (System.IO.Path.GetFileName(entry) == "owner") continue;
            if (Directory.Exists(entry)) Directory.Delete(entry, recursive: true);
            else File.Delete(entry);
        }
    }

    /// <summary>The lock goes when its holder dies, so a folder is never locked by nobody.</summary>
    private static FileStream TakeOwnership(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException) && !IsFull(taken))
        {
            throw new ServerException($"The data folder {path} is in use by another running instance. Stop that one, or choose another folder.", taken);
        }
    }

    private static void RefuseFullDisk(string path)
    {
        var free = new DriveInfo(path).AvailableFreeSpace;
        if (free < LeastFreeBytes)
            throw new ServerException($"The disk of {path} is full: {free / 1024 / 1024} MB left, at least {LeastFreeBytes / 1024 / 1024} MB needed. Make room, or choose another folder.");
    }

    private static bool IsFull(IOException failed) => (failed.HResult & 0xFFFF) == 28; // ENOSPC
}
