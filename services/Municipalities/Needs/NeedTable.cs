using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using ServiceDefaults.Rules;

namespace Municipalities.Needs;

internal sealed class NeedTable : IEntityTypeConfiguration<Need>
{
    /// <summary>Shadow column of Swedish word stems, kept by the database.</summary>
    public const string Search = "Search";

    public void Configure(EntityTypeBuilder<Need> need)
    {
        need.ToTable("need");
        need.HasKey(row => row.Id);
        need.Property(row => row.Id).ValueGeneratedNever();
        need.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        need.Property(row => row.Status).HasConversion<KebabConverter<NeedStatus>>().HasMaxLength(20);
        need.Property(row => row.Kind).HasConversion<KebabConverter<NeedKind>>().HasMaxLength(20);
        need.Property(row => row.Outcome).HasConversion<KebabConverter<NeedOutcome>>().HasMaxLength(20);
        need.Property(row => row.Title).HasMaxLength(200);
        need.Property(row => row.Description).HasMaxLength(5000);
        need.Property(row => row.Unit).HasMaxLength(120);
        need.Property(row => row.ValueSek).HasPrecision(14, 2);
        need.Property<NpgsqlTsVector>(Search)
            .HasComputedColumnSql("to_tsvector('swedish', title || ' ' || description)", stored: true);
        need.HasIndex(Search).HasMethod("gin");
        need.HasIndex(row => new { row.MunicipalityCode, row.Status });
        need.HasIndex(row => new { row.ListedAt, row.Id }).IsDescending(true, false);
        need.HasIndex(row => new { row.MunicipalityCode, row.ListedAt }).IsDescending(false, true);
    }
}
