using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Municipalities.Agreements;

internal sealed class AgreementTable : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.ToTable("agreement");
        agreement.HasKey(row => row.Id);
        agreement.Property(row => row.Id).ValueGeneratedNever();
        agreement.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        agreement.Property(row => row.Status).HasConversion<KebabConverter<AgreementStatus>>().HasMaxLength(20);
        agreement.Property(row => row.Content).HasJson();
        agreement.Property(row => row.Reviews).HasJson();
        agreement.Property(row => row.EndReason).HasMaxLength(1000);
        agreement.HasIndex(row => new { row.MunicipalityCode, row.Status });
    }
}
