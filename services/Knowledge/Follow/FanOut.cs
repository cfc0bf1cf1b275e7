using Npgsql;
using NpgsqlTypes;

namespace Knowledge.Follow;

/// <summary>Makes a notice one notification for each person whom it concerns and who has not muted it.</summary>
internal static class FanOut
{
    private const int Batch = 50;

    // Claimed and marked in the transaction that makes the notifications: a run that dies has done nothing, two runs take
    // different notices, and a notice that came twice would meet the key of follower and notice.
    private const string Turn = """
        with claimed as (
          select n.* from notice n where n.fanned_at is null order by n.occurred_at limit $1 for update skip locked),
        marked as (
          update notice n set fanned_at = $2 from claimed c where n.id = c.id returning n.id),
        told as (
          insert into notification (id, follower_id, notice_id, kind, digest, occurred_at)
          select gen_random_uuid(), f.id, n.id, case when m.called then 'mention' else n.kind end,
            case when f.email is null then 'off'
              else coalesce(pt.digest, pk.digest, pa.digest, case when m.called then 'immediate' when n.kind = 'reminder' then 'daily' else 'weekly' end) end,
            n.occurred_at
          from claimed n
          join follower f on f.subject <> n.actor
          cross join lateral (select n.mentions && array[f.subject, f.org] as called) m
          left join preference pt on pt.follower_id = f.id and pt.kind = n.kind and pt.thing = n.thing
          left join preference pk on pk.follower_id = f.id and pk.kind = case when m.called then 'mention' else n.kind end and pk.thing = $3
          left join preference pa on pa.follower_id = f.id and pa.kind = 'everything' and pa.thing = $3
          where not n.withdrawn
            and (n.orgs is null or f.org = any(n.orgs) and (n.for_role is null or n.for_role = any(f.roles)) or f.subject = any(n.people))
            and coalesce(pt.level, pk.level, pa.level, 'follow') = 'follow'
            and (m.called or not n.narrow or pt.level = 'follow' or f.subject = any(n.participants)
              or (n.kind = 'meeting' and exists (select from registration r where r.meeting_id = n.thing and r.subject = f.subject)))
            and (n.for_group is null or m.called or pt.level = 'follow' or f.is_network_lead or f.subject = any(n.participants)
              or exists (select from known_municipality k where k.code = f.org and n.for_group = any(k.groups)))
          on conflict (follower_id, notice_id) do nothing)
        select count(*) from marked
        """;

    /// <summary>Takes what waits, at most a batch.</summary>
    /// <returns>How many notices were taken.</returns>
    public static async Task<long> Run(NpgsqlDataSource database, TimeProvider clock, CancellationToken stop)
    {
        await using var command = database.CreateCommand(Turn);
        command.Parameters.Add(new() { Value = Batch });
        command.Parameters.Add(new() { Value = clock.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = Guid.Empty });
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }
}
