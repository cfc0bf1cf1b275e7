using Contracts.Matchmaking;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace Knowledge.Cases;

/// <summary>A signed deal begins a draft of a case for both its sides, and keeps the case's figures right.</summary>
internal sealed class GrowCase(TimeProvider clock) : IEventHandler<DealChanged, KnowledgeDb>
{
    public async Task Handle(DealChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        var grown = await db.Cases.SingleOrDefaultAsync(c => c.DealId == changed.Id, stop);
        if (grown is not null) grown.Take(changed);
        else if (!changed.Withdrawn)
        {
            var municipality = await db.Municipalities.Where(m => m.Code == changed.MunicipalityCode).Select(m => m.Name).SingleOrDefaultAsync(stop);
            db.Add(Case.From(changed, municipality ?? changed.MunicipalityCode, clock.GetUtcNow()));
        }
    }
}
