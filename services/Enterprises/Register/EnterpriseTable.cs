using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using ServiceDefaults.Rules;

namespace Enterprises.Register;

internal sealed class EnterpriseTable : IEntityTypeConfiguration<Enterprise>
{
    /// <summary>Shadow column of Swedish word stems, kept by the database.</summary>
    public const string Search = "Search";

    /// <summary>Å, ä and ö last and in that order, whatever the database's own order is.</summary>
    public const string SwedishOrder = "sv-SE-x-icu";

    /// <summary>Name of the index that keeps an organisation number single.</summary>
    public const string NumberIndex = "ix_enterprise_number_part";

    public void Configure(EntityTypeBuilder<Enterprise> enterprise)
    {
        enterprise.ToTable("enterprise");
        enterprise.HasKey(row => row.Id);
        enterprise.Property(row => row.Id).ValueGeneratedNever();
        enterprise.Property(row => row.OrganisationNumber).HasMaxLength(10).IsFixedLength();
        enterprise.Property(row => row.Part).HasMaxLength(120);
        enterprise.Property(row => row.LegalForm).HasConversion<KebabConverter<LegalForm>>().HasMaxLength(40);
        enterprise.Property(row => row.Status).HasConversion<KebabConverter<EnterpriseStatus>>().HasMaxLength(20);
        enterprise.Property(row => row.Name).HasMaxLength(200);
        enterprise.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        enterprise.Property(row => row.Presentation).HasMaxLength(3000);
        enterprise.Property(row => row.Website).HasMaxLength(300);
        enterprise.Property(row => row.ContactName).HasMaxLength(120);
        enterprise.Property(row => row.ContactEmail).HasMaxLength(200);
        enterprise.Property(row => row.ContactPhone).HasMaxLength(40);
        enterprise.Property<NpgsqlTsVector>(Search).HasComputedColumnSql("to_tsvector('swedish', name || ' ' || presentation)", stored: true);
        enterprise.HasIndex(Search).HasMethod("gin");
        enterprise.HasIndex(row => new { row.OrganisationNumber, row.Part }).IsUnique().HasDatabaseName(NumberIndex);
        enterprise.HasIndex(row => new { row.Status, row.ConfirmedAt });
        enterprise.HasIndex(row => row.MunicipalityCode);
        enterprise.HasIndex(row => new { row.Name, row.Id }).UseCollation(SwedishOrder);
        enterprise.HasMany(row => row.Offers).WithOne().HasForeignKey(offer => offer.EnterpriseId);
        enterprise.HasMany(row => row.Claims).WithOne().HasForeignKey(claim => claim.EnterpriseId);
        enterprise.HasMany(row => row.Complaints).WithOne().HasForeignKey(complaint => complaint.EnterpriseId);
    }
}
