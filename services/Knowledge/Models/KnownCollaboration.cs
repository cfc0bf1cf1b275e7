using Contracts.Municipalities;
using Knowledge.Follow;
using Knowledge.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Knowledge.Models;

/// <summary>A municipality's shared collaboration, as its own service last told it. Published as a model, it is found by the search.</summary>
internal sealed class KnownCollaboration : ISearchable
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public bool Withdrawn { get; set; }
    public string MunicipalityCode { get; set; } = "";
    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    public bool IsModel { get; set; }
    public Guid? OriginId { get; set; }
    public int? OriginVersion { get; set; }

    /// <summary>yes, no or unknown.</summary>
    public string Sustainable { get; set; } = "unknown";

    public DateOnly? SustainableCheckedOn { get; set; }
    public string? Results { get; set; }

    public SearchText ToSearchText() => new(
        "model", Id, Id.ToString(), Title, Summary, ["modell", "samverkansstruktur"], Results ?? "", "collaboration", [], [], DateOnly.MaxValue, IsModel && !Withdrawn, []);
}

internal sealed class KnownCollaborationTable : IEntityTypeConfiguration<KnownCollaboration>
{
    public void Configure(EntityTypeBuilder<KnownCollaboration> collaboration)
    {
        collaboration.ToTable("known_collaboration");
        collaboration.HasKey(c => c.Id);
        collaboration.Property(c => c.Id).ValueGeneratedNever();
        collaboration.Property(c => c.Version).IsConcurrencyToken();
        collaboration.Property(c => c.MunicipalityCode).HasMaxLength(4);
        collaboration.HasIndex(c => c.OriginId);
    }
}

/// <summary>Keeps what municipalities share.</summary>
internal sealed class KeepCollaboration(TimeProvider clock) : IEventHandler<CollaborationChanged, KnowledgeDb>
{
    public async Task Handle(CollaborationChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        var known = await db.Collaborations.SingleOrDefaultAsync(c => c.Id == changed.Id, stop);
        if (known is null) db.Add(known = new KnownCollaboration { Id = changed.Id });
        else if (known.Version >= changed.Version) return;
        (known.Version, known.Withdrawn, known.MunicipalityCode) = (changed.Version, changed.Withdrawn, changed.MunicipalityCode);
        (known.Title, known.Summary, known.IsModel) = (changed.Title, changed.Summary, changed.IsModel);
        (known.OriginId, known.OriginVersion, known.Results) = (changed.OriginId, changed.OriginVersion, changed.Results);
        (known.Sustainable, known.SustainableCheckedOn) = (changed.Sustainable, changed.SustainableCheckedOn);
        if (!known.IsModel || known.Withdrawn) return;
        // For those who follow this very model; the event's version tells a change once.
        var notice = Notice.Of("model", known.Id, "Modellen är ändrad", known.Title, $"/modeller/{known.Id}", narrow: true);
        (notice.Version, notice.OccurredAt) = (known.Version, clock.Moment());
        db.Add(notice);
        if (changed.Reason == "revised") await TellAdopters(known, db, stop);
    }

    /// <summary>Those who started from it are told without having to follow it; the page behind the line shows what has changed.</summary>
    private async Task TellAdopters(KnownCollaboration model, KnowledgeDb db, CancellationToken stop)
    {
        foreach (var adopter in await db.Collaborations.Where(c => c.OriginId == model.Id && !c.Withdrawn).ToListAsync(stop))
        {
            var notice = Notice.Of("model", adopter.Id, "Modellen som ni utgår från är ändrad", model.Title, $"/resa/samverkan/{adopter.Id}/jamfor", narrow: false, [adopter.MunicipalityCode]);
            // Below zero: what the adopter's own collaboration tells, when it is a model too, has its own versions.
            (notice.Version, notice.OccurredAt) = (-model.Version, clock.Moment());
            db.Add(notice);
        }
    }
}
