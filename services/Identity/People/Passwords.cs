using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Identity.People;

/// <summary>Checks passwords: slowly, at equal length for known and unknown names, and not for ever.</summary>
internal sealed class Passwords(IdentityDb db, TimeProvider clock, IHostEnvironment environment)
{
    // PBKDF2 with HMAC-SHA-512, 210 000 rounds (OWASP Password Storage Cheat Sheet), about a quarter of a second of a core.
    private static readonly PasswordHasher<Person> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private static readonly Person Nobody = new() { UserName = "", Name = "", Role = "", Org = "", PasswordHash = "" };

    // Each check takes a core for its time; the machine must have something left for those who are signed in.
    private static readonly SemaphoreSlim Cores = new(Math.Max(1, Environment.ProcessorCount / 2));
    private static readonly Lazy<string> NobodysHash = new(() => Hash(Guid.NewGuid().ToString()));

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>The person, or null for a wrong name, a wrong password, a locked or a closed account: which of them is not told.</summary>
    public async Task<Person?> Check(string userName, string password, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var name = userName.Trim().ToLowerInvariant();
        // The try is counted before the password is checked, so that many at once are no way around the limit.
        var tried = await db.People
            .Where(person => person.UserName == name && (person.LockedUntil == null || person.LockedUntil <= now))
            .ExecuteUpdateAsync(person => person
                // A lock that is over has been served: the next tries are as many as the first.
                .SetProperty(p => p.Failures, p => p.LockedUntil == null ? p.Failures + 1 : 1)
                .SetProperty(p => p.LockedUntil, p => p.LockedUntil == null && p.Failures + 1 >= Person.MostFailures ? now + Person.LockedFor : null), stop);
        var found = tried == 0 ? null : await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.UserName == name, stop);
        var outcome = await Verify(found?.PasswordHash ?? NobodysHash.Value, password, stop);
        if (found is null || outcome == PasswordVerificationResult.Failed || !found.MaySignIn(environment)) return null;

        await db.People.Where(person => person.Id == found.Id).ExecuteUpdateAsync(person => person
            .SetProperty(p => p.Failures, 0).SetProperty(p => p.LockedUntil, (DateTimeOffset?)null), stop);
        return found;
    }

    private static async Task<PasswordVerificationResult> Verify(string hash, string password, CancellationToken stop)
    {
        await Cores.WaitAsync(stop);
        try
        {
            return Hasher.VerifyHashedPassword(Nobody, hash, password);
        }
        finally
        {
            Cores.Release();
        }
    }

    /// <summary>The person of a sign-in or a refresh token, if both still hold.</summary>
    public async Task<Person?> Find(string? id, string? stamp, CancellationToken stop) =>
        Guid.TryParse(id, out var key) && await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == key, stop) is { } found
        && found.MaySignIn(environment) && found.Stamp.ToString() == stamp ? found : null;
}
