using FaultRig.Driver;
using FaultRig.Faults;
using Xunit;

namespace Messaging.Tests;

/// <summary>A short round of the fault rig; the long one is a command (docs/faults.md).</summary>
public sealed class FaultRoundTests
{
    [Fact]
    public async Task After_kills_duplicates_reordering_and_poison_every_accepted_write_has_had_its_effect_once()
    {
        await using var servers = await Servers.Start();
        var result = await Round.Run(servers, seed: 1, [new Reordering(), new KillService(), new Poison(), new Duplicates()]);
        Assert.True(result.Findings.Count == 0, $"{string.Join('\n', result.Findings.Take(10))}\n{result.Report}; logs in {servers.Folder}");

        // The same checks find something when a protection is taken away: otherwise the above would prove nothing.
        var canary = await Canaries.All["no inbox"](servers, 2);
        Assert.Contains(canary.Findings, finding => finding.StartsWith("effect:", StringComparison.Ordinal));
    }
}
