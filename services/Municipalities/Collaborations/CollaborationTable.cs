using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

internal sealed class CollaborationTable : IEntityTypeConfiguration<Collaboration>
{
    public void Configure(EntityTypeBuilder<Collaboration> collaboration)
    {
        collaboration.ToTable("collaboration");
        collaboration.HasKey(row => row.Id);
        collaboration.Property(row => row.Id).ValueGeneratedNever();
        collaboration.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        collaboration.Property(row => row.Content).HasJson();
        collaboration.Property(row => row.Checks).HasJson();
        collaboration.Property(row => row.Sustainable).HasConversion<KebabConverter<Verdict>>().HasMaxLength(20);
        collaboration.Property(row => row.Results).HasMaxLength(4000);
        collaboration.HasIndex(row => row.MunicipalityCode);
        collaboration.HasIndex(row => row.OriginId);
    }
}

internal sealed class CollaborationRevisionTable : IEntityTypeConfiguration<CollaborationRevision>
{
    public void Configure(EntityTypeBuilder<CollaborationRevision> revision)
    {
        revision.ToTable("collaboration_revision");
        revision.HasKey(row => new { row.CollaborationId, row.Version });
        revision.Property(row => row.Content).HasJson();
        revision.HasOne<Collaboration>().WithMany().HasForeignKey(row => row.CollaborationId).OnDelete(DeleteBehavior.Cascade);
    }
}
