using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Session;

/// <summary>Where sessions are kept, encrypted. One process keeps them in memory; replicas share a folder (<c>Session:Folder</c>).</summary>
internal interface ISessionStore
{
    /// <summary>The session, or null when it is unknown or over.</summary>
    Task<byte[]?> Read(string key);

    /// <summary>Keeps it until that time (UTC).</summary>
    Task Write(string key, byte[] session, DateTimeOffset until);

    /// <summary>Forgets it.</summary>
    Task Remove(string key);

    /// <summary>The right to renew its tokens: a refresh token is good once, so that only one may use it.</summary>
    Task<IDisposable> Lock(string key, CancellationToken stop);
}

/// <summary>In this process: over when it ends, which costs people a redirect to Identity, where they are still signed in.</summary>
internal sealed class MemorySessions(TimeProvider clock) : ISessionStore
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, (byte[] Session, DateTimeOffset Until)> sessions = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> locks = new();

    public Task<byte[]?> Read(string key) =>
        Task.FromResult(sessions.TryGetValue(key, out var found) && found.Until > clock.GetUtcNow() ? found.Session : null);

    public Task Write(string key, byte[] session, DateTimeOffset until)
    {
        if (sessions.Count >= Most) Sweep();
        sessions[key] = (session, until);
        return Task.CompletedTask;
    }

    public Task Remove(string key)
    {
        sessions.TryRemove(key, out _);
        locks.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public async Task<IDisposable> Lock(string key, CancellationToken stop)
    {
        var gate = locks.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(stop);
        return new Release(gate);
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, entry) in sessions)
            if (entry.Until <= now) _ = Remove(key);
    }

    private sealed class Release(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

/// <summary>
/// A file for each session, named by a hash of its key so that who reads the folder has no cookie. A file begins with its last moment.
/// </summary>
internal sealed class FolderSessions : ISessionStore
{
    private readonly string folder;
    private readonly TimeProvider clock;

    public FolderSessions(string folder, TimeProvider clock)
    {
        (this.folder, this.clock) = (folder, clock);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < clock.GetUtcNow().UtcDateTime.AddDays(-1))) File.Delete(file);
    }

    public async Task<byte[]?> Read(string key)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(Name(key));
            return BitConverter.ToInt64(bytes) > clock.GetUtcNow().UtcTicks ? bytes[sizeof(long)..] : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async Task Write(string key, byte[] session, DateTimeOffset until)
    {
        var draft = $"{Name(key)}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(draft, [.. BitConverter.GetBytes(until.UtcTicks), .. session]);
        File.Move(draft, Name(key), overwrite: true);
    }

    public Task Remove(string key)
    {
        File.Delete(Name(key));
        return Task.CompletedTask;
    }

    public async Task<IDisposable> Lock(string key, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream($"{Name(key)}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (!stop.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(25), stop);
            }
        }
    }

    private string Name(string key) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
