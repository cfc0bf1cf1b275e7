using ServiceDefaults;

namespace Knowledge.Follow;

/// <summary>What can go wrong when following.</summary>
internal static class FollowErrors
{
    public static readonly Error NotAPerson = new("follow/not-a-person", 403, "Bara personer följer; system läser ändringsflödet");
    public static readonly Error NoSuchNotification = new("follow/no-such-notification", 404, "Händelsen finns inte");
    public static readonly Error BadToken = new("follow/bad-token", 404, "Länken gäller inte");
}
