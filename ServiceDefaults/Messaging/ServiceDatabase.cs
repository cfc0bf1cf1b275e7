using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace ServiceDefaults.Messaging;

/// <summary>A service's own database.</summary>
public static class ServiceDatabase
{
    /// <summary>
    /// Registers the context (pooled, snake_case), one <see cref="NpgsqlDataSource"/> for the whole process, and the readiness
    /// check. The connection string is read when the first connection is made, so a host builds without one.
    /// </summary>
    /// <param name="builder">The application being built.</param>
    /// <param name="name">Name of the connection string, such as <c>municipalities</c>.</param>
    public static WebApplicationBuilder AddServiceDatabase<TDb>(this WebApplicationBuilder builder, string name) where TDb : DbContext
    {
        builder.Services.AddSingleton(services => Connect(services.GetRequiredService<IConfiguration>(), name));
        builder.Services.AddDbContextPool<TDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SignalAfterCommit.Instance));
        builder.Services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", HealthStatus.Unhealthy, [Health.Ready], TimeSpan.FromSeconds(3));
        return builder;
    }

    private static NpgsqlDataSource Connect(IConfiguration configuration, string name)
    {
        var text = configuration.GetConnectionString(name) ?? $"Host=localhost;Database={name}";
        var given = new NpgsqlConnectionStringBuilder(text);
        var used = new NpgsqlConnectionStringBuilder(text) { ApplicationName = given.ApplicationName ?? name };
        // A full pool or an absent server answers 503 quickly; a peer that vanished without a word is noticed.
        if (!given.ContainsKey("Timeout")) used.Timeout = 3;
        if (!given.ContainsKey("Command Timeout")) used.CommandTimeout = 10;
        if (!given.ContainsKey("Maximum Pool Size")) used.MaxPoolSize = 20;
        if (!given.ContainsKey("Max Auto Prepare")) used.MaxAutoPrepare = 50;
        if (!given.ContainsKey("Tcp Keepalive")) (used.TcpKeepAlive, used.TcpKeepAliveTime, used.TcpKeepAliveInterval) = (true, 10, 3);
        // No request waits longer for a lock or a statement, and none keeps locks while it thinks.
        used.Options ??= "-c lock_timeout=2s -c statement_timeout=10s -c idle_in_transaction_session_timeout=30s";
        return new NpgsqlDataSourceBuilder(used.ConnectionString).Build();
    }

    private sealed class DatabaseAnswers(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
