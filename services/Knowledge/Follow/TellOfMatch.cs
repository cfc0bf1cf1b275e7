using Contracts.Matchmaking;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using ServiceDefaults.Rules;

namespace Knowledge.Follow;

/// <summary>
/// A need and an enterprise that fit: told to the people of the municipality whose need it is, and to those of the enterprise, and to nobody else.
/// </summary>
internal sealed class TellOfMatch(TimeProvider clock) : IEventHandler<MatchChanged, KnowledgeDb>
{
    private const string Kind = "match";

    public async Task Handle(MatchChanged changed, KnowledgeDb db, CancellationToken stop)
    {
        // The pair is told once, whatever comes twice.
        if (changed.Withdrawn || await db.Notices.AnyAsync(notice => notice.Kind == Kind && notice.Thing == changed.Id, stop)) return;
        var path = $"/behov/{changed.NeedId}";
        var toMunicipality = Notice.Of(Kind, changed.Id, $"Ett företag som kan passa: {changed.EnterpriseName}", changed.NeedTitle, path, narrow: false, [changed.MunicipalityCode]);
        var toEnterprise = Notice.Of(Kind, changed.Id, "Ett behov som ni kan möta", changed.NeedTitle, path, narrow: false, [changed.EnterpriseId.ToString()]);
        // Two tellings of one pair: a version of its own each, as a change of a noun has.
        (toMunicipality.Version, toEnterprise.Version) = (1, 2);
        toMunicipality.OccurredAt = toEnterprise.OccurredAt = clock.Moment();
        db.AddRange(toMunicipality, toEnterprise);
    }
}
