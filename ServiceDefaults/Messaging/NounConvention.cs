using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ServiceDefaults.Messaging;

/// <summary>Makes the version of each noun its concurrency token, however the noun was put into the model.</summary>
internal sealed class NounConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            if (typeof(Noun).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(Noun.Version))?.Builder.IsConcurrencyToken(true);
    }
}

/// <summary>What a context finds among the application's own services; a context made without an application has none of them.</summary>
internal static class ApplicationServices
{
    public static TimeProvider Clock(this DbContext db) => db.Application<TimeProvider>() ?? TimeProvider.System;

    public static void SignalRelay(this ServiceDb db)
    {
        if (!db.HasUnsignalledEvents) return;
        db.HasUnsignalledEvents = false;
        db.Application<RelaySignal>()?.Set();
    }

    private static T? Application<T>(this DbContext db) where T : class =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService(typeof(T)) as T;
}
