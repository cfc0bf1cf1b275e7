using Contracts;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace FaultRig.Service;

/// <summary>What the rig's publisher tells.</summary>
[EventName("rig.part-changed")]
public sealed record PartChanged(string Id, int Version, string Reason, bool Withdrawn, string Value) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id;
}

/// <summary>The publisher's noun: its value is what the last accepted write said.</summary>
public sealed class Part : Noun
{
    /// <summary>Chosen by the driver.</summary>
    public string Id { get; init; } = "";

    /// <summary>Unique to the write that set it.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Takes a new value.</summary>
    public void Set(string value)
    {
        Value = value;
        Changed("set");
    }

    /// <inheritdoc/>
    protected internal override INounChanged? ToEvent(string reason) => new PartChanged(Id, Version, reason, false, Value);
}

/// <summary>The publisher's database.</summary>
public sealed class PublisherDb(DbContextOptions<PublisherDb> options) : ServiceDb(options)
{
    /// <summary>Its nouns.</summary>
    public DbSet<Part> Parts => Set<Part>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Part>().HasKey(part => part.Id);
    }
}

/// <summary>The consumer's database: its copy, and a record of everything that had an effect.</summary>
public sealed class ConsumerDb(DbContextOptions<ConsumerDb> options) : ServiceDb(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Copy>().HasKey(copy => copy.Id);
        modelBuilder.Entity<Delivery>().HasKey(delivery => new { delivery.Id, delivery.Version });
        modelBuilder.Entity<Applied>().HasKey(applied => applied.Sequence);
    }
}

/// <summary>The consumer's copy of a part.</summary>
public sealed class Copy
{
    /// <summary>The part.</summary>
    public string Id { get; init; } = "";

    /// <summary>The version it holds.</summary>
    public int Version { get; init; }

    /// <summary>The value it holds.</summary>
    public string Value { get; init; } = "";
}

/// <summary>How often a version of a part was handled: the effect that must happen exactly once.</summary>
public sealed class Delivery
{
    /// <summary>The part.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its version.</summary>
    public int Version { get; init; }

    /// <summary>How often.</summary>
    public int Times { get; init; }
}

/// <summary>A version that the copy took over, in the order in which it did.</summary>
public sealed class Applied
{
    /// <summary>The order.</summary>
    public long Sequence { get; init; }

    /// <summary>The part.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its version.</summary>
    public int Version { get; init; }
}
