using Knowledge;
using Knowledge.Articles;
using Knowledge.Search;
using LocalServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using Testing;

namespace Benchmarks.Search;

/// <summary>The service's articles and search behind its own HTTP, built as the service builds them, on a PostgreSQL of its own with one connection.</summary>
internal sealed class SearchService(PostgresServer postgres, WebApplication app) : IAsyncDisposable
{
    private const string Name = "knowledge";
    private const int Batch = 50;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where the database lies; kept for the next run.</param>
    public static async Task<SearchService> Start(string folder)
    {
        // On one core: no helpers of a query.
        var postgres = await PostgresServer.StartAsync(new() { DataFolder = folder, Durable = false, Settings = ["max_parallel_workers_per_gather=0"] });
        await postgres.CreateDatabaseAsync(Name);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[$"ConnectionStrings:{Name}"] = $"{postgres.ConnectionString(Name)};Maximum Pool Size=1;Command Timeout=600";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults(Name);
        builder.AddServiceDatabase<KnowledgeDb>(Name);
        builder.Services.AddValidation();
        builder.Services.AddHttpContextAccessor();
        TestTokens.Trust(builder.Services);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapServiceDefaults();
        var api = app.MapApi();
        api.MapArticles();
        api.MapSearch();
        await app.RanCommand<KnowledgeDb>(["migrate"]);
        await app.StartAsync();
        return new SearchService(postgres, app);
    }

    /// <summary>Adds what is missing of so many texts, by the noun and its save as the service does.</summary>
    public async Task Fill(StatuteTexts texts, int wanted, Action<int> progress)
    {
        var author = new Author(Author.Seed, DateTimeOffset.UtcNow);
        for (var at = await With(db => db.Articles.CountAsync()); at < wanted; at += Batch)
        {
            await With(async db =>
            {
                db.AddRange(Enumerable.Range(at, Math.Min(Batch, wanted - at)).Select(number => Article.FirstEdition($"text-{number}", texts.Of(number), "", author)));
                return await db.SaveChangesAsync();
            });
            progress(Math.Min(at + Batch, wanted));
        }
        // As the database's own housekeeping does within a minute.
        await With(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("set statement_timeout = 0");
            return await db.Database.ExecuteSqlRawAsync("vacuum analyze");
        });
    }

    /// <summary>Does something with the service's database.</summary>
    public async Task<T> With<T>(Func<KnowledgeDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<KnowledgeDb>());
    }

    /// <summary>The clock of the only connection.</summary>
    public async Task<ComputeClock> Clock()
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select pg_backend_pid()");
        return new ComputeClock((int)(await command.ExecuteScalarAsync())!);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
