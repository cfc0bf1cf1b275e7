using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Idempotency;

/// <summary>A row of <c>idempotency_key</c>: the answer that a request with this key was given, written in the transaction of its change.</summary>
public sealed class StoredAnswer
{
    /// <summary>Who asked: the token's subject. Others may use the same key.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The client's <c>Idempotency-Key</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of method, address and body: the same key for another request is a mistake.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; private set; }

    /// <summary>Its headers as JSON: content type, location and entity tag.</summary>
    public string Headers { get; private set; } = "";

    /// <summary>Its body.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>When it was given (database time); kept for a week.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
}

internal sealed class StoredAnswerTable : IEntityTypeConfiguration<StoredAnswer>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> table)
    {
        table.ToTable("idempotency_key");
        table.HasKey(row => new { row.Subject, row.Key });
        table.Property(row => row.Subject).HasMaxLength(200);
        table.Property(row => row.Key).HasMaxLength(255);
        table.Property(row => row.CreatedAt).HasDefaultValueSql("clock_timestamp()");
        table.HasIndex(row => row.CreatedAt);
    }
}
