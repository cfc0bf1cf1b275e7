using ServiceDefaults;

namespace Enterprises.Complaints;

/// <summary>What can be wrong with a complaint, a line each.</summary>
internal static class ComplaintErrors
{
    public static readonly Error NotFound = new("complaint/not-found", 404, "Klagomålet finns inte");
    public static readonly Error NotAllowed = new("complaint/not-allowed", 403, "Klagomål lämnas av kommuner, myndigheter och nätverkets ledning, och avgörs av ledningen");
    public static readonly Error AlreadyDecided = new("complaint/already-decided", 409, "Klagomålet är redan avgjort så");
}
