using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Knowledge.Discussions;

internal sealed class DiscussionTable : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> discussion)
    {
        discussion.ToTable("discussion");
        discussion.HasKey(d => d.Id);
        discussion.Property(d => d.Id).ValueGeneratedNever();
        discussion.Property(d => d.Title).HasMaxLength(150);
        discussion.Property(d => d.Topic).HasMaxLength(30);
        // GROUP is a word of SQL.
        discussion.Property(d => d.Group).HasColumnName("for_group").HasMaxLength(20);
        discussion.ComplexProperty(d => d.Writer);
        discussion.HasIndex(d => d.LastActivityAt);
        discussion.HasMany(d => d.Replies).WithOne().HasForeignKey(r => r.DiscussionId);
        discussion.Navigation(d => d.Replies).HasField("replies").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ReplyTable : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> reply)
    {
        reply.ToTable("reply");
        reply.HasKey(r => r.Id);
        reply.Property(r => r.Id).ValueGeneratedNever();
        reply.Property(r => r.Number).UseIdentityAlwaysColumn();
        reply.ComplexProperty(r => r.Writer);
        reply.HasIndex(r => new { r.DiscussionId, r.Number });
    }
}

internal sealed class ModerationTable : IEntityTypeConfiguration<Moderation>
{
    public void Configure(EntityTypeBuilder<Moderation> moderation)
    {
        moderation.ToTable("moderation");
        moderation.HasKey(m => m.Id);
        moderation.Property(m => m.Id).ValueGeneratedNever();
        moderation.HasIndex(m => new { m.DiscussionId, m.At });
        moderation.HasOne<Discussion>().WithMany().HasForeignKey(m => m.DiscussionId);
    }
}
