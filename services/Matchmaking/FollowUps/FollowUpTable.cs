using Matchmaking.Deals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.FollowUps;

internal sealed class FollowUpTable : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("follow_up").HasKey(followUp => followUp.Id);
        builder.Property(followUp => followUp.Id).ValueGeneratedNever();
        builder.Property(followUp => followUp.InvoicedSek).HasPrecision(14, 2);
        builder.Property(followUp => followUp.Jobs).HasPrecision(8, 2);
        builder.HasOne<Deal>().WithMany().HasForeignKey(followUp => followUp.DealId);
        builder.HasIndex(followUp => new { followUp.DealId, followUp.On });
    }
}
