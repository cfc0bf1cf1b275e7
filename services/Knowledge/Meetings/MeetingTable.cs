using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Knowledge.Meetings;

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meeting");
        meeting.HasKey(m => m.Id);
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.Property(m => m.Title).HasMaxLength(150);
        meeting.Property(m => m.Place).HasMaxLength(200);
        // With a default, so that a release that does not know the column can still write.
        meeting.PrimitiveCollection(m => m.Invited).HasDefaultValueSql("'{}'");
        meeting.Property(m => m.OrganiserOrg).HasMaxLength(40);
        meeting.OwnsMany(m => m.FollowUps, followUp => followUp.ToJson());
        meeting.Property(m => m.ArticleSlug).HasMaxLength(100);
        meeting.Property(m => m.Status).HasConversion<KebabConverter<MeetingStatus>>().HasMaxLength(20);
        meeting.HasIndex(m => new { m.Status, m.StartsAt });
    }
}

internal sealed class RegistrationTable : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.ToTable("registration");
        registration.HasKey(r => r.Id);
        registration.Property(r => r.Id).ValueGeneratedNever();
        registration.HasIndex(r => new { r.MeetingId, r.Subject }).IsUnique();
        registration.HasIndex(r => new { r.MeetingId, r.Number }).IsUnique();
        registration.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId);
    }
}
