using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Enterprises.Claims;

internal sealed class ClaimTable : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.ToTable("claim");
        claim.HasKey(row => new { row.EnterpriseId, row.Kind });
        claim.Property(row => row.Kind).HasConversion<KebabConverter<ClaimKind>>().HasMaxLength(40);
        claim.Property(row => row.Answer).HasConversion<KebabConverter<ClaimAnswer>>().HasMaxLength(10);
        claim.Property(row => row.Source).HasConversion<KebabConverter<ClaimSource>>().HasMaxLength(20);
        claim.Property(row => row.Review).HasConversion<KebabConverter<ClaimReview>>().HasMaxLength(10);
        claim.Property(row => row.Evidence).HasMaxLength(1000);
        claim.Property(row => row.SaidBy).HasMaxLength(200);
        claim.Property(row => row.ReviewNote).HasMaxLength(1000);
        claim.Property(row => row.ReviewedBy).HasMaxLength(200);
        claim.Ignore(row => row.Holds);
    }
}
