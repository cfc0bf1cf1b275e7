using ServiceDefaults;

namespace Matchmaking.Dialogues;

internal static class DialogueErrors
{
    public static readonly Error NeedNotFound = new("dialogue/need-not-found", 404, "Behovet finns inte");
    public static readonly Error NeedClosed = new("dialogue/need-closed", 409, "Behovet är avslutat");
    public static readonly Error TooLate = new("dialogue/too-late", 409, "Sista dag att svara har passerat");
    public static readonly Error EnterpriseOnly = new("dialogue/enterprise-only", 403, "Bara ett publicerat företag kan ställa frågor");
    public static readonly Error MunicipalityOnly = new("dialogue/municipality-only", 403, "Bara kommunen kan svara och anteckna möten");
    public static readonly Error QuestionNotFound = new("question/not-found", 404, "Frågan finns inte");
    public static readonly Error QuestionWithdrawn = new("question/withdrawn", 409, "Frågan är tillbakadragen");
    public static readonly Error QuestionAnswered = new("question/answered", 409, "Frågan är besvarad och syns för alla");
    public static readonly Error QuestionUnanswered = new("question/unanswered", 409, "Frågan är inte besvarad och syns inte för andra");
    public static readonly Error MeetingNotFound = new("meeting/not-found", 404, "Mötet finns inte");
    public static readonly Error MeetingInFuture = new("meeting/in-future", 400, "Ett möte antecknas när det har hållits");
}
