using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Matching;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Matches;

/// <summary>Municipalities, needs and enterprises: at start all, afterwards the rows written by transactions that were not over at the last look.</summary>
internal sealed class CopySource(MatchIndex index, IConfiguration configuration) : IIndexSource
{
    private readonly Dictionary<(Type, string), int> seen = [];
    private ulong horizon;

    /// <summary>Everything that transactions before this one have written is in the index.</summary>
    public ulong Horizon => Volatile.Read(ref horizon);

    /// <inheritdoc/>
    public TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(configuration.GetValue("Matches:RefreshMilliseconds", 200));

    /// <inheritdoc/>
    public bool IsNeeded => true;

    /// <inheritdoc/>
    public async Task Refresh(MatchmakingDb db, CancellationToken stop)
    {
        var next = await db.Next(stop);
        await Take(db.Municipalities, place => place.Code, place => index.Put(place.ToMatch()), stop);
        await Take(db.Needs, need => need.Id.ToString(), need =>
        {
            if (need.IsOpen) index.Put(need.ToMatch());
            else index.RemoveNeed(need.Id);
        }, stop);
        await Take(db.Enterprises, enterprise => enterprise.Id.ToString(), enterprise =>
        {
            if (enterprise is { Withdrawn: true, OutOfSight: false }) index.RemoveEnterprise(enterprise.Id);
            else index.Put(enterprise.ToMatch());
        }, stop);
        Volatile.Write(ref horizon, next);
    }

    private async Task Take<TCopy>(IQueryable<TCopy> copies, Func<TCopy, string> key, Action<TCopy> take, CancellationToken stop) where TCopy : Copy
    {
        await foreach (var copy in copies.AsNoTracking().Where(copy => copy.ChangedIn >= horizon).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (seen.TryGetValue((typeof(TCopy), key(copy)), out var version) && version >= copy.Version) continue;
            take(copy);
            seen[(typeof(TCopy), key(copy))] = copy.Version;
        }
    }
}
