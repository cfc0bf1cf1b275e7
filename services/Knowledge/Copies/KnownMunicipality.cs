using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Knowledge.Copies;

/// <summary>A municipality's name and the groups it belongs to, as its register last told them.</summary>
internal sealed class KnownMunicipality
{
    public string Code { get; init; } = "";
    public int Version { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Groups that discussions can be for: <c>county:21</c>, <c>skr:C6</c> and, for the twelve that began, <c>pilot</c>.</summary>
    public List<string> Groups { get; set; } = [];
}

internal sealed class KnownMunicipalityTable : IEntityTypeConfiguration<KnownMunicipality>
{
    public void Configure(EntityTypeBuilder<KnownMunicipality> municipality)
    {
        municipality.ToTable("known_municipality");
        municipality.HasKey(m => m.Code);
        municipality.Property(m => m.Code).HasMaxLength(4);
        municipality.Property(m => m.Version).IsConcurrencyToken();
        // Empty until the register tells of the municipality again.
        municipality.Property(m => m.Groups).HasDefaultValueSql("'{}'");
    }
}

/// <summary>Keeps the names and the groups.</summary>
internal sealed class KeepMunicipality : IEventHandler<MunicipalityChanged, KnowledgeDb>
{
    public async Task Handle(MunicipalityChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        List<string> groups = [$"county:{changed.CountyCode}", $"skr:{changed.SkrGroup}", .. changed.Pilot ? new[] { "pilot" } : []];
        var known = await db.Municipalities.SingleOrDefaultAsync(m => m.Code == changed.Code, stop);
        if (known is null) db.Add(new KnownMunicipality { Code = changed.Code, Version = changed.Version, Name = changed.Name, Groups = groups });
        // The same version again fills in what an earlier release of this service did not keep.
        else if (known.Version <= changed.Version) (known.Version, known.Name, known.Groups) = (changed.Version, changed.Name, groups);
    }
}
