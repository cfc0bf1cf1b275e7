using Contracts.Municipalities;
using Matchmaking.Data;
using ServiceDefaults.Messaging;

namespace Matchmaking.Copies;

/// <summary>Keeps the register of municipalities: names for people, places for distances, groups for statistics.</summary>
internal sealed class KeepMunicipality : IEventHandler<MunicipalityChanged, MatchmakingDb>
{
    public Task Handle(MunicipalityChanged changed, MatchmakingDb db, CancellationToken stop) => db.Keep(new MunicipalityCopy
    {
        Code = changed.Code,
        Version = changed.Version,
        Withdrawn = changed.Withdrawn,
        Name = changed.Name,
        CountyCode = changed.CountyCode,
        CountyName = changed.CountyName,
        Latitude = changed.Latitude,
        Longitude = changed.Longitude,
        Population = changed.Population,
        SkrGroup = changed.SkrGroup,
    }, stop);
}
