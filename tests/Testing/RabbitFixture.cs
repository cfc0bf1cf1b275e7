using LocalServers;
using Xunit;

namespace Testing;

/// <summary>
/// A real RabbitMQ for all tests of an assembly (<c>[assembly: AssemblyFixture(typeof(RabbitFixture))]</c>), started when first
/// asked for, since it takes some seconds. <c>ConnectionStrings__messaging</c> names a broker that is already there.
/// </summary>
public sealed class RabbitFixture : IAsyncLifetime
{
    private static int hosts;
    private readonly Lazy<Task<RabbitServer>> started = new(() =>
        RabbitServer.StartAsync(new ServerOptions { DataFolder = TestFolder.New("rabbit"), Fresh = true }));

    /// <summary>The broker, for tests that hurt it or look into it.</summary>
    public Task<RabbitServer> ServerAsync() => started.Value;

    /// <summary>Address of a virtual host of one's own (AMQP URI): queues and exchanges of other tests are not in it.</summary>
    public async Task<string> NewHostAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__messaging") is { Length: > 0 } text) return text;
        var server = await ServerAsync();
        var name = $"test{Interlocked.Increment(ref hosts)}";
        await server.ControlAsync("add_vhost", name);
        await server.ControlAsync("set_permissions", "-p", name, new Uri(server.ConnectionString).UserInfo.Split(':')[0], ".*", ".*", ".*");
        return $"{server.ConnectionString}/{name}";
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated) return;
        await (await started.Value).DisposeAsync();
        TestFolder.Delete("rabbit");
    }
}
