using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Keys;

/// <summary>The keys in this process's memory, read from the database and renewed there when it is time.</summary>
internal sealed partial class KeyRing(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock, ILogger<KeyRing> log) : IDisposable
{
    private const long RotationLock = 0x6b657972696e67;
    private readonly SemaphoreSlim gate = new(1);
    private readonly IDataProtector protector = protection.CreateProtector("Identity.Keys");
    private string known = "";

    /// <summary>The keys, for each use the one to use first; empty until they have been read once.</summary>
    public IReadOnlyList<(string Use, SecurityKey Key)> Keys { get; private set; } = [];

    /// <summary>Called after the keys have become others.</summary>
    public event Action? Changed;

    public void Dispose() => gate.Dispose();

    public Task EnsureAsync(CancellationToken stop) => Keys.Count > 0 ? Task.CompletedTask : RefreshAsync(stop);

    public async Task RefreshAsync(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var now = clock.GetUtcNow();
            var stored = await db.Keys.AsNoTracking().ToListAsync(stop);
            if (Uses.Any(use => KeySchedule.Missing(Times(stored, use), now) is not null) || stored.Any(key => IsPast(key, stored, now)))
                stored = await Rotate(db, now, stop);
            Take(stored, now);
        }
        finally
        {
            gate.Release();
        }
    }

    private static readonly string[] Uses = [StoredKey.Signing, StoredKey.Encryption];

    private static IEnumerable<DateTimeOffset> Times(IEnumerable<StoredKey> keys, string use) => keys.Where(key => key.Use == use).Select(key => key.ActiveFrom);

    private static bool IsPast(StoredKey key, IEnumerable<StoredKey> all, DateTimeOffset now) => KeySchedule.IsPast(key.ActiveFrom, Times(all, key.Use), now);

    private async Task<List<StoredKey>> Rotate(IdentityDb db, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // One replica makes the key, the others find it.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({RotationLock})", stop);
        var stored = await db.Keys.ToListAsync(stop);
        foreach (var use in Uses)
            if (KeySchedule.Missing(Times(stored, use), now) is { } from) db.Add(Create(use, from));
        db.RemoveRange(stored.Where(key => IsPast(key, stored, now)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return await db.Keys.AsNoTracking().ToListAsync(stop);
    }

    private StoredKey Create(string use, DateTimeOffset from)
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var material = use == StoredKey.Signing ? ec.ExportPkcs8PrivateKey() : RandomNumberGenerator.GetBytes(32);
        return new StoredKey { Id = Guid.CreateVersion7(), Use = use, ActiveFrom = from, Material = protector.Protect(Convert.ToBase64String(material)) };
    }

    private void Take(List<StoredKey> stored, DateTimeOffset now)
    {
        var ordered = KeySchedule.InOrderOfUse(stored, key => key.ActiveFrom, now);
        var names = string.Join(' ', ordered.Select(key => key.Id));
        if (names == known) return;
        List<(string, SecurityKey)> read = [];
        foreach (var key in ordered)
        {
            if (Read(key) is { } material) read.Add((key.Use, material));
        }
        (Keys, known) = (read, names);
        Changed?.Invoke();
        Log.Took(log, read.Count);
    }

    private SecurityKey? Read(StoredKey key)
    {
        try
        {
            var material = Convert.FromBase64String(protector.Unprotect(key.Material));
            if (key.Use == StoredKey.Encryption) return new SymmetricSecurityKey(material) { KeyId = key.Id.ToString() };
            var ec = ECDsa.Create();
            ec.ImportPkcs8PrivateKey(material, out _);
            return new ECDsaSecurityKey(ec) { KeyId = key.Id.ToString() };
        }
        catch (CryptographicException fault)
        {
            Log.Unreadable(log, key.Id, fault);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Took {Count} keys into use")]
        public static partial void Took(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Key {KeyId} cannot be read; data protection's own keys may have been lost")]
        public static partial void Unreadable(ILogger logger, Guid keyId, Exception fault);
    }
}
