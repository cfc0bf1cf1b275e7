using ServiceDefaults;

namespace Matchmaking.Interests;

internal static class InterestErrors
{
    public static readonly Error NotFound = new("interest/not-found", 404, "Intresseanmälan finns inte");
    public static readonly Error EnterpriseOnly = new("interest/enterprise-only", 403, "Bara ett företag kan anmäla intresse och dra tillbaka det");
    public static readonly Error MunicipalityOnly = new("interest/municipality-only", 403, "Bara kommunen kan svara på en intresseanmälan");
    public static readonly Error NeedNotFound = new("interest/need-not-found", 404, "Behovet finns inte");
    public static readonly Error NeedClosed = new("interest/need-closed", 409, "Behovet är avslutat");
    public static readonly Error TooLate = new("interest/too-late", 409, "Sista dag att svara har passerat");
    public static readonly Error EnterpriseNotPublished = new("interest/enterprise-not-published", 409, "Företagets profil är inte publicerad");
    public static readonly Error AlreadySubmitted = new("interest/already-submitted", 409, "Företaget har redan anmält intresse för behovet");
    public static readonly Error AlreadyInDialogue = new("interest/already-in-dialogue", 409, "Dialogen har redan börjat");
    public static readonly Error Withdrawn = new("interest/withdrawn", 409, "Intresseanmälan är tillbakadragen");
    public static readonly Error Declined = new("interest/declined", 409, "Kommunen har redan tackat nej");
    public static readonly Error StillOpen = new("interest/still-open", 409, "Intresseanmälan är inte avslutad");
    public static readonly Error OwnReason = new("interest/own-reason", 409, "Skälet bekräftas av den andra parten");
    public static readonly Error AlreadyConfirmed = new("interest/already-confirmed", 409, "Skälet är redan bekräftat");
    public static readonly Error Agreed = new("interest/agreed", 409, "Intresseanmälan har redan lett till en affär");
}
