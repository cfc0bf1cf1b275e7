using System.Net.Http.Headers;
using System.Text.Json;
using LocalServers;
using LocalServers.Processes;
using Xunit;

namespace Testing;

/// <summary>
/// The whole platform, started as the README says, on data of its own and a free port. A test program that names it as its assembly
/// fixture has one for all its tests; it must build AppHost, which is a process of its own here.
/// </summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    private readonly string folder = TestFolder.New("platform");
    private readonly List<string> output = [];
    private GuardedProcess? host;

    /// <summary>The gateway's address.</summary>
    public Uri Gateway { get; private set; } = null!;

    /// <summary>What <c>state.json</c> tells of the processes.</summary>
    public JsonElement State { get; private set; }

    /// <summary>Starts it and waits until all is healthy.</summary>
    public async ValueTask InitializeAsync()
    {
        // For whoever writes tests and has a platform running already: its data folder's state.json.
        if (Environment.GetEnvironmentVariable("PLATFORM_STATE") is { Length: > 0 } running)
        {
            await ReadAsync(running);
            return;
        }
        Directory.CreateDirectory(folder);
        await InstalledPrometheus.Wanted();
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Repository.Root, "AppHost", "bin", configuration, "net10.0", "AppHost.dll");
        host = GuardedProcess.Start(new ProcessPlan("dotnet", program, "--data", folder, "--port", "0", "--durable", "false")
        {
            Folder = Repository.Root,
            Line = line => { lock (output) output.Add(line); },
        });
        var state = Path.Combine(folder, "state.json");
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(state) || host.HasExited), TimeSpan.FromMinutes(4));
        Assert.True(File.Exists(state), $"The platform did not start:\n{Said()}");
        await ReadAsync(state);
    }

    private async Task ReadAsync(string state)
    {
        State = JsonDocument.Parse(await File.ReadAllTextAsync(state)).RootElement;
        Gateway = new Uri(State.GetProperty("gateway").GetString()!);
    }

    /// <summary>What the app host has printed.</summary>
    public string Said()
    {
        lock (output) return string.Join('\n', output);
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Public() => new() { BaseAddress = Gateway };

    /// <summary>A client of a person who has signed in as people do.</summary>
    /// <param name="userName">A user of Development, see docs/identity.md.</param>
    public async Task<HttpClient> SignedInAsync(string userName)
    {
        var client = Public();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await RealSignIn.AccessTokenAsync(Gateway, userName));
        return client;
    }

    /// <summary>Ends it in good order and takes its data away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        TestFolder.Delete("platform");
    }
}

/// <summary>Prometheus for tests: installed where that is allowed. Elsewhere the tests that need it are skipped, and say why.</summary>
public static class InstalledPrometheus
{
    /// <summary>Whether it is here after that was tried.</summary>
    public static async Task<bool> Wanted()
    {
        if (!PrometheusServer.IsInstalled && Environment.IsPrivilegedProcess) await PrometheusServer.InstallAsync(new ServerOptions { DataFolder = TestFolder.New("prometheus") });
        return PrometheusServer.IsInstalled;
    }
}
