using Npgsql;
using NpgsqlTypes;
using ServiceDefaults.Rules;

namespace Knowledge.Follow;

/// <summary>When mails are due: each day, or each Monday, at seven in the morning as clocks in Sweden show it.</summary>
internal static class DigestTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly TimeOnly Hour = new(7, 0);

    /// <summary>The moment on a day (UTC). Clocks are moved between one and three at night, so there is one such moment on every day.</summary>
    public static DateTimeOffset On(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Hour), Zone), TimeSpan.Zero);

    /// <summary>The last day whose moment has come.</summary>
    public static DateOnly Daily(DateTimeOffset now) => SwedishTime.DayOf(now) is var today && On(today) <= now ? today : today.AddDays(-1);

    /// <summary>The last Monday whose moment has come.</summary>
    public static DateOnly Weekly(DateTimeOffset now) => Daily(now) is var day ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : default;
}

/// <summary>
/// Puts notifications into mails. A mail is made and its notifications are put into it in one statement, so a notification is
/// in exactly one mail however many processes try, and a run that dies has done nothing. What is late, because nobody ran at
/// seven or because it was told late, goes with the next mail; none is left out and none comes twice.
/// Notifications are locked by their id before anything is written, here as wherever several are changed, and mails are then
/// made by person: so that no two statements wait for each other in a circle.
/// </summary>
internal static class Digests
{
    private const string Make = """
        with due as materialized (
          select n.id, n.follower_id
          from notification n join follower f on f.id = n.follower_id
          where n.mail_id is null and n.digest = $1 and n.occurred_at < $2 and f.email is not null
          order by n.id for update of n),
        made as (
          insert into mail (id, follower_id, digest, period, created_at, try_at, tries)
          select gen_random_uuid(), follower_id, $1, coalesce($3, 'immediate:' || min(id::text)), $4, $4, 0 from due
          group by follower_id order by follower_id
          on conflict (follower_id, period) do nothing returning id, follower_id)
        update notification n set mail_id = made.id
        from due join made on made.follower_id = due.follower_id where n.id = due.id
        """;

    public static async Task Run(NpgsqlDataSource database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (daily, weekly) = (DigestTime.Daily(now), DigestTime.Weekly(now));
        // Whatever the time in it: the clocks of two processes are never quite the same.
        await Run("immediate", now.AddDays(1), null);
        await Run("daily", DigestTime.On(daily), $"daily:{daily:yyyy-MM-dd}");
        await Run("weekly", DigestTime.On(weekly), $"weekly:{weekly:yyyy-MM-dd}");

        async Task Run(string digest, DateTimeOffset before, string? period)
        {
            await using var command = database.CreateCommand(Make);
            command.Parameters.Add(new() { Value = digest });
            command.Parameters.Add(new() { Value = before, NpgsqlDbType = NpgsqlDbType.TimestampTz });
            command.Parameters.Add(new() { Value = (object?)period ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}
