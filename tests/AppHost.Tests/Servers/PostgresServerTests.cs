using LocalServers;
using Npgsql;
using Testing;
using Xunit;

namespace AppHost.Tests.Servers;

public sealed class PostgresServerTests : IDisposable
{
    private readonly Scratch scratch = new();
    private ServerOptions Options => new() { DataFolder = scratch.Of("postgres"), Durable = false };
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_port_and_password_survive_a_kill_and_a_new_owner()
    {
        string first;
        await using (var server = await PostgresServer.StartAsync(Options, Stop))
        {
            await server.CreateDatabaseAsync("needs", Stop);
            await server.CreateDatabaseAsync("needs", Stop);
            first = server.ConnectionString("needs");
            await RunAsync(first, "CREATE TABLE need (title text); INSERT INTO need VALUES ('Städning i Malmö')");
            server.Kill();
            Assert.False(server.IsRunning);
            await server.RestartAsync(Stop);
            Assert.Equal("Städning i Malmö", await RunAsync(first, "SELECT title FROM need"));
        }
        await using var again = await PostgresServer.StartAsync(Options, Stop);
        Assert.Equal(first, again.ConnectionString("needs"));
        Assert.Equal("Städning i Malmö", await RunAsync(first, "SELECT title FROM need"));
    }

    [Fact]
    public async Task Begins_anew_when_asked()
    {
        await using (var server = await PostgresServer.StartAsync(Options, Stop)) await server.CreateDatabaseAsync("needs", Stop);
        await using var fresh = await PostgresServer.StartAsync(Options with { Fresh = true }, Stop);
        var missing = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(fresh.ConnectionString("needs"), "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, missing.SqlState);
    }

    [Fact]
    public async Task Frozen_it_answers_nobody_and_thawed_it_goes_on()
    {
        await using var server = await PostgresServer.StartAsync(Options, Stop);
        var impatient = $"{server.ConnectionString("postgres")};Timeout=1;Pooling=false";
        server.Freeze();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => RunAsync(impatient, "SELECT 1"));
        server.Thaw();
        await Eventually.TrueAsync(async () => (int)(await RunAsync(impatient, "SELECT 1"))! == 1);
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_password_and_only_loopback_is_listened_on()
    {
        await using var server = await PostgresServer.StartAsync(Options, Stop);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(scratch.Of("postgres/password")));
        Assert.Equal("127.0.0.1", await RunAsync(server.ConnectionString("postgres"), "SHOW listen_addresses"));
        var wrong = server.ConnectionString("postgres").Replace(File.ReadAllText(scratch.Of("postgres/password")), "wrong", StringComparison.Ordinal);
        Assert.Equal(PostgresErrorCodes.InvalidPassword, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(wrong, "SELECT 1"))).SqlState);
    }

    [Fact]
    public async Task A_second_owner_is_told_that_the_folder_is_in_use()
    {
        await using var server = await PostgresServer.StartAsync(Options, Stop);
        var refused = await Assert.ThrowsAsync<ServerException>(() => PostgresServer.StartAsync(Options, Stop));
        Assert.Contains("in use by another running instance", refused.Message, StringComparison.Ordinal);
        Assert.True(server.IsRunning);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_named_and_left_alone()
    {
        Directory.CreateDirectory(scratch.Of("postgres/cluster"));
        await File.WriteAllTextAsync(scratch.Of("postgres/cluster/letter.txt"), "kept", Stop);
        var refused = await Assert.ThrowsAsync<ServerException>(() => PostgresServer.StartAsync(Options, Stop));
        Assert.Contains("is not a PostgreSQL data folder", refused.Message, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(scratch.Of("postgres/cluster/letter.txt"), Stop));
    }

    [Fact]
    public async Task Damaged_data_is_reported_with_the_servers_own_words()
    {
        await using (await PostgresServer.StartAsync(Options, Stop)) { }
        File.Delete(scratch.Of("postgres/cluster/global/pg_control"));
        var refused = await Assert.ThrowsAsync<ServerException>(() => PostgresServer.StartAsync(Options, Stop));
        Assert.Contains("ended while it started", refused.Message, StringComparison.Ordinal);
        Assert.Contains("pg_control", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        var refused = await Assert.ThrowsAsync<ServerException>(() => PostgresServer.StartAsync(Options with { Port = port }, Stop));
        Assert.Equal($"Port {port} is in use by another program.", refused.Message);
    }

    public void Dispose() => scratch.Dispose();

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop);
    }
}
