using ServiceDefaults;

namespace Enterprises.Register;

/// <summary>What can be wrong with a profile, a line each.</summary>
internal static class EnterpriseErrors
{
    public static readonly Error NotFound = new("enterprise/not-found", 404, "Företaget finns inte");
    public static readonly Error NotYours = new("enterprise/not-yours", 403, "Profilen hör till ett annat företag");
    public static readonly Error NotAManager = new("enterprise/not-a-manager", 403, "Bara företagets egen företrädare kan registrera det");
    public static readonly Error Exists = new("enterprise/exists", 409, "Du har redan registrerat ditt företag");
    public static readonly Error NumberTaken = new("enterprise/number-taken", 409, "Organisationsnumret kan inte registreras");
    public static readonly Error NumberInvalid = new("enterprise/number-invalid", 400, "Organisationsnumret är inte giltigt");
    public static readonly Error FormAndNumberDiffer = new("enterprise/form-and-number-differ", 400, "Organisationsnumret hör inte till den juridiska formen");
    public static readonly Error CountedInFuture = new("enterprise/counted-in-future", 400, "Antalen kan inte gälla en dag i framtiden");
    public static readonly Error AlreadyPublished = new("enterprise/already-published", 409, "Profilen är redan publicerad");
    public static readonly Error AlreadyWithdrawn = new("enterprise/already-withdrawn", 409, "Profilen är redan återkallad");
}
