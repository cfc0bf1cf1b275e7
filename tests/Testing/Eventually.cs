using System.Diagnostics;

namespace Testing;

/// <summary>Waits for something that another process brings about, by asking again; a time limit ends a wait that is in vain.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks until <paramref name="isEnough"/> says yes, and answers what it saw then.</summary>
    /// <param name="look">Reads the present state.</param>
    /// <param name="isEnough">Whether that is what is waited for.</param>
    /// <param name="within">The most that is waited; 90 s when not given, far above what is expected also on a machine that does all at once.</param>
    /// <exception cref="TimeoutException">The last state is in the message.</exception>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> isEnough, TimeSpan? within = null)
    {
        var limit = within ?? TimeSpan.FromSeconds(90);
        var waited = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            object? last;
            try
            {
                var seen = await look();
                if (isEnough(seen)) return seen;
                last = seen;
            }
            catch (Exception fault) when (fault is not OperationCanceledException && waited.Elapsed < limit)
            {
                last = fault.Message;
            }
            if (waited.Elapsed >= limit) throw new TimeoutException($"Not seen within {limit.TotalSeconds:0} s; last: {await Told(last)}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Of an HTTP answer also what was asked and what it said: its headers alone explain nothing.</summary>
    private static async Task<string> Told(object? last) => last is HttpResponseMessage answer
        ? $"{answer.RequestMessage?.RequestUri} {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        : $"{last}";

    /// <summary>Asks until the answer is yes.</summary>
    public static Task TrueAsync(Func<Task<bool>> look, TimeSpan? within = null) => SeeAsync(look, yes => yes, within);
}
