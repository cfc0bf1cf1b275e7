using System.Diagnostics;
using LocalServers.Folders;
using LocalServers.Packages;
using LocalServers.Processes;
using Npgsql;

namespace LocalServers;

/// <summary>A private PostgreSQL.</summary>
public sealed class PostgresServer : LocalServer
{
    private const string Superuser = "postgres";
    // Commits still reach the kernel before they are answered, so a killed server loses nothing; a machine without power does.
    private static readonly string[] NotDurable = ["fsync=off", "full_page_writes=off"];
    private static readonly string[] NoSync = ["--no-sync"];
    private readonly string programs;
    private readonly string cluster;
    private readonly string password;
    private readonly Account? account;

    private PostgresServer(ServerOptions options, ServerFolder folder, string programs) : base(options, folder)
    {
        this.programs = programs;
        cluster = folder.Of("cluster");
        account = Account.Unprivileged("postgres", "nobody");
        Port = folder.KeepPort("postgres", options.Port);
        password = folder.Password();
    }

    private protected override string Name => "PostgreSQL";

    /// <summary>Starts one, with a new cluster if the folder holds none; returns when it answers.</summary>
    public static async Task<PostgresServer> StartAsync(ServerOptions options, CancellationToken stop = default) =>
        await RunAsync(await PrepareAsync(options, stop), stop);

    /// <summary>Takes the folder and a port, so that the address is known; starts nothing yet.</summary>
    internal static async Task<PostgresServer> PrepareAsync(ServerOptions options, CancellationToken stop)
    {
        var installed = await new DebianPackage("postgresql", NewestPrograms).EnsureAsync(options, stop);
        return ServerFolder.Prepare(options, folder => new PostgresServer(options, folder, ProgramsFor(folder) ?? installed), "pid");
    }

    internal override async Task RunAsync(CancellationToken stop)
    {
        await CreateClusterAsync(stop);
        await ForgetDeadServerAsync(stop);
        await base.RunAsync(stop);
    }

    /// <summary>How to reach the server, without a database.</summary>
    internal string ServerConnectionString => $"Host=127.0.0.1;Port={Port};Username={Superuser};Password={password}";

    /// <summary>How to reach a database, in Npgsql's form.</summary>
    public string ConnectionString(string database) =>
        $"{ServerConnectionString};Database={database}";

    /// <summary>Creates an empty database unless it is there.</summary>
    /// <exception cref="ServerException">The server refused, or did not answer within half a minute.</exception>
    public async Task CreateDatabaseAsync(string name, CancellationToken stop = default)
    {
        try
        {
            // A machine that starts everything at once may leave a connection waiting for seconds.
            await using var connection = new NpgsqlConnection(Direct(seconds: 30));
            await connection.OpenAsync(stop);
            await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
            if (await exists.ExecuteScalarAsync(stop) is not null) return;
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
            await create.ExecuteNonQueryAsync(stop);
        }
        catch (NpgsqlException fault)
        {
            throw new ServerException($"The database {name} could not be created: {fault.Message}", fault);
        }
    }

    private string Direct(int seconds) => $"{ConnectionString("postgres")};Pooling=false;Timeout={seconds}";

    private protected override ProcessPlan Plan() => new(Path.Combine(programs, "postgres"), ["-D", cluster, .. Settings().SelectMany(setting => new[] { "-c", setting })])
    {
        User = account?.Name,
        Folder = Folder.Path,
        LogFile = Folder.Log,
        PidFile = Folder.Of("pid"),
        // "Fast shutdown": sessions end, data is written. SIGTERM would wait for every session.
        StopSignal = Posix.Interrupt,
    };

    private IEnumerable<string> Settings() =>
    [
        "listen_addresses=127.0.0.1", $"port={Port}", "unix_socket_directories=", "max_connections=300", "jit=off",
        .. Options.Durable ? [] : NotDurable,
        .. Options.Settings,
    ];

    private protected override async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Direct(seconds: 2));
            await connection.OpenAsync(stop);
            return true;
        }
        catch (PostgresException wrong) when (wrong.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new ServerException($"The password in {Folder.Of("password")} is not that of the data beside it. Restore the file, or begin anew.", wrong);
        }
        catch (Exception notYet) when (notYet is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>
    /// A killed server leaves postmaster.pid behind, and the next one refuses to start while that pid exists, be it only as a
    /// dead process that nobody has collected yet (as in a container whose first process does not). Its sessions notice its death a
    /// moment later, and hold the shared memory until then: they must have gone too. They work in the cluster's folder. If one
    /// stays, PostgreSQL's own message says so.
    /// </summary>
    private async Task ForgetDeadServerAsync(CancellationToken stop)
    {
        var file = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).First(), out var pid)) return;
        if (ProcessStat.Read(pid) is not null) return;
        var waited = Stopwatch.StartNew();
        while (Directory.EnumerateDirectories("/proc").Any(process => new FileInfo(Path.Combine(process, "cwd")).LinkTarget == cluster))
        {
            if (waited.Elapsed > Options.StartTimeout) return;
            await Task.Delay(50, stop);
        }
        File.Delete(file);
    }

    private async Task CreateClusterAsync(CancellationToken stop)
    {
        if (Directory.Exists(cluster)) return;
        // Made beside and then renamed, so that an interrupted start leaves no half cluster that looks whole.
        var unfinished = Folder.Of("cluster.new");
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Folder.FolderOf("cluster.new", account);
        var passwordFile = Folder.WritePrivate("initdb.password", password, account);
        string[] arguments = ["-D", unfinished, "-U", Superuser, "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C.UTF-8"];
        await using var initdb = GuardedProcess.Start(new ProcessPlan(Path.Combine(programs, "initdb"), [.. arguments, .. Options.Durable ? [] : NoSync])
        {
            User = account?.Name,
            Folder = Folder.Path,
            LogFile = Folder.Log,
        });
        await initdb.Exited.WaitAsync(stop);
        File.Delete(passwordFile);
        if (initdb.ExitCode != 0)
            throw new ServerException($"PostgreSQL could not make its data folder {cluster}. If its user ({account?.Name ?? Environment.UserName}) cannot reach that path, choose another folder.\n{Folder.LogTail()}");
        Directory.Move(unfinished, cluster);
    }

    private static string? NewestPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql")
            .Where(folder => File.Exists(Path.Combine(folder, "bin/initdb")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault()
        : null;

    /// <summary>A cluster can only be read by the major version that wrote it.</summary>
    private static string? ProgramsFor(ServerFolder folder)
    {
        if (!Directory.Exists(folder.Of("cluster"))) return null;
        var versionFile = folder.Of("cluster/PG_VERSION");
        if (!File.Exists(versionFile))
            throw new ServerException($"{folder.Of("cluster")} is not a PostgreSQL data folder (PG_VERSION is missing). Restore it, or begin anew.");
        var version = File.ReadAllText(versionFile).Trim();
        var programs = $"/usr/lib/postgresql/{version}/bin";
        return Directory.Exists(programs) ? programs
            : throw new ServerException($"The data in {folder.Path} was written by PostgreSQL {version}, which is not installed:\n  sudo apt-get install -y --no-install-recommends postgresql-{version}\nor begin anew.");
    }
}
