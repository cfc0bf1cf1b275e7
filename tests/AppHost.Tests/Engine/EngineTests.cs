using System.Diagnostics;
using System.Net;
using AppHost.Local.Engine;
using LocalServers.Folders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Testing;
using Xunit;

namespace AppHost.Tests.Engine;

public sealed class EngineTests : IAsyncDisposable
{
    private const string Forever = "exec sleep 1000\n";
    private readonly FakePlatform platform = new();

    [Fact]
    public async Task A_service_starts_when_its_task_is_done_and_gets_the_environment_that_Aspire_gives()
    {
        var task = platform.Add("needs-migrations", $"sleep 0.3; echo \"$1\" > {platform.Of("migrated")}\n").WithArgs("migrate");
        var other = platform.Add("other", Forever).WithHttpEndpoint().WithReplicas(2);
        platform.Add("needs", $"cat {platform.Of("migrated")} > {platform.Of("seen")}; env > {platform.Of("environment.new")}; mv {platform.Of("environment.new")} {platform.Of("environment")}; {Forever}")
            .WithHttpEndpoint().WithReference(other).WithEnvironment("PublicUrl", other.GetEndpoint("http")).WaitForCompletion(task);
        platform.Start();
        await platform.StateAsync();

        // Written last, and there as a whole or not at all.
        var environment = await Eventually.SeeAsync(() => Task.FromResult(Environment()), seen => seen.ContainsKey("services__other__http__1"));
        Assert.Equal("migrate\n", await File.ReadAllTextAsync(platform.Of("seen"), TestContext.Current.CancellationToken));
        Assert.StartsWith("http://localhost:", environment["ASPNETCORE_URLS"], StringComparison.Ordinal);
        Assert.NotEqual(environment["services__other__http__0"], environment["services__other__http__1"]);
        Assert.Equal(environment["services__other__http__0"], environment["OTHER_HTTP"]);
        Assert.Equal(environment["services__other__http__0"], environment["PublicUrl"]);
        Assert.Equal("needs", environment["OTEL_SERVICE_NAME"]);
        Assert.Equal(0, await platform.StopAsync());
    }

    [Fact]
    public async Task A_killed_service_is_started_again_and_the_state_file_follows()
    {
        platform.Add("needs", Forever);
        platform.Start();
        var first = Assert.Single(FakePlatform.PidsOf(await platform.StateAsync(), "needs"));
        using (var process = Process.GetProcessById(first)) process.Kill();
        var state = await platform.StateAsync(seen => FakePlatform.PidsOf(seen, "needs") is [var pid] && pid != first);
        Assert.True(Directory.Exists($"/proc/{FakePlatform.PidsOf(state, "needs")[0]}"));
        Assert.Contains("ended with exit code 137, starting again in 0.5 s", platform.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_fails_stops_everything_and_shows_its_last_words()
    {
        platform.Add("other", $"echo $$ > {platform.Of("other.pid")}; {Forever}");
        var task = platform.Add("needs-migrations", $"while [ ! -s {platform.Of("other.pid")} ]; do sleep 0.1; done; echo 'relation need does not exist'; exit 3\n");
        platform.Add("needs", Forever).WaitForCompletion(task);
        platform.Start();
        Assert.Equal(1, await platform.ExitCodeAsync());
        Assert.Contains("needs-migrations failed with exit code 3", platform.Console, StringComparison.Ordinal);
        Assert.Contains("relation need does not exist", platform.Console, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"/proc/{(await File.ReadAllTextAsync(platform.Of("other.pid"), TestContext.Current.CancellationToken)).Trim()}"));
        Assert.False(File.Exists(Path.Combine(platform.Data, "state.json")));
    }

    [Fact]
    public async Task A_service_that_keeps_ending_while_it_starts_is_given_up()
    {
        platform.Add("needs", "echo 'no such setting'; exit 2\n").WithHttpEndpoint().WithHttpHealthCheck("/health/ready");
        platform.Start();
        Assert.Equal(1, await platform.ExitCodeAsync());
        Assert.Contains("needs ended 3 times while it started, last with exit code 2", platform.Console, StringComparison.Ordinal);
        Assert.Contains("no such setting", platform.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_is_healthy_only_when_its_health_check_says_so()
    {
        var port = Ports.Free();
        var needs = platform.Add("needs", Forever).WithHttpEndpoint(port: port).WithHttpHealthCheck("/health/ready");
        platform.Add("portal", $"touch {platform.Of("portal.started")}; {Forever}").WaitFor(needs);
        platform.Start();
        await Eventually.TrueAsync(() => Task.FromResult(platform.Console.Contains("Starting", StringComparison.Ordinal)));
        var status = StatusCodes.Status503ServiceUnavailable;
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://localhost:{port}");
        await using var answers = builder.Build();
        answers.MapGet("/health/ready", (HttpContext request) =>
        {
            request.Response.OnCompleted(() => Task.FromResult(asked.TrySetResult()));
            return Results.StatusCode(Volatile.Read(ref status));
        });
        await answers.StartAsync(TestContext.Current.CancellationToken);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        Assert.False(File.Exists(platform.Of("portal.started")));
        Volatile.Write(ref status, StatusCodes.Status200OK);
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(platform.Of("portal.started"))));
    }

    [Fact]
    public async Task Stopping_leaves_no_process_not_even_one_that_a_service_started()
    {
        platform.Add("needs", $"sleep 1000 & echo $! > {platform.Of("child")}; {Forever}");
        platform.Start();
        var own = FakePlatform.PidsOf(await platform.StateAsync(), "needs");
        var child = (await Eventually.SeeAsync(() => File.ReadAllTextAsync(platform.Of("child"), TestContext.Current.CancellationToken), written => written.EndsWith('\n'))).Trim();
        Assert.True(Directory.Exists($"/proc/{child}"));
        Assert.Equal(0, await platform.StopAsync());
        await Eventually.TrueAsync(() => Task.FromResult(!Directory.Exists($"/proc/{child}") && own.All(pid => !Directory.Exists($"/proc/{pid}"))));
    }

    [Fact]
    public async Task A_port_in_use_is_named_before_anything_starts()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        platform.Add("gateway", $"touch {platform.Of("started")}; {Forever}").WithHttpEndpoint(port: port).WithExternalHttpEndpoints();
        platform.Start();
        Assert.Equal(1, await platform.ExitCodeAsync());
        Assert.Contains($"Port {port} is in use by another program.", platform.Console, StringComparison.Ordinal);
        Assert.False(File.Exists(platform.Of("started")));
    }

    [Fact]
    public async Task A_second_host_on_the_same_data_is_refused()
    {
        platform.Add("needs", Forever);
        platform.Start();
        await platform.StateAsync();
        using var console = new StringWriter();
        Assert.Equal(1, await LocalEngine.RunAsync([], new EngineOptions(platform.Data), console, TestContext.Current.CancellationToken));
        Assert.Contains("in use by another running instance", console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(platform.Data, "not a folder", TestContext.Current.CancellationToken);
        platform.Add("needs", Forever);
        platform.Start();
        Assert.Equal(1, await platform.ExitCodeAsync());
        Assert.Contains($"The data folder {platform.Data} cannot be used", platform.Console, StringComparison.Ordinal);
        File.Delete(platform.Data);
    }

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    private Dictionary<string, string> Environment() => File.ReadAllLines(platform.Of("environment"))
        .Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1]);
}
