using Contracts;
using Contracts.Matchmaking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Matchmaking.Tellings;

/// <summary>A pair that has been told, so that it is told once.</summary>
internal sealed class ToldMatch : Noun
{
    private ToldMatch() { }

    public Guid Id { get; private init; }
    public Guid NeedId { get; private init; }
    public string NeedTitle { get; private init; } = "";
    public string MunicipalityCode { get; private init; } = "";
    public Guid EnterpriseId { get; private init; }
    public string EnterpriseName { get; private init; } = "";
    public double Score { get; private init; }

    public static ToldMatch Found(Copies.NeedCopy need, Copies.EnterpriseCopy enterprise, double score, DateTimeOffset now)
    {
        var found = new ToldMatch
        {
            Id = Guid.CreateVersion7(now),
            NeedId = need.Id,
            NeedTitle = need.Title,
            MunicipalityCode = need.MunicipalityCode,
            EnterpriseId = enterprise.Id,
            EnterpriseName = enterprise.Name,
            Score = score,
        };
        found.Changed("found");
        return found;
    }

    /// <inheritdoc/>
    protected override INounChanged ToEvent(string reason) =>
        new MatchChanged(Id, Version, reason, false, NeedId, NeedTitle, MunicipalityCode, EnterpriseId, EnterpriseName, Score);
}

internal sealed class ToldMatchTable : IEntityTypeConfiguration<ToldMatch>
{
    public void Configure(EntityTypeBuilder<ToldMatch> told)
    {
        told.ToTable("told_match").HasKey(match => match.Id);
        told.Property(match => match.Id).ValueGeneratedNever();
        told.HasIndex(match => new { match.NeedId, match.EnterpriseId }).IsUnique();
    }
}
