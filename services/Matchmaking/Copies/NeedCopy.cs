using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Copies;

/// <summary>A published need as Municipalities tells it.</summary>
internal sealed class NeedCopy : Copy
{
    public required Guid Id { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required List<string> CpvCodes { get; init; }

    /// <summary>service, goods or works.</summary>
    public required string Kind { get; init; }

    /// <summary>Estimated total, SEK excluding VAT.</summary>
    public required decimal? ValueSek { get; init; }
    public required int? Months { get; init; }
    public required List<string> TargetGroups { get; init; }

    /// <summary>published, in-dialogue or closed.</summary>
    public required string Status { get; init; }
    public required DateOnly? AnswerBy { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Why it was closed: deal, no-deal or procured-elsewhere.</summary>
    public required string? Outcome { get; init; }

    public const string Closed = "closed";

    /// <summary>Public and still looking for a supplier.</summary>
    public bool IsOpen => !Withdrawn && Status != Closed;
}

internal sealed class NeedCopyTable : IEntityTypeConfiguration<NeedCopy>
{
    public void Configure(EntityTypeBuilder<NeedCopy> builder)
    {
        builder.ToTable("need_copy").HasKey(copy => copy.Id);
        builder.Property(copy => copy.Id).ValueGeneratedNever();
        builder.Ignore(copy => copy.IsOpen);
        builder.HasIndex(copy => copy.MunicipalityCode);
        Copy.Configure(builder);
    }
}
