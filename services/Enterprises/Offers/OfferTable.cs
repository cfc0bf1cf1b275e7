using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using ServiceDefaults.Rules;

namespace Enterprises.Offers;

internal sealed class OfferTable : IEntityTypeConfiguration<Offer>
{
    /// <summary>Shadow column of Swedish word stems, kept by the database.</summary>
    public const string Search = "Search";

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("offer");
        offer.HasKey(row => row.Id);
        offer.Property(row => row.Id).ValueGeneratedNever();
        offer.Property(row => row.Status).HasConversion<KebabConverter<OfferStatus>>().HasMaxLength(20);
        offer.Property(row => row.Title).HasMaxLength(200);
        offer.Property(row => row.Description).HasMaxLength(3000);
        offer.Property(row => row.AreaKind).HasConversion<KebabConverter<AreaKind>>().HasMaxLength(20);
        offer.Property(row => row.MaxContractSek).HasPrecision(14, 2);
        offer.Property<NpgsqlTsVector>(Search).HasComputedColumnSql("to_tsvector('swedish', title || ' ' || description)", stored: true);
        offer.HasIndex(Search).HasMethod("gin");
    }
}
