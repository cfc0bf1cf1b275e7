using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Knowledge.Follow;

/// <summary>Makes a notice one notification for each person whom it concerns and who has not muted it.</summary>
internal static class FanOut
{
    private const int Batch = 50;

    /// <summary>For how many days a person who comes later is told what still waits; what has waited longer the start page shows.</summary>
    private const int WaitsDays = 30;

    // The key of follower and notice holds when a notice comes twice, or to somebody who comes in the same moment; in one order, so
    // that two statements cannot wait for each other in a circle.
    private const string Told = """
        told as (
          insert into notification (id, follower_id, notice_id, kind, digest, occurred_at)
          select gen_random_uuid(), f.id, n.id, k.kind,
            case when f.email is null then 'off' else coalesce(pt.digest, pk.digest, pa.digest, usual.digest) end, n.told_at
          from claimed n
          join reader f on f.subject <> n.actor
          cross join lateral (select n.mentions && array[f.subject, f.org] as called) m
          cross join lateral (select case when m.called then 'mention' else n.kind end as kind) k
          left join unnest(@kinds, @digests) as usual(kind, digest) on usual.kind = k.kind
          left join preference pt on pt.follower_id = f.id and pt.kind = n.kind and pt.thing = n.thing
          left join preference pk on pk.follower_id = f.id and pk.kind = k.kind and pk.thing = @whole
          left join preference pa on pa.follower_id = f.id and pa.kind = 'everything' and pa.thing = @whole
          where not n.withdrawn
            and (n.orgs is null or f.org = any(n.orgs) and (n.for_role is null or n.for_role = any(f.roles)) or f.subject = any(n.people))
            and coalesce(pt.level, pk.level, pa.level, 'follow') = 'follow'
            and (m.called or not n.narrow or pt.level = 'follow' or f.subject = any(n.participants)
              or (n.kind = 'meeting' and exists (select from registration r where r.meeting_id = n.thing and r.subject = f.subject)))
            and (n.for_group is null or m.called or pt.level = 'follow' or f.is_network_lead or f.subject = any(n.participants)
              or exists (select from known_municipality k where k.code = f.org and n.for_group = any(k.groups)))
          order by f.id, n.id
          on conflict (follower_id, notice_id) do nothing)
        """;

    // Claimed and marked in the transaction that makes the notifications: a run that dies has done nothing, and two runs take different notices.
    private const string Turn = $"""
        with claimed as (
          select n.*, n.occurred_at as told_at from notice n where n.fanned_at is null order by n.occurred_at limit @batch for update skip locked),
        marked as (
          update notice n set fanned_at = @now from claimed c where n.id = c.id returning n.id),
        reader as (select * from follower),
        {Told}
        select count(*) from marked
        """;

    // Whether they have been told to others or not: a turn that runs now may have read the followers before this one came.
    private const string Waiting = $"""
        with claimed as (
          select n.*, @now as told_at from notice n where n.kind = '{TellOfReminder.Kind}' and not n.withdrawn and n.occurred_at > @since),
        reader as (select * from follower where id = @follower),
        {Told}
        select 1
        """;

    private static NpgsqlParameter[] Usual =>
    [
        new("kinds", Preference.UsualDigests.Keys.ToArray()), new("digests", Preference.UsualDigests.Values.ToArray()), new("whole", Guid.Empty),
    ];

    /// <summary>Takes what waits, at most a batch.</summary>
    /// <returns>How many notices were taken.</returns>
    public static async Task<long> Run(NpgsqlDataSource database, TimeProvider clock, CancellationToken stop)
    {
        await using var command = database.CreateCommand(Turn);
        command.Parameters.AddRange((NpgsqlParameter[])[.. Usual, new("batch", Batch), Time("now", clock.GetUtcNow())]);
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>Tells somebody who was not there when it was told, or had another organisation or role, what still waits.</summary>
    public static Task WhatWaits(KnowledgeDb db, Guid follower, DateTimeOffset now) => db.Database.ExecuteSqlRawAsync(
        // To its end also when who asked has gone: the next visit is no longer the first.
        Waiting, [.. Usual, new NpgsqlParameter("follower", follower), Time("now", now), Time("since", now.AddDays(-WaitsDays))], CancellationToken.None);

    private static NpgsqlParameter Time(string name, DateTimeOffset moment) => new(name, NpgsqlDbType.TimestampTz) { Value = moment };
}
