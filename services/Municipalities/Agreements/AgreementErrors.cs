using ServiceDefaults;

namespace Municipalities.Agreements;

/// <summary>What can be wrong with an agreement, a line each.</summary>
internal static class AgreementErrors
{
    public static readonly Error NotFound = new("agreement/not-found", 404, "Överenskommelsen finns inte");
    public static readonly Error NotYours = new("agreement/not-yours", 403, "Överenskommelsen hör till en annan kommun");
    public static readonly Error NotALead = new("agreement/not-a-lead", 403, "Bara kommunens utvecklingsledare kan göra detta");
    public static readonly Error EndsBeforeStart = new("agreement/ends-before-start", 400, "Sista dagen ligger före den första");
    public static readonly Error ReviewAfterEnd = new("agreement/review-after-end", 400, "Översynen ska ske innan överenskommelsen löper ut");
    public static readonly Error ReviewBeforeToday = new("agreement/review-before-today", 400, "Nästa översyn ska ligga framåt i tiden");
    public static readonly Error NotDraft = new("agreement/not-draft", 409, "Bara ett utkast kan ändras och undertecknas");
    public static readonly Error NotInForce = new("agreement/not-in-force", 409, "Överenskommelsen gäller inte");
    public static readonly Error EndedAlready = new("agreement/ended-already", 409, "Överenskommelsen är redan avslutad");
}
