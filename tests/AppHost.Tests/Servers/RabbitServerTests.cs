using LocalServers;
using Xunit;

namespace AppHost.Tests.Servers;

public sealed class RabbitServerTests : IDisposable
{
    private readonly Scratch scratch = new();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Starts_survives_a_kill_and_leaves_nothing_running()
    {
        var options = new ServerOptions { DataFolder = scratch.Of("rabbit") };
        int mapper;
        await using (var server = await RabbitServer.StartAsync(options, Stop))
        {
            var address = server.ConnectionString;
            await server.ControlAsync("add_vhost", "kept");
            server.Kill();
            Assert.False(server.IsRunning);
            await server.RestartAsync(Stop);
            Assert.Equal(address, server.ConnectionString);
            Assert.Contains("kept", await server.ControlAsync("list_vhosts", "--no-table-headers"), StringComparison.Ordinal);
            Assert.Contains("platform", await server.ControlAsync("list_users", "--no-table-headers"), StringComparison.Ordinal);
            Assert.DoesNotContain("guest", await server.ControlAsync("list_users", "--no-table-headers"), StringComparison.Ordinal);
            mapper = int.Parse((await File.ReadAllTextAsync(scratch.Of("rabbit/epmd.pid"), Stop)).Split(' ')[0], null);
        }
        Assert.False(Directory.Exists($"/proc/{mapper}"));
    }

    public void Dispose() => scratch.Dispose();
}
