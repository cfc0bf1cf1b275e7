using ServiceDefaults.Rules;
using System.Globalization;
using System.Text;
using Matchmaking.CpvLabels;
using Matchmaking.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Matchmaking.Routes;

/// <summary>An assessment as a document that a procurement officer can put in the diary (LOU 19 a kap. 11 §).</summary>
internal static class PrintRoutes
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static Results<ContentHttpResult, ProblemHttpResult> Handle(RouteInput input, MatchIndex index, TimeProvider clock)
    {
        var invalid = RouteInputRules.Check(input);
        if (invalid.Length > 0) return CommonErrors.Invalid.Result("Rätta uppgifterna och försök igen.", invalid);
        var today = SwedishTime.DayOf(clock.GetUtcNow());
        return Text(RouteEngine.Evaluate(input, today), FactsJson.Write(input), Named(input, index), today, null);
    }

    /// <param name="assessment">The assessment.</param>
    /// <param name="facts">The facts that it rests on, as JSON.</param>
    /// <param name="codes">The CPV codes with what they are called.</param>
    /// <param name="on">The day it was made.</param>
    /// <param name="by">Who made it, or null.</param>
    public static ContentHttpResult Text(Assessment assessment, string facts, IReadOnlyList<string> codes, DateOnly on, string? by) =>
        TypedResults.Text(Markdown(assessment, facts, codes, on, by), "text/markdown", Encoding.UTF8);

    private static string Markdown(Assessment assessment, string facts, IReadOnlyList<string> codes, DateOnly today, string? by)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(Swedish));
        Line($"# Vägval den {today.Written()}");
        Line($"");
        if (by is not null)
        {
            Line($"Gjort av {by}.");
            Line($"");
        }
        Line($"Beslutsstöd, inte juridisk rådgivning. Regelversioner: {string.Join(", ", assessment.RuleVersions)}.");
        Line($"");
        Line($"- Dag som avgör gränserna (LOU 5 kap. 5 §): {(assessment.ValueDate is { } date ? date.Written() : "okänd")}");
        Line($"- Värde utan moms: {Sek(assessment.Value.LowSek, assessment.Value.HighSek)} ({string.Join(", ", assessment.Value.Citations)})");
        Line($"- Slag: {assessment.Value.Class}");
        if (codes.Count > 0) Line($"- CPV: {string.Join("; ", codes)}");
        foreach (var note in assessment.Value.Notes) Line($"- {note}");
        foreach (var answer in (Answer[])[Answer.Yes, Answer.Unknown, Answer.No])
        {
            Line($"");
            Line($"## {(answer switch { Answer.Yes => "Öppna vägar", Answer.No => "Stängda vägar", _ => "Går inte att avgöra" })}");
            var routes = assessment.Routes.Where(route => route.Answer == answer).ToList();
            foreach (var route in routes) Write(route, Line);
            if (routes.Count > 0) continue;
            Line($"");
            Line($"Inga.");
        }
        Line($"");
        Line($"## Uppgifter som prövades");
        Line($"");
        Line($"Det som inte nämns var inte aktuellt; null betyder okänt.");
        Line($"");
        Line($"    {facts}");
        Line($"");
        Line($"Underskrift: ______________________  Datum: ______________");
        return text.ToString();
    }

    /// <summary>The codes of need and parts, each with its name where one is known.</summary>
    public static IReadOnlyList<string> Named(RouteInput input, MatchIndex index) =>
        [.. Classification.Codes(input.Need).Select(code => index.NameOf(code) is { } name ? $"{code} {name}" : code)];

    private static void Write(RouteResult route, Action<FormattableString> line)
    {
        line($"");
        line($"### {route.Name}");
        line($"");
        line($"{route.Reason}");
        line($"");
        if (route.Answer == Answer.No)
        {
            line($"- Paragrafer: {string.Join(", ", route.Citations.Take(3))}");
            return;
        }
        line($"- Paragrafer: {string.Join(", ", route.Citations)}");
        foreach (var limit in route.Limits)
            line($"- Gräns: {limit.Name}, {Compared(limit.Operator)} {limit.AmountSek:#,0.##} kr, {limit.Paragraph}, gäller från den {limit.ValidFrom.Written()} {(limit.ValidTo is { } to ? $"till den {to.Written()}" : "tills vidare")}. Källa: {limit.Source}.");
        foreach (var duty in route.Duties) line($"- {(duty.Paragraph.Length > 0 ? "Skyldighet" : "Råd")}: {duty.Text}{(duty.Paragraph.Length > 0 ? $" ({duty.Paragraph})" : "")}");
        foreach (var unknown in route.Unknowns) line($"- Okänt: {unknown.What} {unknown.HowToFindOut}");
        foreach (var note in route.Notes) line($"- {note}");
    }

    private static string Compared(string sign) => sign switch { "<" => "under", "<=" => "högst", ">" => "över", ">=" => "från och med", _ => sign };

    private static string Sek(decimal low, decimal? high) =>
        high == low ? string.Create(Swedish, $"{low:#,0.##} kr")
        : high is { } most ? string.Create(Swedish, $"{low:#,0.##}–{most:#,0.##} kr")
        : string.Create(Swedish, $"minst {low:#,0.##} kr");
}
