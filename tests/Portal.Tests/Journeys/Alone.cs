using System.Diagnostics;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Xunit;

namespace Portal.Tests.Journeys;

/// <summary>What hurts the platform runs when nobody else looks at it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>A service that does not answer takes its own part with it and no more.</summary>
[Collection(nameof(Alone))]
public sealed class ServiceAway(RunningPortal portal)
{
    [Fact]
    public async Task A_silent_service_shows_as_unavailable_and_the_rest_of_the_page_stands()
    {
        await using var visit = await portal.VisitAsync(new Viewer());
        await visit.GoAsync("/");
        await Assertions.Expect(visit.Page.GetByText("Exemplen går inte att visa just nu")).ToHaveCountAsync(0);
        var processes = portal.Platform.State.GetProperty("resources").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "knowledge").GetProperty("pids").EnumerateArray().Select(pid => pid.GetInt32()).ToList();
        foreach (var pid in processes) await SignalAsync("STOP", pid);
        try
        {
            await visit.GoAsync("/");
            await Assertions.Expect(visit.Page.GetByText("Exemplen går inte att visa just nu")).ToHaveCountAsync(1);
            await Assertions.Expect(visit.Page.Locator("#newest")).ToBeVisibleAsync();
            Assert.True(await visit.Page.Locator("a[href^='/behov/']").CountAsync() > 0, "The needs are gone too.");
        }
        finally
        {
            foreach (var pid in processes) await SignalAsync("CONT", pid);
        }
    }

    private static async Task SignalAsync(string signal, int pid)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{pid}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
