namespace Identity.Keys;

/// <summary>A key in the database, shared by all replicas.</summary>
internal sealed class StoredKey
{
    /// <summary>Signs tokens (ES256).</summary>
    public const string Signing = "sig";

    /// <summary>Encrypts what only we read: codes and refresh tokens.</summary>
    public const string Encryption = "enc";

    /// <summary>The <c>kid</c> of the tokens.</summary>
    public Guid Id { get; init; }

    /// <summary><see cref="Signing"/> or <see cref="Encryption"/>.</summary>
    public required string Use { get; init; }

    /// <summary>From then on it is used (UTC). Before, it is only published, so that everybody knows it in time.</summary>
    public DateTimeOffset ActiveFrom { get; init; }

    /// <summary>The key itself, under data protection.</summary>
    public required string Material { get; init; }
}

/// <summary>A key of data protection itself, as its library writes it.</summary>
internal sealed class StoredXml
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
