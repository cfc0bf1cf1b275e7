using ServiceDefaults;

namespace Knowledge.Cases;

/// <summary>What can go wrong with a case.</summary>
internal static class CaseErrors
{
    public static readonly Error NotFound = new("case/not-found", 404, "Exemplet finns inte");
    public static readonly Error NotYours = new("case/not-yours", 403, "Du får inte göra detta med exemplet");
    public static readonly Error NotDraft = new("case/not-draft", 409, "Bara ett utkast kan skrivas om eller godkännas");
    public static readonly Error NotWhole = new("case/not-whole", 409, "Text och kontakt på båda sidor behövs innan exemplet kan godkännas");
    public static readonly Error NotInReview = new("case/not-in-review", 409, "Båda parter måste ha godkänt exemplet först");
    public static readonly Error NoCollaboration = new("case/no-collaboration", 404, "Samverkansstrukturen finns inte eller är inte delad");
    public static readonly Error Withdrawn = new("case/withdrawn", 409, "Exemplet är återtaget");
}
