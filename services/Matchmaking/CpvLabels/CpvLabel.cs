using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.CpvLabels;

/// <summary>What a CPV code is called in the official list, as the operator has supplied it.</summary>
internal sealed class CpvLabel
{
    /// <summary>Eight digits, without check digit.</summary>
    public required string Code { get; init; }

    /// <summary>In Swedish.</summary>
    public required string Name { get; init; }

    /// <summary>The transaction that wrote it, by which the replicas find a new list (<see cref="Copies.Copy.ChangedIn"/>).</summary>
    public ulong ChangedIn { get; private set; }
}

internal sealed class CpvLabelTable : IEntityTypeConfiguration<CpvLabel>
{
    public void Configure(EntityTypeBuilder<CpvLabel> builder)
    {
        builder.ToTable("cpv_label").HasKey(label => label.Code);
        builder.Property(label => label.Code).HasMaxLength(8);
        builder.Property(label => label.ChangedIn).HasColumnName("changed_in").HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
        builder.HasIndex(label => label.ChangedIn);
        builder.Property(label => label.Name).HasMaxLength(CpvFile.LongestName);
    }
}
