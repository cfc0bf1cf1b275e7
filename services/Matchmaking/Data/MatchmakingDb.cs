using Matchmaking.Copies;
using Matchmaking.CpvLabels;
using Matchmaking.Deals;
using Matchmaking.Dialogues;
using Matchmaking.Exposures;
using Matchmaking.FollowUps;
using Matchmaking.Indicators;
using Matchmaking.Interests;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace Matchmaking.Data;

/// <summary>Copies of what the others publish, and this service's own nouns.</summary>
public sealed class MatchmakingDb(DbContextOptions<MatchmakingDb> options) : ServiceDb(options)
{
    internal DbSet<MunicipalityCopy> Municipalities => Set<MunicipalityCopy>();
    internal DbSet<NeedCopy> Needs => Set<NeedCopy>();
    internal DbSet<EnterpriseCopy> Enterprises => Set<EnterpriseCopy>();
    internal DbSet<Interest> Interests => Set<Interest>();
    internal DbSet<Question> Questions => Set<Question>();
    internal DbSet<Meeting> Meetings => Set<Meeting>();
    internal DbSet<Deal> Deals => Set<Deal>();
    internal DbSet<FollowUp> FollowUps => Set<FollowUp>();
    internal DbSet<Exposure> Exposures => Set<Exposure>();
    internal DbSet<CpvLabel> CpvLabels => Set<CpvLabel>();
    internal DbSet<PurchaseTotal> PurchaseTotals => Set<PurchaseTotal>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MatchmakingDb).Assembly);
    }
}
