using Npgsql;
using NpgsqlTypes;

namespace Knowledge.Follow;

/// <summary>
/// Clears away what has been told for so long that nobody looks for it. What still waits to be put into a mail stays however old
/// it is, and what is in a mail as long as that could leave, and so each event keeps its one digest; a notice goes last, when nobody's notification refers to it, and one
/// that has been told is never told again.
/// </summary>
internal static class OldNews
{
    private const int Batch = 1_000;

    // Rows that somebody works with are left for the next time, so that nothing waits for this.
    private const string Notifications = """
        delete from notification where id in (
          select n.id from notification n join follower f on f.id = n.follower_id
          where n.occurred_at < $1
            and case when n.mail_id is null then n.digest = 'off' or f.email is null
                else exists (select from mail m where m.id = n.mail_id and (m.sent_at is not null or m.dropped_at is not null or m.created_at < $1)) end
          order by n.id limit $2 for update of n skip locked)
        """;

    // So old a mail would not be sent any more; without a mail server it has been there to be read.
    private const string Mails = """
        delete from mail where id in (
          select m.id from mail m where m.created_at < $1
            and not exists (select from notification n where n.mail_id = m.id)
          order by m.id limit $2 for update skip locked)
        """;

    private const string Notices = """
        delete from notice where id in (
          select e.id from notice e where e.occurred_at < $1 and e.fanned_at is not null
            and not exists (select from notification n where n.notice_id = e.id)
          order by e.id limit $2 for update skip locked)
        """;

    /// <summary>Clears away what happened longer ago than that.</summary>
    /// <returns>How many rows went.</returns>
    public static async Task<int> Clear(NpgsqlDataSource database, TimeProvider clock, int days, CancellationToken stop)
    {
        var (before, all) = (clock.GetUtcNow().AddDays(-days), 0);
        foreach (var statement in (string[])[Notifications, Mails, Notices])
        {
            int cleared;
            do
            {
                await using var command = database.CreateCommand(statement);
                command.Parameters.Add(new() { Value = before, NpgsqlDbType = NpgsqlDbType.TimestampTz });
                command.Parameters.Add(new() { Value = Batch });
                all += cleared = await command.ExecuteNonQueryAsync(stop);
            }
            while (cleared == Batch);
        }
        return all;
    }
}
