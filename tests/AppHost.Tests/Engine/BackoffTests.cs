using AppHost.Local.Engine;
using Xunit;

namespace AppHost.Tests.Engine;

public sealed class BackoffTests
{
    [Fact]
    public void Waits_twice_as_long_each_time_up_to_a_limit_and_forgets_after_a_good_time()
    {
        var backoff = new Backoff();
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 8).Select(_ => backoff.Next(TimeSpan.FromSeconds(1)).TotalSeconds));
        Assert.Equal(0.5, backoff.Next(Backoff.GoodTime).TotalSeconds);
        Assert.Equal(1, backoff.Failures);
    }
}
