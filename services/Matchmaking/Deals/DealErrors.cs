using ServiceDefaults;

namespace Matchmaking.Deals;

internal static class DealErrors
{
    public static readonly Error NotFound = new("deal/not-found", 404, "Affären finns inte");
    public static readonly Error MunicipalityOnly = new("deal/municipality-only", 403, "Bara kommunen kan registrera och ändra en affär");
    public static readonly Error NeedNotFound = new("deal/need-not-found", 404, "Behovet finns inte");
    public static readonly Error NeedClosed = new("deal/need-closed", 409, "Behovet är avslutat utan affär");
    public static readonly Error EnterpriseNotPublished = new("deal/enterprise-not-published", 409, "Företagets profil är inte publicerad");
    public static readonly Error InterestNotFound = new("deal/interest-not-found", 404, "Intresseanmälan finns inte");
    public static readonly Error InterestNotOpen = new("deal/interest-not-open", 409, "Intresseanmälan gäller inte längre");
    public static readonly Error AlreadyDrafted = new("deal/already-drafted", 409, "Det finns redan ett utkast för behovet och företaget");
    public static readonly Error NotSigned = new("deal/not-signed", 409, "Affären är inte undertecknad");
    public static readonly Error AlreadySigned = new("deal/already-signed", 409, "Affären är redan undertecknad");
    public static readonly Error Completed = new("deal/completed", 409, "Affären är slutförd");
    public static readonly Error Ended = new("deal/ended", 409, "Affären är avslutad i förtid");
    public static readonly Error Withdrawn = new("deal/withdrawn", 409, "Affären är återtagen");
    public static readonly Error NotClosed = new("deal/not-closed", 409, "Affären pågår fortfarande");
    public static readonly Error AlreadyConfirmed = new("deal/already-confirmed", 409, "Företaget har redan sagt sitt");
    public static readonly Error EnterpriseOnly = new("deal/enterprise-only", 403, "Bara företaget kan bekräfta hur affären slutade");
    public static readonly Error TermsInvalid = new("deal/terms-invalid", 400, "Avtalets uppgifter går inte ihop");
}
