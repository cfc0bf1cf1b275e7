using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceDefaults.Messaging.EventLog;
using ServiceDefaults.Messaging.Idempotency;
using ServiceDefaults.Messaging.Inbox;
using ServiceDefaults.Rules;

namespace ServiceDefaults.Messaging;

/// <summary>
/// A service's own database: its nouns, and the tables that every service has (event log, lanes, inbox, idempotency keys).
/// Saving writes an event for each changed noun, in the same transaction. A derived class that overrides
/// <see cref="OnModelCreating"/> calls the base.
/// </summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>What has been told and what waits to be told.</summary>
    public DbSet<LoggedEvent> EventLog => Set<LoggedEvent>();

    internal bool HasUnsignalledEvents { get; set; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new NounConvention());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new LoggedEventTable());
        modelBuilder.ApplyConfiguration(new EventLaneTable());
        modelBuilder.ApplyConfiguration(new InboxTable());
        modelBuilder.ApplyConfiguration(new StoredAnswerTable());
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var written = WriteEvents();
        try
        {
            var rows = base.SaveChanges(acceptAllChangesOnSuccess);
            Saved(written);
            return rows;
        }
        catch
        {
            Undo(written);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var written = WriteEvents();
        try
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            Saved(written);
            return rows;
        }
        catch
        {
            Undo(written);
            throw;
        }
    }

    private List<Change> WriteEvents()
    {
        var now = this.Clock().Moment();
        var changes = new List<Change>();
        foreach (var noun in ChangeTracker.Entries<Noun>().ToList())
        {
            var reason = noun.Entity.PendingReason;
            if (reason is null && noun.State is EntityState.Unchanged or EntityState.Detached or EntityState.Deleted) continue;
            if (reason is null)
                throw new InvalidOperationException($"{noun.Metadata.ClrType.Name} was changed without Changed(reason): nobody would hear of it.");
            var version = noun.Property(entity => entity.Version);
            var changedAt = noun.Property(entity => entity.ChangedAt);
            var change = new Change(noun, noun.Entity.Version, noun.Entity.ChangedAt);
            (version.CurrentValue, changedAt.CurrentValue) = (version.CurrentValue + 1, now);
            if (noun.Entity.ToEvent(reason) is { } changed) change.Row = Add(LoggedEvent.Of(changed, now));
            changes.Add(change);
        }
        return changes;
    }

    private void Saved(List<Change> changes)
    {
        foreach (var change in changes)
        {
            change.Noun.Entity.Saved();
            HasUnsignalledEvents |= change.Row is not null;
            // A long import would otherwise keep every event that it has written.
            if (change.Row is { State: EntityState.Unchanged } row) row.State = EntityState.Detached;
        }
        if (Database.CurrentTransaction is null) this.SignalRelay();
    }

    /// <summary>A failed save leaves the nouns as they were before it, so that it can be tried again.</summary>
    private static void Undo(List<Change> changes)
    {
        foreach (var change in changes)
        {
            change.Noun.Property(entity => entity.Version).CurrentValue = change.Version;
            change.Noun.Property(entity => entity.ChangedAt).CurrentValue = change.ChangedAt;
            if (change.Row is { } row) row.State = EntityState.Detached;
        }
    }

    private sealed class Change(EntityEntry<Noun> noun, int version, DateTimeOffset changedAt)
    {
        public EntityEntry<Noun> Noun => noun;
        public int Version => version;
        public DateTimeOffset ChangedAt => changedAt;
        public EntityEntry<LoggedEvent>? Row { get; set; }
    }
}
