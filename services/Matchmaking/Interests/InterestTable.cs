using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Matchmaking.Interests;

internal sealed class InterestTable : IEntityTypeConfiguration<Interest>
{
    /// <summary>One interest for a need and an enterprise, apart from those withdrawn.</summary>
    public const string OncePerNeed = "ix_interest_once_per_need";

    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.ToTable("interest").HasKey(interest => interest.Id);
        builder.Property(interest => interest.Id).ValueGeneratedNever();
        builder.Property(interest => interest.Status).HasConversion<KebabConverter<InterestStatus>>();
        builder.Property(interest => interest.NoDealReason).HasConversion<KebabConverter<NoDealReason>>();
        builder.Property(interest => interest.Match).HasDocument();
        builder.Ignore(interest => interest.Closed);
        builder.HasIndex(interest => new { interest.NeedId, interest.EnterpriseId })
            .IsUnique().HasFilter("status <> 'withdrawn'").HasDatabaseName(OncePerNeed);
        builder.HasIndex(interest => new { interest.MunicipalityCode, interest.SubmittedAt });
        // For the matching, which looks several times a second whether a reason has been confirmed.
        builder.HasIndex(interest => interest.ChangedAt).HasFilter("other_agrees").HasDatabaseName("ix_interest_confirmed");
        builder.HasIndex(interest => new { interest.EnterpriseId, interest.SubmittedAt });
    }
}
