using System.Text.Json;
using Contracts.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Copies;

/// <summary>A social enterprise and its published offers as Enterprises tells them.</summary>
internal sealed class EnterpriseCopy : Copy
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Presentation { get; init; }
    public required List<string> Kinds { get; init; }
    public required List<string> TargetGroups { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
    public required List<OfferState> Offers { get; init; }

    /// <summary>Withdrawn only for a time: hidden since nobody has confirmed it, or suspended. What it last offered in public is kept, and shown to nobody.</summary>
    public bool OutOfSight { get; init; }
}

internal sealed class EnterpriseCopyTable : IEntityTypeConfiguration<EnterpriseCopy>
{
    public void Configure(EntityTypeBuilder<EnterpriseCopy> builder)
    {
        builder.ToTable("enterprise_copy").HasKey(copy => copy.Id);
        builder.Property(copy => copy.Id).ValueGeneratedNever();
        // Offers are only ever read whole, by the index; a document spares a join.
        builder.Property(copy => copy.Offers).HasColumnType("jsonb").HasConversion(
            offers => JsonSerializer.Serialize(offers, JsonSerializerOptions.Web),
            json => JsonSerializer.Deserialize<List<OfferState>>(json, JsonSerializerOptions.Web)!,
            new ValueComparer<List<OfferState>>((a, b) => ReferenceEquals(a, b), offers => offers.Count));
        Copy.Configure(builder);
    }
}
