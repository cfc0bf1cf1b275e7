using Contracts.Enterprises;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace Matchmaking.Copies;

/// <summary>Keeps the public enterprises and their offers.</summary>
internal sealed class KeepEnterprise : IEventHandler<EnterpriseChanged, MatchmakingDb>
{
    /// <summary>The owner's own reason to take it away for good; every other tombstone is for a time.</summary>
    private const string ByOwner = "withdrawn";

    /// <summary>The name when the tombstone is all that was heard, as after a replay into an empty database.</summary>
    internal const string NeverHeard = "Företag som inte längre syns";

    public async Task Handle(EnterpriseChanged changed, MatchmakingDb db, CancellationToken stop)
    {
        if (changed.Withdrawn && changed.Reason != ByOwner && await PutOutOfSight(changed, db, stop)) return;
        // A tombstone has no name; those who have dealt with the enterprise still have to know which one it was.
        var known = changed.Withdrawn ? await db.Enterprises.Where(copy => copy.Id == changed.Id).Select(copy => copy.Name).SingleOrDefaultAsync(stop) : null;
        await db.Keep(Copy(changed, changed.Withdrawn ? known ?? NeverHeard : changed.Name), stop);
    }

    /// <summary>Leaves the last public state where it is; false when there is none, or it is newer.</summary>
    private static async Task<bool> PutOutOfSight(EnterpriseChanged changed, MatchmakingDb db, CancellationToken stop) => await db.Database.ExecuteSqlAsync(
        $"""
        update enterprise_copy set version = {changed.Version}, withdrawn = true, out_of_sight = true, changed_in = pg_current_xact_id()
        where id = {changed.Id} and version < {changed.Version} and (not withdrawn or out_of_sight)
        """, stop) > 0;

    private static EnterpriseCopy Copy(EnterpriseChanged changed, string name) => new()
    {
        Id = changed.Id,
        Version = changed.Version,
        Withdrawn = changed.Withdrawn,
        Name = name,
        MunicipalityCode = changed.MunicipalityCode,
        Presentation = changed.Presentation,
        Kinds = [.. changed.Kinds],
        TargetGroups = [.. changed.TargetGroups],
        ConfirmedAt = changed.ConfirmedAt,
        Offers = [.. changed.Offers],
    };
}
