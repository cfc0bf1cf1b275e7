using FaultRig.Service;
using LocalServers;
using LocalServers.Folders;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaultRig.Driver;

/// <summary>Real servers, and real processes of two services on them: two publishers, two consumers.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private static int rounds;
    private readonly string run = $"{Environment.ProcessId}_{Interlocked.Increment(ref rounds)}";

    private Rig(Servers servers, string broker) => (Servers, Broker) = (servers, broker);

    public Servers Servers { get; }

    /// <summary>AMQP URI of this round's own virtual host.</summary>
    public string Broker { get; }

    public List<RigProcess> Publishers { get; } = [];
    public List<RigProcess> Consumers { get; } = [];
    public IEnumerable<RigProcess> All => Publishers.Concat(Consumers);

    public string PublisherDatabase => Servers.Postgres.ConnectionString($"rig_{run}");
    public string ConsumerDatabase => Servers.Postgres.ConnectionString($"reader_{run}");

    /// <summary>Makes databases and processes; the publishers run, the consumers have never run (F32).</summary>
    /// <param name="servers">Shared by the rounds.</param>
    /// <param name="settings">Configuration of the processes, such as a protection switched off.</param>
    public static async Task<Rig> Start(Servers servers, Dictionary<string, string?> settings)
    {
        var name = $"rig{Environment.ProcessId}x{rounds + 1}";
        await servers.Rabbit.ControlAsync("add_vhost", name);
        await servers.Rabbit.ControlAsync("set_permissions", "-p", name, "platform", ".*", ".*", ".*");
        var rig = new Rig(servers, $"{servers.Rabbit.ConnectionString}/{name}");
        await servers.Postgres.CreateDatabaseAsync($"rig_{rig.run}");
        await servers.Postgres.CreateDatabaseAsync($"reader_{rig.run}");
        await using (var db = new PublisherDb(new DbContextOptionsBuilder<PublisherDb>().UseNpgsql(rig.PublisherDatabase).UseSnakeCaseNamingConvention().Options))
            await db.Database.EnsureCreatedAsync();
        await using (var db = new ConsumerDb(new DbContextOptionsBuilder<ConsumerDb>().UseNpgsql(rig.ConsumerDatabase).UseSnakeCaseNamingConvention().Options))
            await db.Database.EnsureCreatedAsync();
        for (var i = 1; i <= 2; i++)
        {
            rig.Publishers.Add(rig.Process("publisher", i, Services.Publisher, rig.PublisherDatabase, settings));
            rig.Consumers.Add(rig.Process("consumer", i, Services.Consumer, rig.ConsumerDatabase, settings));
        }
        await Task.WhenAll(rig.Publishers.Select(publisher => publisher.Start()));
        return rig;
    }

    private RigProcess Process(string kind, int number, string service, string database, Dictionary<string, string?> settings) => new(
        $"{kind} {number}", kind, Ports.Free(), Path.Combine(Servers.Folder, "logs", $"{run}-{kind}{number}.log"), new Dictionary<string, string?>(settings)
        {
            // Transactions of a suspended process end sooner than in operation, so that a round need not wait for it.
            [$"ConnectionStrings:{service}"] = $"{database};Options=-c lock_timeout={settings.GetValueOrDefault("Rig:LockTimeout") ?? "1s"} -c statement_timeout=10s -c idle_in_transaction_session_timeout=4s",
            ["ConnectionStrings:messaging"] = Broker,
            ["Messaging:Relay:IdleLimit"] = "00:00:04",
            ["Messaging:Relay:PublishLimit"] = "00:00:02",
        });

    /// <summary>Rows of a query on one of the databases.</summary>
    public static async Task<List<T>> Read<T>(string database, string query, Func<NpgsqlDataReader, T> row)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=false;Timeout=5");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(row(reader));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in All) await process.DisposeAsync();
        await Servers.Rabbit.ControlAsync("delete_vhost", new Uri(Broker).AbsolutePath.TrimStart('/'));
    }
}

/// <summary>The servers, shared by the rounds of a run.</summary>
internal sealed class Servers(string folder, PostgresServer postgres, RabbitServer rabbit) : IAsyncDisposable
{
    public string Folder => folder;
    public PostgresServer Postgres => postgres;
    public RabbitServer Rabbit => rabbit;

    public static async Task<Servers> Start()
    {
        var folder = Path.Combine(Path.GetTempPath(), "fault-rig", $"{Environment.ProcessId}");
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        // PostgreSQL keeps its promises here: what it acknowledges must survive a kill.
        var postgres = PostgresServer.StartAsync(new ServerOptions { DataFolder = Path.Combine(folder, "postgres"), Fresh = true });
        var rabbit = RabbitServer.StartAsync(new ServerOptions { DataFolder = Path.Combine(folder, "rabbit"), Fresh = true });
        await Task.WhenAll(postgres, rabbit);
        return new Servers(folder, await postgres, await rabbit);
    }

    public async ValueTask DisposeAsync()
    {
        await rabbit.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
