using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Municipalities.Mentorships;

internal sealed class MentorshipTable : IEntityTypeConfiguration<Mentorship>
{
    /// <summary>Two municipalities have at most one that goes on in a dimension.</summary>
    public const string OneAtATime = "ix_mentorship_one_at_a_time";

    public void Configure(EntityTypeBuilder<Mentorship> mentorship)
    {
        mentorship.ToTable("mentorship");
        mentorship.HasKey(row => row.Id);
        mentorship.Property(row => row.Id).ValueGeneratedNever();
        mentorship.Property(row => row.AskingCode).HasMaxLength(4).IsFixedLength();
        mentorship.Property(row => row.MentorCode).HasMaxLength(4).IsFixedLength();
        mentorship.Property(row => row.Dimension).HasMaxLength(40);
        mentorship.Property(row => row.Status).HasConversion<KebabConverter<MentorshipStatus>>().HasMaxLength(20);
        mentorship.Property(row => row.Outcome).HasConversion<KebabConverter<MentorshipOutcome>>().HasMaxLength(20);
        mentorship.Property(row => row.Message).HasMaxLength(2000);
        mentorship.Property(row => row.Answer).HasMaxLength(2000);
        mentorship.Property(row => row.OutcomeText).HasMaxLength(2000);
        mentorship.Property(row => row.Notes).HasJson();
        mentorship.HasIndex(row => new { row.AskingCode, row.MentorCode, row.Dimension }).IsUnique().HasFilter("status in ('requested', 'accepted')").HasDatabaseName(OneAtATime);
        mentorship.HasIndex(row => row.MentorCode);
    }
}
