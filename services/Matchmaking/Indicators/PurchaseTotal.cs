using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Indicators;

/// <summary>What a municipality bought in all in a year, by its own ledger: what indicator A3 compares with.</summary>
internal sealed class PurchaseTotal
{
    public required string MunicipalityCode { get; init; }
    public required int Year { get; init; }

    /// <summary>SEK excluding VAT.</summary>
    public required decimal Sek { get; set; }

    /// <summary>Where the figure comes from, in the municipality's words.</summary>
    public required string Source { get; set; }
    public required DateTimeOffset ToldAt { get; set; }

    /// <summary>1 when it was told first, raised by one each time it is told again.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class PurchaseTotalTable : IEntityTypeConfiguration<PurchaseTotal>
{
    public void Configure(EntityTypeBuilder<PurchaseTotal> builder)
    {
        builder.ToTable("purchase_total").HasKey(total => new { total.MunicipalityCode, total.Year });
        builder.Property(total => total.Sek).HasPrecision(16, 2);
        builder.Property(total => total.Version).IsConcurrencyToken();
    }
}
