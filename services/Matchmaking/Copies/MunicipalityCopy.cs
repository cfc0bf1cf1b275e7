using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Copies;

/// <summary>A municipality as Municipalities tells it.</summary>
internal sealed class MunicipalityCopy : Copy
{
    /// <summary>SCB code, four digits.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string CountyCode { get; init; }
    public required string CountyName { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public required int Population { get; init; }
    public required string SkrGroup { get; init; }
}

internal sealed class MunicipalityCopyTable : IEntityTypeConfiguration<MunicipalityCopy>
{
    public void Configure(EntityTypeBuilder<MunicipalityCopy> builder)
    {
        builder.ToTable("municipality_copy").HasKey(copy => copy.Code);
        Copy.Configure(builder);
    }
}
