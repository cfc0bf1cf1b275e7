using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Exposures;

/// <summary>How often an enterprise stood at the top of a list that somebody asked for, on one day in Sweden. An input of the ranking, and of the hints.</summary>
internal sealed class Exposure
{
    public required Guid EnterpriseId { get; init; }
    public required DateOnly Day { get; init; }
    public required int Times { get; init; }

    /// <summary>The transaction that wrote the row, by which the other replicas find it (<see cref="Copies.Copy.ChangedIn"/>).</summary>
    public ulong ChangedIn { get; private set; }
}

internal sealed class ExposureTable : IEntityTypeConfiguration<Exposure>
{
    public void Configure(EntityTypeBuilder<Exposure> builder)
    {
        builder.ToTable("exposure").HasKey(exposure => new { exposure.EnterpriseId, exposure.Day });
        builder.Property(exposure => exposure.ChangedIn).HasColumnName("changed_in").HasColumnType("xid8");
        builder.HasIndex(exposure => exposure.ChangedIn);
    }
}
