using Xunit;

namespace Gateway.Tests;

/// <summary>A gateway before one stub of every service.</summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    private readonly List<StubService> stubs = [];

    internal GatewayHost Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var service in Platform.All) stubs.Add(await StubService.StartAsync(service));
        Gateway = GatewayHost.Start(stubs, new() { ["PublicUrl"] = "https://natverket.example" });
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        foreach (var stub in stubs) await stub.DisposeAsync();
    }
}
