using LocalServers;
using LocalServers.Packages;
using Xunit;

namespace AppHost.Tests.Servers;

public sealed class PackageTests
{
    [Fact]
    public async Task A_missing_server_is_asked_for_by_the_exact_command_where_it_may_not_be_installed()
    {
        var options = new ServerOptions { DataFolder = "/nowhere", Install = false };
        var refused = await Assert.ThrowsAsync<ServerException>(() =>
            new DebianPackage("rabbitmq-server", () => null).EnsureAsync(options, TestContext.Current.CancellationToken));
        Assert.Equal("rabbitmq-server is not installed. Install it with:\n  sudo apt-get install -y --no-install-recommends rabbitmq-server", refused.Message);
    }

    [Fact]
    public async Task A_server_that_is_there_is_taken_from_where_it_is() =>
        Assert.Equal("/usr/sbin/there", await new DebianPackage("there", () => "/usr/sbin/there")
            .EnsureAsync(new ServerOptions { DataFolder = "/nowhere" }, TestContext.Current.CancellationToken));
}
