using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Knowledge.Copies;

/// <summary>What a municipality shares of a baseline, so that somebody who is further along can be named. Never to rank by.</summary>
internal sealed class KnownBaseline
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public bool Withdrawn { get; set; }
    public string MunicipalityCode { get; set; } = "";
    public DateOnly AnsweredOn { get; set; }
    public bool WillingToMentor { get; set; }

    /// <summary>Dimensions at level 3 or higher: where the routine is in use, so that there is something to show.</summary>
    public List<string> Applied { get; set; } = [];
}

internal sealed class KnownBaselineTable : IEntityTypeConfiguration<KnownBaseline>
{
    public void Configure(EntityTypeBuilder<KnownBaseline> baseline)
    {
        baseline.ToTable("known_baseline");
        baseline.HasKey(b => b.Id);
        baseline.Property(b => b.Id).ValueGeneratedNever();
        baseline.Property(b => b.Version).IsConcurrencyToken();
        baseline.Property(b => b.MunicipalityCode).HasMaxLength(4);
        baseline.HasIndex(b => new { b.MunicipalityCode, b.AnsweredOn });
    }
}

/// <summary>Keeps what is shared.</summary>
internal sealed class KeepBaseline : IEventHandler<BaselineChanged, KnowledgeDb>
{
    private const decimal AppliedLevel = 3;

    public async Task Handle(BaselineChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        var known = await db.Baselines.SingleOrDefaultAsync(b => b.Id == changed.Id, stop);
        if (known is null) db.Add(known = new KnownBaseline { Id = changed.Id });
        else if (known.Version >= changed.Version) return;
        (known.Version, known.Withdrawn, known.MunicipalityCode) = (changed.Version, changed.Withdrawn, changed.MunicipalityCode);
        (known.AnsweredOn, known.WillingToMentor) = (changed.AnsweredOn, changed.WillingToMentor);
        known.Applied = [.. changed.Means.Where(mean => mean.Value >= AppliedLevel).Select(mean => mean.Key).Order()];
    }
}
