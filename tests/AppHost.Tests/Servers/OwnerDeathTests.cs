using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using LocalServers;
using LocalServers.Processes;
using Testing;
using Xunit;

namespace AppHost.Tests.Servers;

public sealed class OwnerDeathTests : IDisposable
{
    private const string OwnerOf = "PLATFORM_TEST_OWNER_OF";
    private readonly Scratch scratch = new();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>This same program, started by the test below with a folder in its environment, owns servers until it is killed.</summary>
    /// <remarks>It waits without <c>await</c>: other threads cannot enter this module before its initializer has returned.</remarks>
    [ModuleInitializer]
    internal static void BecomeOwner()
    {
        if (Environment.GetEnvironmentVariable(OwnerOf) is not { } folder) return;
        var postgres = PostgresServer.StartAsync(new ServerOptions { DataFolder = Path.Combine(folder, "postgres"), Durable = false }).GetAwaiter().GetResult();
        postgres.CreateDatabaseAsync("kept").GetAwaiter().GetResult();
        var rabbit = RabbitServer.StartAsync(new ServerOptions { DataFolder = Path.Combine(folder, "rabbit") }).GetAwaiter().GetResult();
        var mapper = File.ReadAllText(Path.Combine(folder, "rabbit/epmd.pid")).Split(' ')[0];
        Console.WriteLine($"{postgres.Pid} {rabbit.Pid} {mapper}");
        using var never = new ManualResetEventSlim();
        never.Wait();
    }

    [Fact]
    public async Task Servers_die_with_an_owner_that_is_killed_and_the_next_owner_finds_their_data()
    {
        using var owner = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "AppHost.Tests"))
        {
            Environment = { [OwnerOf] = scratch.Path },
            RedirectStandardOutput = true,
        })!;
        var pids = (await owner.StandardOutput.ReadLineAsync(Stop))!.Split(' ').Select(pid => int.Parse(pid, CultureInfo.InvariantCulture)).ToList();
        Assert.All(pids, pid => Assert.NotNull(ProcessStat.Read(pid)));

        owner.Kill();
        // Its servers may be gone a moment before the last of its own threads, which still holds the folder.
        await owner.WaitForExitAsync(Stop);
        await Eventually.TrueAsync(() => Task.FromResult(pids.TrueForAll(pid => ProcessStat.Read(pid) is null)));
        await using var next = await PostgresServer.StartAsync(Options("postgres"), Stop);
        await using var connection = new Npgsql.NpgsqlConnection(next.ConnectionString("kept") + ";Pooling=false");
        await connection.OpenAsync(Stop);
    }

    [Fact]
    public async Task What_survived_an_owner_is_ended_by_the_next_one_and_a_stranger_with_its_pid_is_not()
    {
        using var survivor = Process.Start("sleep", "1000");
        using var stranger = Process.Start("sleep", "1000");
        PidFile.Write(scratch.Of("survivor.pid"), survivor.Id);
        PidFile.Write(scratch.Of("stranger.pid"), stranger.Id);
        // As if the pid of a process that started at another moment had been given to the stranger.
        var fields = (await File.ReadAllTextAsync(scratch.Of("stranger.pid"), Stop)).Split(' ');
        await File.WriteAllTextAsync(scratch.Of("stranger.pid"), $"{fields[0]} {ulong.Parse(fields[1], CultureInfo.InvariantCulture) - 1} {fields[2]}", Stop);

        Assert.Equal(survivor.Id, PidFile.Reap(scratch.Of("survivor.pid")));
        Assert.Null(PidFile.Reap(scratch.Of("stranger.pid")));
        Assert.Null(ProcessStat.Read(survivor.Id));
        Assert.NotNull(ProcessStat.Read(stranger.Id));
        stranger.Kill();
    }

    [Fact]
    public async Task Servers_outlive_the_thread_that_started_them()
    {
        GuardedProcess? process = null;
        var thread = new Thread(() => process = GuardedProcess.Start(new ProcessPlan("/bin/sh", "-c", "echo up; exec sleep 1000") { Line = _ => { } }));
        thread.Start();
        thread.Join();
        await using var guarded = process!;
        using var other = new Process { StartInfo = new ProcessStartInfo("/bin/true") };
        other.Start();
        await other.WaitForExitAsync(Stop);
        Assert.False(guarded.HasExited);
    }

    public void Dispose() => scratch.Dispose();

    private ServerOptions Options(string name) => new() { DataFolder = scratch.Of(name), Durable = false };
}
