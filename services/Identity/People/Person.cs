namespace Identity.People;

/// <summary>Somebody who signs in with a password of ours. With another issuer configured there are none.</summary>
internal sealed class Person
{
    /// <summary>So many wrong passwords in a row lock the account for <see cref="LockedFor"/>.</summary>
    public const int MostFailures = 5;

    /// <summary>Long enough to make guessing hopeless, short enough that nobody has to ask for help.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    /// <summary>The token's <c>sub</c>.</summary>
    public Guid Id { get; init; }

    /// <summary>What is typed, lower case.</summary>
    public required string UserName { get; init; }

    public required string Name { get; set; }

    /// <summary>One of <see cref="ServiceDefaults.Roles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>Municipality code, enterprise id, <c>skr</c>, or <c>platform</c> for operations.</summary>
    public required string Org { get; set; }

    /// <summary>Where the person gets mail, told to those who ask for the scope <c>email</c>; null when it is not known.</summary>
    public string? Email { get; set; }

    public required string PasswordHash { get; set; }

    /// <summary>Changed with the password; sign-ins and refresh tokens from before do not survive it.</summary>
    public Guid Stamp { get; set; } = Guid.NewGuid();

    /// <summary>Wrong passwords in a row.</summary>
    public int Failures { get; set; }

    /// <summary>No password is tried before then (UTC).</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Seeded for development, with a password that everybody knows. Never let in elsewhere, even if the database is.</summary>
    public bool ForDevelopment { get; init; }

    public bool MaySignIn(IHostEnvironment environment) => !Disabled && (!ForDevelopment || environment.IsDevelopment());
}
