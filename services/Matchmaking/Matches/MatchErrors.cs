using ServiceDefaults;

namespace Matchmaking.Matches;

internal static class MatchErrors
{
    public static readonly Error NeedNotFound = new("match/need-not-found", 404, "Behovet finns inte");
    public static readonly Error EnterpriseNotFound = new("match/enterprise-not-found", 404, "Företaget finns inte");
    public static readonly Error NotReady = new("match/not-ready", 503, "Matchningen läser in sina uppgifter");
}
