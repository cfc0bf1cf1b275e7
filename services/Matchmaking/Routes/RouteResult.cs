namespace Matchmaking.Routes;

/// <summary>The routes that are open for a need, with everything that a procurement officer signs for.</summary>
/// <param name="ValueDate">The day that decides which limits hold (LOU 5 kap. 5 §), or null when unknown.</param>
/// <param name="Value">The value that the limits were compared with.</param>
/// <param name="RuleVersions">The files of rules that hold that day.</param>
/// <param name="UnknownCodes">CPV codes that do not exist; nothing is answered while there are any.</param>
/// <param name="Routes">All routes.</param>
public sealed record Assessment(
    DateOnly? ValueDate, AssessedValue Value, IReadOnlyList<string> RuleVersions, IReadOnlyList<string> UnknownCodes, IReadOnlyList<RouteResult> Routes)
{
    /// <summary>The result of that route.</summary>
    public RouteResult this[string route] => Routes.First(result => result.Route == route);
}

/// <summary>The value by the law's rules, SEK excluding VAT.</summary>
/// <param name="LowSek">At least.</param>
/// <param name="HighSek">At most; null when nothing bounds it. Equal to <paramref name="LowSek"/> when the value is known.</param>
/// <param name="Class">The rules that it is procured by, in Swedish; several when it cannot be decided.</param>
/// <param name="Citations">Paragraphs.</param>
/// <param name="Notes">How it was computed.</param>
public sealed record AssessedValue(decimal LowSek, decimal? HighSek, string Class, IReadOnlyList<string> Citations, IReadOnlyList<string> Notes);

/// <summary>The answer for one route.</summary>
/// <param name="Route">Its code, see <see cref="RouteCodes"/>.</param>
/// <param name="Name">Its name in Swedish.</param>
/// <param name="Answer">yes, no or unknown.</param>
/// <param name="Reason">Why, in plain Swedish.</param>
/// <param name="Citations">Paragraphs, the decisive ones first.</param>
/// <param name="Limits">Limits that it was compared with, and their validity.</param>
/// <param name="Duties">What follows if the route is taken.</param>
/// <param name="Unknowns">What is not known, and how to find out.</param>
/// <param name="Notes">What else to know.</param>
public sealed record RouteResult(
    string Route, string Name, Answer Answer, string Reason, IReadOnlyList<string> Citations, IReadOnlyList<Limit> Limits,
    IReadOnlyList<Duty> Duties, IReadOnlyList<OpenQuestion> Unknowns, IReadOnlyList<string> Notes);

/// <summary>A legal duty that follows a route.</summary>
/// <param name="Id">DOCUMENT, AFTER_NOTICE, STANDSTILL, MAX_THREE_YEARS or LEGAL_REVIEW.</param>
/// <param name="Paragraph">Where it stands; empty for LEGAL_REVIEW, which is the platform's own advice.</param>
/// <param name="Text">What to do and when, in Swedish.</param>
/// <param name="Limit">The limit that it depends on, or null.</param>
public sealed record Duty(string Id, string Paragraph, string Text, Limit? Limit = null);

/// <summary>Something that is not known.</summary>
/// <param name="What">What.</param>
/// <param name="HowToFindOut">How to find out.</param>
public sealed record OpenQuestion(string What, string HowToFindOut);
