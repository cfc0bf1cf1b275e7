using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Knowledge.Attachments;

/// <summary>A file beside an article, a case, a meeting or a discussion. Never changed: a newer file is another one.</summary>
internal sealed class Attachment
{
    /// <summary>The largest file, bytes; the gateway lets as much through on this route alone.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>The most files beside one thing.</summary>
    public const int Most = 20;

    public Guid Id { get; init; }

    /// <summary>article, case, meeting or discussion.</summary>
    public string Kind { get; init; } = "";

    public Guid Thing { get; init; }
    public string FileName { get; init; } = "";

    /// <summary>What the content is by its own bytes, whatever the sender said.</summary>
    public string ContentType { get; init; } = "";

    public int Size { get; init; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Subject of who added it.</summary>
    public string AddedBy { get; init; } = "";

    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>The content, in a table of its own so that lists do not read it.</summary>
internal sealed class AttachmentContent
{
    public Guid Id { get; init; }
    public byte[] Content { get; init; } = [];
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachment");
        attachment.HasKey(a => a.Id);
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Kind).HasMaxLength(20);
        attachment.Property(a => a.FileName).HasMaxLength(120);
        attachment.Property(a => a.ContentType).HasMaxLength(100);
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.HasIndex(a => new { a.Kind, a.Thing });
    }
}

internal sealed class AttachmentContentTable : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.ToTable("attachment_content");
        content.HasKey(c => c.Id);
        content.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentContent>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
