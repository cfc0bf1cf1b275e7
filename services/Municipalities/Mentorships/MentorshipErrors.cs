using ServiceDefaults;

namespace Municipalities.Mentorships;

/// <summary>What can be wrong with a mentorship, a line each.</summary>
internal static class MentorshipErrors
{
    public static readonly Error NotFound = new("mentorship/not-found", 404, "Mentorskapet finns inte");
    public static readonly Error NotALead = new("mentorship/not-a-lead", 403, "Bara utvecklingsledaren sköter mentorskap");
    public static readonly Error NotTheMentor = new("mentorship/not-the-mentor", 403, "Bara mentorskommunen svarar på förfrågan");
    public static readonly Error NotTheAsking = new("mentorship/not-the-asking", 403, "Bara kommunen som frågade kan göra detta");
    public static readonly Error Oneself = new("mentorship/oneself", 400, "En kommun kan inte vara sin egen mentor");
    public static readonly Error NotWilling = new("mentorship/not-willing", 409, "Kommunen erbjuder sig inte som mentor");
    public static readonly Error AskedAlready = new("mentorship/asked-already", 409, "Ni har redan ett pågående mentorskap med kommunen i den delen");
    public static readonly Error NotRequested = new("mentorship/not-requested", 409, "Förfrågan är redan besvarad eller återtagen");
    public static readonly Error NotAccepted = new("mentorship/not-accepted", 409, "Mentorskapet pågår inte");
    public static readonly Error NoConversation = new("mentorship/no-conversation", 409, "Anteckna minst ett samtal innan mentorskapet avslutas");
    public static readonly Error TooManyNotes = new("mentorship/too-many-notes", 409, "Högst 100 samtal kan antecknas");
    public static readonly Error NoBaseline = new("mentorship/no-baseline", 409, "Förslag på mentorer kräver ett stängt utgångsläge");
}
