namespace Municipalities.Tests;

/// <summary>A clock that stands still until the test moves it to another day.</summary>
/// <param name="today">The first day.</param>
internal sealed class DayClock(DateOnly today) : TimeProvider
{
    public DateOnly Today { get; set; } = today;

    // Noon, so that Swedish time and UTC agree on the day.
    public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(12, 0), TimeSpan.Zero);
}
