using ServiceDefaults;

namespace Municipalities.Journeys;

/// <summary>What can be wrong with a journey, a line each.</summary>
internal static class JourneyErrors
{
    public static readonly Error NotFound = new("journey/not-found", 404, "Utvecklingsresan finns inte");
    public static readonly Error NotALead = new("journey/not-a-lead", 403, "Bara kommunens utvecklingsledare ändrar utvecklingsresan");
    public static readonly Error Exists = new("journey/exists", 409, "Kommunen har redan en utvecklingsresa");
    public static readonly Error UnknownTemplate = new("journey/unknown-template", 400, "Mallen finns inte");
    public static readonly Error GoalNotFound = new("journey/goal-not-found", 404, "Målet finns inte");
    public static readonly Error ActionNotFound = new("journey/action-not-found", 404, "Åtgärden finns inte");
    public static readonly Error UnknownGoal = new("journey/unknown-goal", 400, "Åtgärden hör till ett mål som inte finns");
    public static readonly Error EvidenceMissing = new("journey/evidence-missing", 400, "En åtgärd som är gjord behöver ett underlag, och en som stryks ett skäl");
    public static readonly Error ActionEnded = new("journey/action-ended", 409, "Åtgärden är redan avslutad");
    public static readonly Error TooMany = new("journey/too-many", 409, "Resan rymmer högst 50 mål och 200 åtgärder");
    public static readonly Error ProposalNotFound = new("journey/proposal-not-found", 404, "Förslaget finns inte");
    public static readonly Error ProposalAnswered = new("journey/proposal-answered", 409, "Förslaget är redan besvarat");
    public static readonly Error NoBaseline = new("journey/no-baseline", 409, "Nästa steg kräver ett stängt utgångsläge");
}
