using Matchmaking.Data;
using Matchmaking.Matches;
using Matchmaking.Matching;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.CpvLabels;

/// <summary>The labels of CPV codes, which the import, another process, replaces as a whole: read again when a newer transaction has written them.</summary>
internal sealed class CpvLabelSource(MatchIndex index, IConfiguration configuration) : IIndexSource
{
    private ulong? told;

    /// <inheritdoc/>
    public TimeSpan Pause { get; } = TimeSpan.FromSeconds(configuration.GetValue("Cpv:RefreshSeconds", 60.0));

    /// <inheritdoc/>
    public bool IsNeeded => false;

    /// <inheritdoc/>
    public async Task Refresh(MatchmakingDb db, CancellationToken stop)
    {
        var labels = db.CpvLabels.AsNoTracking();
        var newest = await labels.OrderByDescending(label => label.ChangedIn).Select(label => label.ChangedIn).FirstOrDefaultAsync(stop);
        if (told == newest) return;
        index.SetCodeNames(await labels.ToDictionaryAsync(label => label.Code, label => label.Name, stop));
        told = newest;
    }
}
