using System.Runtime.InteropServices;

namespace LocalServers.Processes;

/// <summary>The few calls of POSIX that .NET does not offer.</summary>
internal static partial class Posix
{
    public const int Interrupt = 2, Quit = 3, Kill = 9, Terminate = 15, Continue = 18, Stop = 19;

    /// <summary>Sends a signal; a process that is gone already is no error.</summary>
    public static void Send(int pid, int signal) => _ = SendSignal(pid, signal);

    public static bool IsRoot => EffectiveUser() == 0;

    /// <summary>Gives a file or folder to a user.</summary>
    public static void Give(string path, Account account)
    {
        if (ChangeOwner(path, account.User, account.Group) != 0)
            throw new ServerException($"The owner of {path} could not be changed (error {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint owner, uint group);
}

/// <summary>A user of the machine that a server runs as, since PostgreSQL refuses root and the others do not need it.</summary>
internal sealed record Account(string Name, uint User, uint Group)
{
    /// <summary>The first of the named users that exists, when started as root; otherwise null: the server runs as whoever started it.</summary>
    public static Account? Unprivileged(params ReadOnlySpan<string> names)
    {
        if (!Posix.IsRoot) return null;
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3)
            .ToDictionary(fields => fields[0], fields => new Account(fields[0], uint.Parse(fields[2], null), uint.Parse(fields[3], null)));
        foreach (var name in names)
            if (known.TryGetValue(name, out var account)) return account;
        throw new ServerException($"None of the users {string.Join(", ", names.ToArray())} exists on this machine.");
    }
}
