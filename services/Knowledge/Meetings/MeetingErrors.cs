using ServiceDefaults;

namespace Knowledge.Meetings;

/// <summary>What can go wrong with a meeting.</summary>
internal static class MeetingErrors
{
    public static readonly Error NotFound = new("meeting/not-found", 404, "Mötet finns inte");
    public static readonly Error NotYours = new("meeting/not-yours", 403, "Bara den som ordnar mötet får göra detta");
    public static readonly Error NotPlanned = new("meeting/not-planned", 409, "Mötet är redan utlyst eller inställt");
    public static readonly Error Past = new("meeting/past", 409, "Mötet har redan börjat");
    public static readonly Error Cancelled = new("meeting/cancelled", 409, "Mötet är inställt");
    public static readonly Error TooFewPlaces = new("meeting/too-few-places", 409, "Fler än så har redan fått plats");
    public static readonly Error NotHeld = new("meeting/not-held", 409, "Anteckningar skrivs när mötet har börjat");
    public static readonly Error NoMinutes = new("meeting/no-minutes", 409, "Mötet har inga anteckningar");
    public static readonly Error Adopted = new("meeting/minutes-adopted", 409, "Anteckningarna är redan justerade");
    public static readonly Error NotAdopted = new("meeting/minutes-not-adopted", 409, "Anteckningarna måste vara justerade först");
    public static readonly Error AlreadyArticle = new("meeting/already-article", 409, "Anteckningarna har redan blivit en artikel");
    public static readonly Error NotOpen = new("meeting/not-open", 409, "Det går inte att anmäla sig till mötet");
}
