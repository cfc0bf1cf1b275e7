using Contracts.Municipalities;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace Matchmaking.Copies;

/// <summary>Keeps the published needs.</summary>
internal sealed class KeepNeed : IEventHandler<NeedChanged, MatchmakingDb>
{
    /// <summary>The title when the tombstone is all that was heard, as after a replay into an empty database.</summary>
    internal const string NeverHeard = "Återkallat behov";

    public async Task Handle(NeedChanged changed, MatchmakingDb db, CancellationToken stop) => await db.Keep(new NeedCopy
    {
        Id = changed.Id,
        Version = changed.Version,
        Withdrawn = changed.Withdrawn,
        MunicipalityCode = changed.MunicipalityCode,
        // A tombstone has no title; those who answered the need still have to know which one it was.
        Title = changed.Withdrawn ? await db.Needs.Where(copy => copy.Id == changed.Id).Select(copy => copy.Title).SingleOrDefaultAsync(stop) ?? NeverHeard : changed.Title,
        Description = changed.Description,
        CpvCodes = [.. changed.CpvCodes],
        Kind = changed.Kind,
        ValueSek = changed.ValueSek,
        Months = changed.Months,
        TargetGroups = [.. changed.TargetGroups],
        Status = changed.Status,
        AnswerBy = changed.AnswerBy,
        PublishedAt = changed.PublishedAt,
        Outcome = changed.Outcome,
    }, stop);
}
