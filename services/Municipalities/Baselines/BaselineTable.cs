using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Municipalities.Baselines;

internal sealed class BaselineTable : IEntityTypeConfiguration<Baseline>
{
    /// <summary>At most one open round for each municipality, whatever two do at once.</summary>
    public const string OneOpen = "ix_baseline_one_open";

    public void Configure(EntityTypeBuilder<Baseline> baseline)
    {
        baseline.ToTable("baseline");
        baseline.HasKey(row => row.Id);
        baseline.Property(row => row.Id).ValueGeneratedNever();
        baseline.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        baseline.Property(row => row.Title).HasMaxLength(120);
        baseline.Property(row => row.Status).HasConversion<KebabConverter<BaselineStatus>>().HasMaxLength(20);
        baseline.Property(row => row.Results).HasJson();
        baseline.Property(row => row.SupportWishes).HasJson();
        baseline.Ignore(row => row.IsShared);
        baseline.HasIndex(row => row.MunicipalityCode).IsUnique().HasFilter("status = 'open'").HasDatabaseName(OneOpen);
        baseline.HasIndex(row => new { row.MunicipalityCode, row.OpenedOn });
    }
}

internal sealed class BaselineAnswerTable : IEntityTypeConfiguration<BaselineAnswer>
{
    public void Configure(EntityTypeBuilder<BaselineAnswer> answer)
    {
        answer.ToTable("baseline_answer");
        answer.HasKey(row => new { row.BaselineId, row.Subject });
        answer.Property(row => row.Subject).HasMaxLength(200);
        answer.Property(row => row.Content).HasJson();
        answer.HasOne<Baseline>().WithMany().HasForeignKey(row => row.BaselineId).OnDelete(DeleteBehavior.Cascade);
    }
}
