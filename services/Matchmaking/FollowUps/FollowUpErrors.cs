using ServiceDefaults;

namespace Matchmaking.FollowUps;

internal static class FollowUpErrors
{
    public static readonly Error NotYours = new("follow-up/not-yours", 400, "Uppgiften lämnas av den andra parten");
    public static readonly Error DayInvalid = new("follow-up/day-invalid", 400, "Dagen går inte att använda");
}
