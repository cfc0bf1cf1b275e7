using Enterprises.Register;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace Enterprises;

/// <summary>The service's own database.</summary>
public sealed class EnterprisesDb(DbContextOptions<EnterprisesDb> options) : ServiceDb(options)
{
    internal DbSet<Enterprise> Enterprises => Set<Enterprise>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(EnterprisesDb).Assembly);
    }
}
