using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Knowledge.Discussions;

/// <summary>A member's word to the moderator that something should perhaps not stand. One for each member and thing.</summary>
internal sealed class Report
{
    public Guid Id { get; init; }
    public Guid DiscussionId { get; init; }

    /// <summary>The reply, or an empty id for the whole discussion.</summary>
    public Guid ReplyId { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Subject of who reports: told to nobody.</summary>
    public string Reporter { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>When a moderator has hidden it or left it standing; null while it waits.</summary>
    public DateTimeOffset? HandledAt { get; set; }
}

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("report");
        report.HasKey(r => r.Id);
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Reason).HasMaxLength(500);
        report.HasIndex(r => new { r.DiscussionId, r.ReplyId, r.Reporter }).IsUnique();
        report.HasIndex(r => r.At).HasFilter("handled_at is null");
        report.HasOne<Discussion>().WithMany().HasForeignKey(r => r.DiscussionId);
    }
}
