using ServiceDefaults;

namespace Municipalities.Baselines;

/// <summary>What can be wrong with a baseline, a line each.</summary>
internal static class BaselineErrors
{
    public static readonly Error NotFound = new("baseline/not-found", 404, "Utgångsläget finns inte");
    public static readonly Error NotYours = new("baseline/not-yours", 403, "Utgångsläget hör till en annan kommun");
    public static readonly Error NotALead = new("baseline/not-a-lead", 403, "Bara kommunens utvecklingsledare kan öppna, stänga och dela ett utgångsläge");
    public static readonly Error OpenAlready = new("baseline/open-already", 409, "Kommunen har redan en öppen omgång");
    public static readonly Error NotOpen = new("baseline/not-open", 409, "Omgången är inte öppen för svar");
    public static readonly Error NotClosed = new("baseline/not-closed", 409, "Bara en stängd omgång kan delas");
    public static readonly Error NoAnswers = new("baseline/no-answers", 409, "Ingen har svarat på någon del ännu");
    public static readonly Error Twice = new("baseline/answered-twice", 400, "Samma del har två svar");
}
