using Matchmaking.Data;
using Matchmaking.Interests;
using Matchmaking.Matching;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Matches;

/// <summary>
/// What interests without a deal have taught. Only reasons that both sides have confirmed, and only those that say something about the fit of a need and an
/// offer: a price, a time or somebody else who was chosen says nothing of the next pair.
/// </summary>
internal sealed class LessonSource(MatchIndex index, IConfiguration configuration, TimeProvider clock) : IIndexSource
{
    /// <summary>How far behind the latest confirmation another may become visible: clocks that differ, transactions that last.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private (DateTimeOffset From, int Count)? newest;

    /// <inheritdoc/>
    public TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(configuration.GetValue("Matches:RefreshMilliseconds", 200));

    /// <inheritdoc/>
    public bool IsNeeded => true;

    /// <inheritdoc/>
    public async Task Refresh(MatchmakingDb db, CancellationToken stop)
    {
        var confirmed = db.Interests.AsNoTracking().Where(interest => interest.OtherAgrees == true);
        // What is confirmed stays so and is final: a new one makes them more. Only the newest end of the index is counted, however many there are.
        if (newest is var (end, known) && await confirmed.CountAsync(interest => interest.ChangedAt >= end, stop) == known) return;
        var from = (await confirmed.MaxAsync(interest => (DateTimeOffset?)interest.ChangedAt, stop) ?? DateTimeOffset.UnixEpoch) - Late;
        var count = await confirmed.CountAsync(interest => interest.ChangedAt >= from, stop);
        var since = clock.GetUtcNow().AddDays(-Weights.LessonDays);
        var learned = await confirmed.Where(interest => interest.ChangedAt > since && interest.Match != null
                && (interest.NoDealReason == NoDealReason.Capacity || interest.NoDealReason == NoDealReason.Distance || interest.NoDealReason == NoDealReason.WrongTrade))
            .Select(interest => new { interest.EnterpriseId, interest.NoDealReason, interest.MunicipalityCode, interest.Match, interest.ChangedAt }).ToListAsync(stop);
        index.SetLessons([.. learned.Select(one => new Lesson(
            one.EnterpriseId, one.Match!.OfferId, one.Match.Offered, KindOf(one.NoDealReason!.Value), one.MunicipalityCode, one.Match.NeedValueSek, one.Match.Asked, one.ChangedAt))]);
        newest = (from, count);
    }

    private static LessonKind KindOf(NoDealReason reason) => reason switch
    {
        NoDealReason.Capacity => LessonKind.Capacity,
        NoDealReason.Distance => LessonKind.Distance,
        _ => LessonKind.WrongTrade,
    };
}
