using Matchmaking.Data;

namespace Matchmaking.Indicators;

/// <summary>
/// What the public may see of the whole country, counted at most every <c>Indicators:KeepSeconds</c> (30 unless set): what one
/// municipality shows depends on all others, and reading them all for each request would let anybody load the database.
/// </summary>
internal sealed class PublicFigures(IConfiguration configuration, TimeProvider clock)
{
    private readonly TimeSpan keep = TimeSpan.FromSeconds(configuration.GetValue("Indicators:KeepSeconds", 30.0));
    private volatile Figures? last;

    /// <summary>The facts, and which counts of them are hidden.</summary>
    public async Task<(Facts Facts, HashSet<Cell> Hidden)> ReadAsync(MatchmakingDb db, CancellationToken stop)
    {
        if (last is { } known && clock.GetElapsedTime(known.CountedAt) < keep) return (known.Facts, known.Hidden);
        var countedAt = clock.GetTimestamp();
        var facts = await Facts.ReadAsync(db, null, stop);
        var cells = Cells.Of(facts);
        var hidden = Hiding.Hidden(cells.Values, cells.Equations);
        last = new Figures(facts, hidden, countedAt);
        return (facts, hidden);
    }

    private sealed record Figures(Facts Facts, HashSet<Cell> Hidden, long CountedAt);
}
