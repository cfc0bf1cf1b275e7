using System.Net.Sockets;
using System.Security.Cryptography;
using LocalServers.Folders;
using LocalServers.Packages;
using LocalServers.Processes;

namespace LocalServers;

/// <summary>A private RabbitMQ: own node, own cookie, own port mapper, so that nothing of it meets another broker of the machine.</summary>
public sealed class RabbitServer : LocalServer
{
    private const string User = "platform";
    private const string Programs = "/usr/lib/rabbitmq/bin";
    private readonly Account? account;
    private readonly string password;
    private readonly string home;
    private readonly int portMapperPort;
    private readonly int distributionPort;
    private GuardedProcess? portMapper;

    private RabbitServer(ServerOptions options, ServerFolder folder) : base(options, folder)
    {
        account = Account.Unprivileged("rabbitmq", "nobody");
        Port = folder.KeepPort("amqp", options.Port);
        portMapperPort = folder.KeepPort("epmd");
        distributionPort = folder.KeepPort("distribution");
        if (options.Metrics) MetricsPort = folder.KeepPort("metrics");
        password = folder.Password();
        home = folder.FolderOf("node", account);
    }

    private protected override string Name => "RabbitMQ";

    /// <summary>How clients reach it (AMQP URI).</summary>
    public string ConnectionString => $"amqp://{User}:{password}@127.0.0.1:{Port}";

    /// <summary>Where Prometheus reads it, or null when that was not asked for.</summary>
    public int? MetricsPort { get; }

    /// <summary>Starts one; returns when it speaks AMQP.</summary>
    public static async Task<RabbitServer> StartAsync(ServerOptions options, CancellationToken stop = default) =>
        await RunAsync(await PrepareAsync(options, stop), stop);

    /// <summary>Takes the folder and the ports, so that the address is known; starts nothing yet.</summary>
    internal static async Task<RabbitServer> PrepareAsync(ServerOptions options, CancellationToken stop)
    {
        await new DebianPackage("rabbitmq-server", FindServer).EnsureAsync(options, stop);
        return ServerFolder.Prepare(options, folder => new RabbitServer(options, folder), "pid", "epmd.pid");
    }

    internal override async Task RunAsync(CancellationToken stop)
    {
        WriteConfiguration();
        if (portMapper is null or { HasExited: true }) portMapper = GuardedProcess.Start(PortMapperPlan());
        await base.RunAsync(stop);
    }

    /// <summary>Runs <c>rabbitmqctl</c> against this node.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="ServerException">It failed.</exception>
    public async Task<string> ControlAsync(params IReadOnlyList<string> arguments)
    {
        var output = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var control = GuardedProcess.Start(new ProcessPlan(Path.Combine(Programs, "rabbitmqctl"), ["-q", .. arguments])
        {
            User = account?.Name,
            Folder = home,
            Environment = Surroundings(),
            Line = output.Enqueue,
        });
        await control.Exited;
        var printed = string.Join('\n', output);
        return control.ExitCode == 0 ? printed : throw new ServerException($"rabbitmqctl {string.Join(' ', arguments)} failed:\n{printed}");
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (portMapper is not null) await portMapper.DisposeAsync();
        await base.DisposeAsync();
    }

    private protected override ProcessPlan Plan() => new(FindServer()!)
    {
        User = account?.Name,
        Folder = home,
        Environment = Surroundings(),
        LogFile = Folder.Log,
        PidFile = Folder.Of("pid"),
    };

    /// <summary>Erlang's port mapper would otherwise be a daemon shared by every node of the machine, and outlive this one.</summary>
    private ProcessPlan PortMapperPlan() => new("/usr/bin/epmd", "-address", "127.0.0.1", "-port", $"{portMapperPort}")
    {
        User = account?.Name,
        Folder = home,
        LogFile = Folder.Log,
        PidFile = Folder.Of("epmd.pid"),
    };

    /// <summary>The protocol header is answered by <c>Connection.Start</c>, a method frame (type 1), only when the node serves clients (AMQP 0-9-1, 4.2.2).</summary>
    private protected override async Task<bool> AnswersAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, limit.Token);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), limit.Token);
            var answer = new byte[1];
            return await client.GetStream().ReadAsync(answer, limit.Token) == 1 && answer[0] == 1;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private void WriteConfiguration()
    {
        Folder.WritePrivate("node/rabbitmq.conf", $"""
            listeners.tcp.local = 127.0.0.1:{Port}
            default_user = {User}
            default_pass = {password}
            log.file = false
            log.console = true
            log.console.level = info
            {(MetricsPort is { } metrics ? $"prometheus.tcp.ip = 127.0.0.1\nprometheus.tcp.port = {metrics}" : "")}
            {string.Join('\n', Options.Settings)}

            """, account);
        Folder.WritePrivate("node/enabled_plugins", MetricsPort is null ? "[].\n" : "[rabbitmq_prometheus].\n", account);
        if (!File.Exists(Folder.Of("node/.erlang.cookie")))
            Folder.WritePrivate("node/.erlang.cookie", RandomNumberGenerator.GetHexString(40), account);
    }

    private Dictionary<string, string?> Surroundings() => new()
    {
        ["HOME"] = home,
        // The start script then becomes the node. Otherwise it stays as its parent, and the node would outlive a killed owner.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        ["LANG"] = "C.UTF-8",
        ["RABBITMQ_NODENAME"] = "rabbit@localhost",
        // An empty file, so that the machine's own settings in /etc/rabbitmq are not read.
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home, "none.conf"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(home, "none.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(home, "config"),
        ["RABBITMQ_SCHEMA_DIR"] = Path.Combine(home, "schema"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(home, "node.pid"),
        ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{portMapperPort}",
        ["ERL_CRASH_DUMP"] = Path.Combine(home, "erl_crash.dump"),
    };

    private static string? FindServer() => Path.Combine(Programs, "rabbitmq-server") is var program && File.Exists(program) ? program : null;
}
