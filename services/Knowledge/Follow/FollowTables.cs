using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Knowledge.Follow;

internal sealed class FollowerTable : IEntityTypeConfiguration<Follower>
{
    public void Configure(EntityTypeBuilder<Follower> follower)
    {
        follower.ToTable("follower");
        follower.HasKey(f => f.Id);
        follower.Property(f => f.Id).ValueGeneratedNever();
        follower.HasIndex(f => f.Subject).IsUnique();
        follower.Property(f => f.Email).HasMaxLength(254);
        follower.Property(f => f.PendingEmail).HasMaxLength(254);
        follower.Property(f => f.Roles).HasDefaultValueSql("'{}'");
    }
}

internal sealed class PreferenceTable : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> preference)
    {
        preference.ToTable("preference");
        preference.HasKey(p => new { p.FollowerId, p.Kind, p.Thing });
        preference.Property(p => p.Kind).HasMaxLength(20);
        preference.Property(p => p.Level).HasMaxLength(10);
        preference.Property(p => p.Digest).HasMaxLength(10);
        preference.HasOne<Follower>().WithMany().HasForeignKey(p => p.FollowerId);
    }
}

internal sealed class NotificationTable : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("notification");
        notification.HasKey(n => n.Id);
        notification.Property(n => n.Kind).HasMaxLength(20);
        notification.Property(n => n.Digest).HasMaxLength(10);
        notification.HasIndex(n => new { n.FollowerId, n.NoticeId }).IsUnique();
        notification.HasIndex(n => new { n.FollowerId, n.OccurredAt });
        notification.HasIndex(n => new { n.Digest, n.OccurredAt }).HasFilter("mail_id is null and digest <> 'off'");
        notification.HasIndex(n => n.MailId);
        notification.HasOne<Follower>().WithMany().HasForeignKey(n => n.FollowerId);
        notification.HasOne<Notice>().WithMany().HasForeignKey(n => n.NoticeId);
        notification.HasOne<Mail>().WithMany().HasForeignKey(n => n.MailId);
    }
}

internal sealed class MailTable : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> mail)
    {
        mail.ToTable("mail");
        mail.HasKey(m => m.Id);
        mail.Property(m => m.Digest).HasMaxLength(10);
        mail.Property(m => m.Period).HasMaxLength(60);
        mail.Property(m => m.Problem).HasMaxLength(500);
        mail.HasIndex(m => new { m.FollowerId, m.Period }).IsUnique();
        mail.HasIndex(m => m.TryAt).HasFilter("sent_at is null and dropped_at is null");
        mail.HasOne<Follower>().WithMany().HasForeignKey(m => m.FollowerId);
    }
}
