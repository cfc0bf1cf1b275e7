using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Knowledge.Feedback;

/// <summary>
/// What somebody could not use or understand, from anyone and without an account. Nothing is known of the writer but what the writer
/// gives, and a contact goes when the note has been dealt with.
/// </summary>
internal sealed class FeedbackNote
{
    public Guid Id { get; init; }
    public string Text { get; init; } = "";

    /// <summary>The page that it is about, from the root; null when not said.</summary>
    public string? Page { get; init; }

    /// <summary>Where an answer can be sent; null when none is wanted, and after the note has been dealt with.</summary>
    public string? Contact { get; set; }

    public DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>What was done about it.</summary>
    public string? Outcome { get; set; }
}

internal sealed class FeedbackTable : IEntityTypeConfiguration<FeedbackNote>
{
    public void Configure(EntityTypeBuilder<FeedbackNote> note)
    {
        note.ToTable("feedback");
        note.HasKey(n => n.Id);
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Text).HasMaxLength(4000);
        note.Property(n => n.Page).HasMaxLength(300);
        note.Property(n => n.Contact).HasMaxLength(200);
        note.Property(n => n.Outcome).HasMaxLength(1000);
        note.HasIndex(n => new { n.HandledAt, n.SentAt });
    }
}
