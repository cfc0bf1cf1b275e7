using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.Inbox;

/// <summary>A row of <c>inbox</c>: this consumer has handled this message. Written in the transaction of the effect, so there is never one without the other.</summary>
public sealed class InboxEntry
{
    /// <summary>Identity of the message.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>Which of the service's handlers.</summary>
    public string Consumer { get; private set; } = "";

    /// <summary>When it was first seen (database time).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When its effect was committed, or null while a delivery that came again is being tried.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>How often a delivery that came again was begun; a message that ends the process each time is known by it.</summary>
    public short Started { get; private set; }
}

internal sealed class InboxTable : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> table)
    {
        table.ToTable("inbox");
        table.HasKey(row => new { row.MessageId, row.Consumer });
        table.Property(row => row.Consumer).HasMaxLength(100);
        table.Property(row => row.ReceivedAt).HasDefaultValueSql("clock_timestamp()");
        table.Property(row => row.Started).HasDefaultValue((short)0);
        table.HasIndex(row => row.ReceivedAt);
    }
}
