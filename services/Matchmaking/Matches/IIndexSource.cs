using System.Globalization;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Matches;

/// <summary>Something in the database that the index must know, and that any replica or another process may have changed.</summary>
internal interface IIndexSource
{
    /// <summary>How long a change may go unseen.</summary>
    TimeSpan Pause { get; }

    /// <summary>Answers that leave this out would be wrong, not only less well explained.</summary>
    bool IsNeeded { get; }

    /// <summary>Looks first whether anything has changed, and then tells the index what it is.</summary>
    Task Refresh(MatchmakingDb db, CancellationToken stop);
}

internal static class Horizon
{
    /// <summary>
    /// The oldest transaction that is not over. Asked before the rows: everything before it is visible by then, and what was written from it
    /// on is read once more the next time, so that no row is skipped.
    /// </summary>
    public static async Task<ulong> Next(this MatchmakingDb db, CancellationToken stop) => ulong.Parse(
        await db.Database.SqlQuery<string>($"select pg_snapshot_xmin(pg_current_snapshot())::text as \"Value\"").SingleAsync(stop), CultureInfo.InvariantCulture);
}
