using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Knowledge.Follow;

/// <summary>A noun that has something to say to those who follow it.</summary>
internal abstract class TellingNoun : Noun
{
    private Notice? notice;

    /// <summary>What the last change says, once; null when it is nothing to tell.</summary>
    public Notice? TakeNotice()
    {
        var taken = notice;
        notice = null;
        return taken;
    }

    /// <summary>Says something to be told when the change is saved; of several before a save the last counts.</summary>
    protected void Tell(Notice told) => notice = told;
}

/// <summary>
/// Something that has happened and that people may want to know, written in the transaction of the change itself. A worker
/// makes it one notification for each person concerned.
/// </summary>
internal sealed class Notice
{
    public Guid Id { get; init; }

    /// <summary>article, case, model, meeting, discussion, match, rules or reminder.</summary>
    public string Kind { get; init; } = "";

    public Guid Thing { get; init; }

    /// <summary>The noun's version after the change; a change is told once.</summary>
    public int Version { get; set; }

    /// <summary>What has happened, a Swedish line.</summary>
    public string What { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Address of the page, from the root.</summary>
    public string Path { get; init; } = "";

    /// <summary>Subject of who did it, who need not be told.</summary>
    public string Actor { get; set; } = "";

    /// <summary>Organisations that alone may know; null for everybody.</summary>
    public List<string>? Orgs { get; init; }

    /// <summary>Role that those of the organisations must have; null for all of their people.</summary>
    public string? ForRole { get; init; }

    /// <summary>Subjects of persons who may know though their organisation is not among those.</summary>
    public List<string> People { get; init; } = [];

    /// <summary>Group of municipalities that it is for; null for all.</summary>
    public string? ForGroup { get; init; }

    /// <summary>Subjects and organisations that are called on.</summary>
    public List<string> Mentions { get; init; } = [];

    /// <summary>Subjects of those who take part.</summary>
    public List<string> Participants { get; init; } = [];

    /// <summary>True when it is for those who take part or follow this very thing, and not for all who follow such things.</summary>
    public bool Narrow { get; init; }

    /// <summary>True while the thing is hidden: nobody is told, and who has been told sees it no more.</summary>
    public bool Withdrawn { get; set; }

    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>When it was made notifications; null before.</summary>
    public DateTimeOffset? FannedAt { get; set; }

    public static Notice Of(string kind, Guid thing, string what, string title, string path, bool narrow, List<string>? orgs = null) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, Thing = thing, What = what, Title = title, Path = path, Narrow = narrow, Orgs = orgs };

    /// <summary>Adds the notices of all changed nouns to the same save.</summary>
    /// <param name="db">What is saved.</param>
    /// <param name="clock">The time.</param>
    /// <param name="actor">Subject of who makes the change; empty when no person does.</param>
    public static void Collect(KnowledgeDb db, TimeProvider clock, string actor)
    {
        foreach (var noun in db.ChangeTracker.Entries<TellingNoun>().ToList())
        {
            if (noun.Entity.TakeNotice() is not { } notice) continue;
            notice.Version = noun.Entity.Version + 1;
            notice.OccurredAt = clock.Moment();
            if (notice.Actor.Length == 0) notice.Actor = actor;
            db.Add(notice);
        }
    }
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notice");
        notice.HasKey(n => n.Id);
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Kind).HasMaxLength(20);
        notice.Property(n => n.ForRole).HasMaxLength(30);
        notice.Property(n => n.People).HasDefaultValueSql("'{}'");
        notice.HasIndex(n => new { n.Kind, n.Thing, n.Version }).IsUnique();
        notice.HasIndex(n => n.OccurredAt).HasFilter("fanned_at is null");
    }
}
