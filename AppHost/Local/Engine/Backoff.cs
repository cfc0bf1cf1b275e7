namespace AppHost.Local.Engine;

/// <summary>How long to wait before something that ended is started again: ever longer while it keeps ending, short again after a good time.</summary>
internal sealed class Backoff
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(500), Longest = TimeSpan.FromSeconds(30), GoodTime = TimeSpan.FromMinutes(1);
    private int failures;

    /// <summary>How often it has ended without a good time in between.</summary>
    public int Failures => failures;

    /// <param name="lived">How long it had run when it ended.</param>
    public TimeSpan Next(TimeSpan lived)
    {
        if (lived >= GoodTime) failures = 0;
        var wait = First * Math.Pow(2, Math.Min(failures++, 10));
        return wait < Longest ? wait : Longest;
    }
}
