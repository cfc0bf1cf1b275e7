using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Messaging;

/// <summary>What a service's executable does instead of serving, when its first argument says so.</summary>
public static class Commands
{
    /// <summary>
    /// Runs the command that the arguments name, and returns false when they name none and the service is to be served.
    /// <list type="bullet">
    /// <item><c>migrate</c>: applies the migrations, sets right what a restored dump brought with it, and then <paramref name="seed"/></item>
    /// <item><c>replay [--since 2026-11-01] [--event name]</c>: sends the newest state of each noun again</item>
    /// <item><c>parked</c>, <c>release [message-id]</c>: shows events that could not be published; lets them, or one, be tried again</item>
    /// <item><c>dead-letters</c>, <c>redeliver</c>: counts messages that this service could not handle; hands them to it again</item>
    /// </list>
    /// </summary>
    /// <param name="app">The built application; it is not started.</param>
    /// <param name="args">The process's arguments.</param>
    /// <param name="seed">Brings in what the service cannot be without. It is run at each start of the platform, so it must be repeatable.</param>
    public static async Task<bool> RanCommand<TDb>(
        this WebApplication app, string[] args, Func<TDb, IServiceProvider, CancellationToken, Task>? seed = null) where TDb : DbContext
    {
        if (args is not [var command, .. var rest]) return false;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
        if (command != "migrate") return await Operations.Ran(app.Services, command, rest, stop.Token);
        await app.Services.MigrateAsync<TDb>(stop.Token);
        if (seed is not null) await app.Services.InScope<TDb>((db, services) => seed(db, services, stop.Token));
        return true;
    }

    private static Task MigrateAsync<TDb>(this IServiceProvider services, CancellationToken stop) where TDb : DbContext =>
        services.InScope<TDb>(async (db, _) =>
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(stop)) await creator.CreateAsync(stop);
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            // A migration may take longer than a request may; it still gives up on a lock, so that it never stands in the way of all.
            await db.Database.OpenConnectionAsync(stop);
            await db.Database.ExecuteSqlRawAsync("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '10s'", stop);
            // Or its absence in a new database would be logged as an error.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(stop);
            await db.Database.MigrateAsync(stop);
            await TransactionNumbers.BringBehindAsync(db, stop);
            // Each event is updated once; what that leaves behind must not lie in the way of the relay.
            if (db is ServiceDb)
                await db.Database.ExecuteSqlRawAsync("alter table event_log set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)", stop);
        });

    private static async Task InScope<TDb>(this IServiceProvider services, Func<TDb, IServiceProvider, Task> work) where TDb : DbContext
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TDb>(), scope.ServiceProvider);
    }
}
