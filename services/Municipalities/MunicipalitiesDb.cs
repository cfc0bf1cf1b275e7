using Microsoft.EntityFrameworkCore;
using Municipalities.Agreements;
using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Context;
using Municipalities.Journeys;
using Municipalities.Mentorships;
using Municipalities.Needs;
using Municipalities.Register;
using ServiceDefaults.Messaging;

namespace Municipalities;

/// <summary>The service's own database.</summary>
public sealed class MunicipalitiesDb(DbContextOptions<MunicipalitiesDb> options) : ServiceDb(options)
{
    internal DbSet<Municipality> Municipalities => Set<Municipality>();
    internal DbSet<Need> Needs => Set<Need>();
    internal DbSet<Baseline> Baselines => Set<Baseline>();
    internal DbSet<Collaboration> Collaborations => Set<Collaboration>();
    internal DbSet<CollaborationRevision> CollaborationRevisions => Set<CollaborationRevision>();
    internal DbSet<Journey> Journeys => Set<Journey>();
    internal DbSet<ProposedAction> ProposedActions => Set<ProposedAction>();
    internal DbSet<Mentorship> Mentorships => Set<Mentorship>();
    internal DbSet<Agreement> Agreements => Set<Agreement>();
    internal DbSet<ContextFigure> ContextFigures => Set<ContextFigure>();
    internal DbSet<BaselineAnswer> BaselineAnswers => Set<BaselineAnswer>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MunicipalitiesDb).Assembly);
    }
}
