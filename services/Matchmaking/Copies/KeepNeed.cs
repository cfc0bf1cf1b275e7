using Contracts.Municipalities;
using Matchmaking.Data;
using ServiceDefaults.Messaging;

namespace Matchmaking.Copies;

/// <summary>Keeps the published needs.</summary>
internal sealed class KeepNeed : IEventHandler<NeedChanged, MatchmakingDb>
{
    public Task Handle(NeedChanged changed, MatchmakingDb db, CancellationToken stop) => db.Keep(new NeedCopy
    {
        Id = changed.Id,
        Version = changed.Version,
        Withdrawn = changed.Withdrawn,
        MunicipalityCode = changed.MunicipalityCode,
        Title = changed.Title,
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
