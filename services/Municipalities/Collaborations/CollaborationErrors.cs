using ServiceDefaults;

namespace Municipalities.Collaborations;

/// <summary>What can be wrong with a collaboration, a line each.</summary>
internal static class CollaborationErrors
{
    public static readonly Error NotFound = new("collaboration/not-found", 404, "Samverkansstrukturen finns inte");
    public static readonly Error NotYours = new("collaboration/not-yours", 403, "Samverkansstrukturen hör till en annan kommun");
    public static readonly Error NotALead = new("collaboration/not-a-lead", 403, "Bara kommunens utvecklingsledare kan göra detta");
    public static readonly Error Withdrawn = new("collaboration/withdrawn", 409, "Samverkansstrukturen är avslutad");
    public static readonly Error ModelNotShared = new("collaboration/model-not-shared", 400, "En modell måste delas");
    public static readonly Error NotAModel = new("collaboration/not-a-model", 409, "Kommunen erbjuder den inte som modell");
    public static readonly Error OwnModel = new("collaboration/own-model", 409, "En kommun kan inte utgå från sin egen modell");
    public static readonly Error NoOrigin = new("collaboration/no-origin", 409, "Samverkansstrukturen utgår inte från någon modell");
    public static readonly Error OriginGone = new("collaboration/origin-gone", 409, "Kommunen delar inte längre modellen");
    public static readonly Error UnknownField = new("collaboration/unknown-field", 400, "Okänt fält");
}
