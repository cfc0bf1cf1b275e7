using ServiceDefaults;

namespace Knowledge.Discussions;

/// <summary>What can go wrong with a discussion.</summary>
internal static class DiscussionErrors
{
    public static readonly Error NotFound = new("discussion/not-found", 404, "Diskussionen finns inte");
    public static readonly Error NotMember = new("discussion/not-member", 403, "Bara nätverkets medlemmar skriver i diskussioner");
    public static readonly Error NotYours = new("discussion/not-yours", 403, "Bara den som har skrivit får ändra");
    public static readonly Error NotModerator = new("discussion/not-moderator", 403, "Bara nätverkets processledare modererar");
    public static readonly Error NoSuchReply = new("discussion/no-such-reply", 404, "Svaret finns inte");
    public static readonly Error NoSuchReport = new("discussion/no-such-report", 404, "Anmälan finns inte");
    public static readonly Error Full = new("discussion/full", 409, "Tråden är full. Börja en ny och länka hit");
    public static readonly Error AlreadyHidden = new("discussion/already-hidden", 409, "Det är redan dolt");
    public static readonly Error NotHidden = new("discussion/not-hidden", 409, "Det är inte dolt");
}
