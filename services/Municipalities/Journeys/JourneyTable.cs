using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Rules;

namespace Municipalities.Journeys;

internal sealed class JourneyTable : IEntityTypeConfiguration<Journey>
{
    /// <summary>A municipality has one journey.</summary>
    public const string One = "ix_journey_municipality_code";

    public void Configure(EntityTypeBuilder<Journey> journey)
    {
        journey.ToTable("journey");
        journey.HasKey(row => row.Id);
        journey.Property(row => row.Id).ValueGeneratedNever();
        journey.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        journey.Property(row => row.Template).HasMaxLength(40);
        journey.Property(row => row.Goals).HasJson();
        journey.Property(row => row.Actions).HasJson();
        journey.Property(row => row.Notes).HasJson();
        journey.HasIndex(row => row.MunicipalityCode).IsUnique().HasDatabaseName(One);
    }
}

internal sealed class ProposedActionTable : IEntityTypeConfiguration<ProposedAction>
{
    public void Configure(EntityTypeBuilder<ProposedAction> proposal)
    {
        proposal.ToTable("proposed_action");
        proposal.HasKey(row => row.Id);
        proposal.Property(row => row.Id).ValueGeneratedNever();
        proposal.Property(row => row.MunicipalityCode).HasMaxLength(4).IsFixedLength();
        proposal.Property(row => row.Text).HasMaxLength(300);
        proposal.Property(row => row.MeetingTitle).HasMaxLength(200);
        proposal.Property(row => row.Status).HasConversion<KebabConverter<ProposalStatus>>().HasMaxLength(20);
        proposal.HasIndex(row => new { row.MeetingId, row.Number }).IsUnique();
        proposal.HasIndex(row => row.MunicipalityCode);
    }
}
