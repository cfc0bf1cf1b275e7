using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Knowledge.Cases;

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        // CASE is a word of SQL.
        table.ToTable("learning_case");
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Slug).HasMaxLength(100);
        table.HasIndex(c => c.Slug).IsUnique();
        table.HasIndex(c => c.DealId).IsUnique();
        table.HasIndex(c => c.CollaborationId).IsUnique();
        table.Property(c => c.Title).HasMaxLength(300);
        table.Property(c => c.Summary).HasMaxLength(400);
        table.Property(c => c.Topic).HasMaxLength(30);
        table.Property(c => c.MunicipalityCode).HasMaxLength(4);
        table.Property(c => c.Status).HasConversion<KebabConverter<CaseStatus>>().HasMaxLength(20);
        table.HasIndex(c => c.Status);
    }
}
