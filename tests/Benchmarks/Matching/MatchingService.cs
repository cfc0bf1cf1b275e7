using LocalServers;
using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Matches;
using Matchmaking.Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Benchmarks.Matching;

/// <summary>The matching part of the service, built as the service builds it, on a PostgreSQL of its own; without broker and routes.</summary>
internal sealed class MatchingService(PostgresServer postgres, WebApplication app) : IAsyncDisposable
{
    private const string Name = "matchmaking";

    /// <summary>What answers.</summary>
    public MatchIndex Index => app.Services.GetRequiredService<MatchIndex>();

    /// <summary>Where the copies lie.</summary>
    public string Database => postgres.ConnectionString(Name);

    /// <summary>Migrates an empty database, fills it and returns once the service's own refresh has read everything.</summary>
    public static async Task<MatchingService> Start(Func<MatchmakingDb, Task> fill)
    {
        // Commit times are kept, to measure from commit by the database's own clock, which is this machine's.
        var postgres = await PostgresServer.StartAsync(new()
        {
            DataFolder = Path.Combine(Path.GetTempPath(), "match-changes", $"{Environment.ProcessId}"), Fresh = true, Settings = ["track_commit_timestamp=on"],
        });
        await postgres.CreateDatabaseAsync(Name);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[$"ConnectionStrings:{Name}"] = postgres.ConnectionString(Name);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults(Name);
        builder.AddServiceDatabase<MatchmakingDb>(Name);
        builder.AddMatches();
        builder.Logging.ClearProviders();
        var service = new MatchingService(postgres, builder.Build());
        await service.Begin(fill);
        return service;
    }

    /// <summary>Writes a copy as the service's handler of the event does.</summary>
    public async Task Keep<TCopy>(TCopy copy) where TCopy : Copy
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MatchmakingDb>().Keep(copy, default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private async Task Begin(Func<MatchmakingDb, Task> fill)
    {
        await app.RanCommand<MatchmakingDb>(["migrate"]);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MatchmakingDb>();
            await using var all = await db.Database.BeginTransactionAsync();
            await fill(db);
            await all.CommitAsync();
        }
        await app.StartAsync();
        while (!app.Services.GetRequiredService<MatchRefresh>().IsBuilt) await Task.Delay(50);
    }
}
