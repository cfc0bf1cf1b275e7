using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>What can be wrong with a need, a line each.</summary>
internal static class NeedErrors
{
    public static readonly Error NotFound = new("need/not-found", 404, "Behovet finns inte");
    public static readonly Error NotYours = new("need/not-yours", 403, "Behovet hör till en annan kommun");
    public static readonly Error NotAMunicipality = new("need/not-a-municipality", 403, "Bara en kommuns medarbetare kan skriva behov");
    public static readonly Error AnswerByPassed = new("need/answer-by-passed", 400, "Sista svarsdag har redan varit");
    public static readonly Error Incomplete = new("need/incomplete", 400, "Ett behov som är öppet för svar måste ha en beskrivning");
    public static readonly Error NotDraft = new("need/not-draft", 409, "Bara ett utkast kan publiceras");
    public static readonly Error NotRevisable = new("need/not-revisable", 409, "Behovet kan inte längre ändras");
    public static readonly Error NotPublished = new("need/not-published", 409, "Dialog kan bara öppnas om ett publicerat behov");
    public static readonly Error NotOpen = new("need/not-open", 409, "Bara ett publicerat behov eller ett i dialog kan avslutas");
    public static readonly Error NotWithdrawable = new("need/not-withdrawable", 409, "Behovet är redan avslutat eller återkallat");
}
