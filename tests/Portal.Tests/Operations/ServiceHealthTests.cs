using Portal.Pages.Operations;
using Xunit;

namespace Portal.Tests.Operations;

/// <summary>What the status page says of a service, and that it does not cry wolf.</summary>
public sealed class ServiceHealthTests
{
    private static readonly ServiceHealth Well = new("knowledge", 2, 2, 1, 0, 0.02, 0, 0, 0.1);

    [Fact]
    public void A_burst_that_has_passed_is_no_fault_and_a_lag_that_lasts_is()
    {
        Assert.Equal(("Fungerar", false), (Well.State.Text, Well.CaughtUp));
        Assert.Equal(("Fungerar", true), ((Well with { Lag = 59.7 }).State.Text, (Well with { Lag = 59.7 }).CaughtUp));
        Assert.Equal(("Sena händelser", false), ((Well with { Lag = 59.7, Late = true }).State.Text, (Well with { Lag = 59.7, Late = true }).CaughtUp));
    }

    [Fact]
    public void What_is_worse_is_said_first()
    {
        Assert.Equal("Nere", (Well with { Up = 0, Late = true }).State.Text);
        Assert.Equal("Delvis nere", (Well with { Up = 1, Errors = 0.5 }).State.Text);
        Assert.Equal("Många fel", (Well with { Errors = 0.02, Oldest = 90 }).State.Text);
        Assert.Equal("Händelser väntar", (Well with { Oldest = 90, Late = true }).State.Text);
    }
}
