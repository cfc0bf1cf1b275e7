using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Knowledge.Copies;

/// <summary>Help that a municipality has given another, so that those who look for a mentor see who has been one. Who was helped is not known here.</summary>
internal sealed class KnownMentorship
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string MentorCode { get; set; } = "";
    public string Dimension { get; set; } = "";

    /// <summary>Whether it helped, wholly or in part. That help did not help is nobody's mark.</summary>
    public bool Helped { get; set; }
}

internal sealed class KnownMentorshipTable : IEntityTypeConfiguration<KnownMentorship>
{
    public void Configure(EntityTypeBuilder<KnownMentorship> mentorship)
    {
        mentorship.ToTable("known_mentorship");
        mentorship.HasKey(m => m.Id);
        mentorship.Property(m => m.Id).ValueGeneratedNever();
        mentorship.Property(m => m.Version).IsConcurrencyToken();
        mentorship.Property(m => m.MentorCode).HasMaxLength(4);
        mentorship.Property(m => m.Dimension).HasMaxLength(40);
        mentorship.HasIndex(m => new { m.MentorCode, m.Dimension });
    }
}

/// <summary>Keeps what has helped.</summary>
internal sealed class KeepMentorship : IEventHandler<MentorshipChanged, KnowledgeDb>
{
    public async Task Handle(MentorshipChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        var known = await db.Set<KnownMentorship>().SingleOrDefaultAsync(m => m.Id == changed.Id, stop);
        if (known is null) db.Add(known = new KnownMentorship { Id = changed.Id });
        else if (known.Version >= changed.Version) return;
        (known.Version, known.MentorCode, known.Dimension) = (changed.Version, changed.MentorCode, changed.Dimension);
        known.Helped = !changed.Withdrawn && changed.Outcome is "helped" or "helped-in-part";
    }
}
