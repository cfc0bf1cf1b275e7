using System.Net.Sockets;
using LocalServers.Folders;
using LocalServers.Packages;
using LocalServers.Processes;

namespace LocalServers;

/// <summary>A private Prometheus.</summary>
public sealed class PrometheusServer : LocalServer
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Account? account;
    private readonly string configuration;

    private PrometheusServer(ServerOptions options, ServerFolder folder, string configuration) : base(options, folder)
    {
        account = Account.Unprivileged("prometheus", "nobody");
        Port = folder.KeepPort("prometheus", options.Port);
        this.configuration = configuration;
    }

    private protected override string Name => "Prometheus";

    /// <summary>Whether the machine has it.</summary>
    public static bool IsInstalled => Find() is not null;

    /// <summary>Installs it where that is allowed, with the tool that checks its configuration (promtool).</summary>
    /// <exception cref="ServerException">It is missing and may not be installed, or that failed; the message has the command.</exception>
    public static Task InstallAsync(ServerOptions options, CancellationToken stop = default) => new DebianPackage("prometheus", Find).EnsureAsync(options, stop);

    /// <summary>Its page and API.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>Starts one on a configuration file (prometheus.yml); files that it names lie beside it.</summary>
    public static async Task<PrometheusServer> StartAsync(ServerOptions options, string configuration, CancellationToken stop = default)
    {
        await InstallAsync(options, stop);
        return await RunAsync(ServerFolder.Prepare(options, folder => new PrometheusServer(options, folder, configuration), "pid"), stop);
    }

    internal override Task RunAsync(CancellationToken stop)
    {
        Folder.FolderOf("series", account);
        return base.RunAsync(stop);
    }

    private protected override ProcessPlan Plan() => new(Find()!,
        $"--config.file={configuration}", $"--storage.tsdb.path={Folder.Of("series")}", $"--web.listen-address=127.0.0.1:{Port}",
        "--storage.tsdb.retention.time=7d", "--storage.tsdb.retention.size=512MB")
    {
        User = account?.Name,
        Folder = Folder.Path,
        LogFile = Folder.Log,
        PidFile = Folder.Of("pid"),
    };

    private protected override async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "-/ready"), stop);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or SocketException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string? Find() => File.Exists("/usr/bin/prometheus") ? "/usr/bin/prometheus" : null;
}
