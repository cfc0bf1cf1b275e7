using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Municipalities.Register;

internal sealed class MunicipalityTable : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> municipality)
    {
        municipality.ToTable("municipality");
        municipality.HasKey(row => row.Code);
        municipality.Property(row => row.Code).HasMaxLength(4).IsFixedLength();
        municipality.ComplexProperty(row => row.Facts, facts =>
        {
            facts.Property(row => row.Name).HasColumnName("name").HasMaxLength(60);
            facts.Property(row => row.CountyCode).HasColumnName("county_code").HasMaxLength(2).IsFixedLength();
            facts.Property(row => row.CountyName).HasColumnName("county_name").HasMaxLength(60);
            facts.Property(row => row.Latitude).HasColumnName("latitude");
            facts.Property(row => row.Longitude).HasColumnName("longitude");
            facts.Property(row => row.Population).HasColumnName("population");
            facts.Property(row => row.PopulationYear).HasColumnName("population_year");
            facts.Property(row => row.SkrGroup).HasColumnName("skr_group").HasMaxLength(2).IsFixedLength();
            facts.Property(row => row.Pilot).HasColumnName("pilot");
        });
    }
}
