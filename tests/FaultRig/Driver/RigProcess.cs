using LocalServers.Processes;

namespace FaultRig.Driver;

/// <summary>A process of a service, started again when it ends, as an app host or Kubernetes would.</summary>
internal sealed class RigProcess(string name, string kind, int port, string logFile, Dictionary<string, string?> settings) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private GuardedProcess? process;
    private volatile bool wanted;
    private Task supervision = Task.CompletedTask;

    public string Name => name;
    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>How often it ended without having been asked.</summary>
    public int Crashes { get; private set; }

    /// <summary>True from SIGTERM until it serves again; a proxy would have seen its readiness fall.</summary>
    public bool IsDraining { get; private set; }

    public async Task Start()
    {
        Launch();
        supervision = Supervise();
        await Ready();
    }

    public void Kill() => process!.Kill();

    public void Freeze() => process!.Freeze();

    public void Thaw() => process!.Thaw();

    /// <summary>SIGTERM, and then a new one.</summary>
    public async Task Roll()
    {
        IsDraining = true;
        await process!.StopAsync(TimeSpan.FromSeconds(40));
        await Ready();
        IsDraining = false;
    }

    /// <summary>Waits until it answers that it is ready.</summary>
    public async Task Ready()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"), limit.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) { /* not yet */ }
            catch (TaskCanceledException) when (!limit.IsCancellationRequested) { /* not yet */ }
        }
    }

    public async ValueTask DisposeAsync()
    {
        wanted = false;
        if (process is null) return;
        process.Kill();
        await supervision;
        await process.DisposeAsync();
    }

    private void Launch()
    {
        wanted = true;
        var environment = settings.ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value);
        environment["Logging__LogLevel__Default"] = "Warning";
        environment["DOTNET_TieredPGO"] = "0";
        process = GuardedProcess.Start(new ProcessPlan("dotnet", "exec", typeof(RigProcess).Assembly.Location, kind, "--urls", Address.ToString())
        {
            LogFile = logFile,
            Environment = environment,
        });
    }

    private async Task Supervise()
    {
        while (true)
        {
            await process!.Exited;
            if (!wanted) return;
            if (!IsDraining) Crashes++;
            await Task.Delay(300);
            if (!wanted) return;
            Launch();
        }
    }
}
