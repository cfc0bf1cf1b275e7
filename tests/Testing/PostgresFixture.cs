using System.Collections.Concurrent;
using LocalServers;
using Npgsql;
using Xunit;

namespace Testing;

/// <summary>
/// A real PostgreSQL for all tests of an assembly (<c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>), with an empty
/// database for whoever asks. <c>ConnectionStrings__postgres</c> names a server that is already there; otherwise one is started.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private static readonly string RunId = Guid.NewGuid().ToString("n")[..6];
    private static int databases;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new();
    private PostgresServer? server;
    private NpgsqlConnectionStringBuilder given = [];

    /// <summary>The server when the fixture has started it, for tests that hurt it.</summary>
    public PostgresServer Server => server ?? throw new InvalidOperationException("The server was given from outside.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__postgres") is { Length: > 0 } text)
            given = new NpgsqlConnectionStringBuilder(text);
        else
            server = await PostgresServer.StartAsync(new ServerOptions { DataFolder = TestFolder.New("postgres"), Fresh = true, Durable = false });
    }

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public Task<string> NewDatabaseAsync() => CreateAsync("");

    /// <summary>Creates a copy of a database that is prepared once: migrated and seeded, say.</summary>
    /// <param name="template">Name of the prepared database, such as that of the service.</param>
    /// <param name="prepare">Prepares it, given its connection string. It must leave no connection open.</param>
    /// <returns>The copy's connection string.</returns>
    public async Task<string> NewDatabaseAsync(string template, Func<string, Task> prepare)
    {
        var source = await templates.GetOrAdd(template, _ => new Lazy<Task<string>>(async () =>
        {
            var text = await NewDatabaseAsync();
            await prepare(text);
            await using var pool = new NpgsqlConnection(text);
            NpgsqlConnection.ClearPool(pool);
            return new NpgsqlConnectionStringBuilder(text).Database!;
        })).Value;
        return await CreateAsync($"template \"{source}\"");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is null) return;
        await server.DisposeAsync();
        TestFolder.Delete("postgres");
    }

    private async Task<string> CreateAsync(string from)
    {
        var name = $"test_{RunId}_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection($"{To("postgres")};Pooling=false");
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name} {from}", connection);
        await create.ExecuteNonQueryAsync();
        return To(name);
    }

    private string To(string database) =>
        server?.ConnectionString(database) ?? new NpgsqlConnectionStringBuilder(given.ConnectionString) { Database = database }.ConnectionString;
}

/// <summary>Folders of this test process for the servers that it starts.</summary>
public static class TestFolder
{
    /// <summary>A folder of this process.</summary>
    public static string New(string name) => Path.Combine(Path.GetTempPath(), "platform-tests", $"{Environment.ProcessId}", name);

    /// <summary>Takes it away.</summary>
    public static void Delete(string name)
    {
        if (Directory.Exists(New(name))) Directory.Delete(New(name), recursive: true);
    }
}
