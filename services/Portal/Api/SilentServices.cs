using System.Collections.Concurrent;

namespace Portal.Api;

/// <summary>
/// Services that have kept somebody waiting in vain twice in a row. For a few seconds nobody else waits for them: a page asks several times,
/// and each wait would be added to the one before. Once alone says little: the first question after a start is slow on a busy machine.
/// </summary>
public sealed class SilentServices(TimeProvider clock)
{
    private const int Enough = 2;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Silence> silences = new();

    /// <summary>Waits in vain since the service last answered, and when the last of them ended.</summary>
    private sealed record Silence(int Waits, DateTimeOffset Ended);

    /// <summary>True while nobody should wait for the service of that address.</summary>
    public bool Has(string address) => silences.TryGetValue(Service(address), out var silence) && silence.Waits >= Enough && silence.Ended + Rest > clock.GetUtcNow();

    /// <summary>The service has not answered in time.</summary>
    /// <param name="address">What was asked for.</param>
    /// <param name="since">When it was asked: questions of one page that wait side by side are one wait.</param>
    public void Note(string address, DateTimeOffset since)
    {
        var now = clock.GetUtcNow();
        silences.AddOrUpdate(Service(address), _ => new Silence(1, now), (_, before) => since < before.Ended ? before : new Silence(before.Waits + 1, now));
    }

    /// <summary>The service has answered, whatever it said.</summary>
    public void Heard(string address) => silences.TryRemove(Service(address), out _);

    /// <summary>Nothing is known of any service any more.</summary>
    public void Forget() => silences.Clear();

    private static string Service(string address) => address.Split('/', 3) is [_, var name, ..] ? name : address;
}
