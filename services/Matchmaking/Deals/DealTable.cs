using Matchmaking.Interests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Matchmaking.Deals;

internal sealed class DealTable : IEntityTypeConfiguration<Deal>
{
    /// <summary>One draft for a need and an enterprise; signed deals may be several, one after another.</summary>
    public const string OneDraft = "ix_deal_one_draft";

    public void Configure(EntityTypeBuilder<Deal> builder)
    {
        builder.ToTable("deal").HasKey(deal => deal.Id);
        builder.Property(deal => deal.Id).ValueGeneratedNever();
        builder.Property(deal => deal.Status).HasConversion<KebabConverter<DealStatus>>();
        builder.Property(deal => deal.AgreementType).HasConversion<KebabConverter<AgreementType>>();
        builder.Property(deal => deal.Match).HasDocument();
        builder.Property(deal => deal.AgreedValueSek).HasPrecision(14, 2);
        builder.Property(deal => deal.ExpectedJobs).HasPrecision(8, 2);
        builder.HasIndex(deal => new { deal.NeedId, deal.EnterpriseId }).IsUnique().HasFilter("status = 'draft'").HasDatabaseName(OneDraft);
        builder.HasIndex(deal => new { deal.MunicipalityCode, deal.CreatedAt });
        builder.HasIndex(deal => new { deal.EnterpriseId, deal.CreatedAt });
    }
}
