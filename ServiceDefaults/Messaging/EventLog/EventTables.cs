using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Messaging.EventLog;

internal sealed class LoggedEventTable : IEntityTypeConfiguration<LoggedEvent>
{
    public void Configure(EntityTypeBuilder<LoggedEvent> table)
    {
        table.ToTable("event_log");
        table.HasKey(row => row.Sequence);
        table.Property(row => row.Sequence).UseIdentityByDefaultColumn();
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.Key).HasMaxLength(100);
        table.Property(row => row.TraceParent).HasMaxLength(60);
        table.Property(row => row.TransactionId).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
        table.Property(row => row.QueuedAt).HasDefaultValueSql("clock_timestamp()");
        table.HasIndex(row => row.MessageId).IsUnique();
        // What waits is found at once, however long the log is.
        table.HasIndex(row => new { row.Lane, row.Sequence }).HasFilter("published_at is null and parked_at is null").HasDatabaseName("ix_event_log_waiting");
        table.HasIndex(row => row.ParkedAt).HasFilter("parked_at is not null").HasDatabaseName("ix_event_log_parked");
        table.HasIndex(row => new { row.TransactionId, row.Sequence }).HasDatabaseName("ix_event_log_feed");
        table.HasIndex(row => new { row.Name, row.Key, row.Version }).HasDatabaseName("ix_event_log_noun");
    }
}

internal sealed class EventLaneTable : IEntityTypeConfiguration<EventLane>
{
    public void Configure(EntityTypeBuilder<EventLane> table)
    {
        table.ToTable("event_lane");
        table.HasKey(row => row.Lane);
        table.Property(row => row.Lane).ValueGeneratedNever();
        table.HasData(Enumerable.Range(0, LoggedEvent.Lanes).Select(lane => new EventLane { Lane = (short)lane }));
    }
}
