using System.Globalization;
using Municipalities.Baselines;
using ServiceDefaults.Rules;

namespace Municipalities.Collaborations;

/// <summary>An answer that may be unknown.</summary>
public enum Verdict
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Nej.</summary>
    No,

    /// <summary>Okänt: något saknas för att avgöra.</summary>
    Unknown,
}

/// <summary>Why a check was made.</summary>
public enum CheckKind
{
    /// <summary>Somebody asked.</summary>
    Asked,

    /// <summary>A year after the project's end.</summary>
    AtTwelveMonths,

    /// <summary>Two years after the project's end.</summary>
    AtTwentyFourMonths,
}

/// <summary>A check that was made.</summary>
/// <param name="Kind">asked, at-twelve-months or at-twenty-four-months.</param>
/// <param name="On">The day.</param>
/// <param name="Answer">yes, no or unknown.</param>
public sealed record SustainabilityCheck(CheckKind Kind, DateOnly On, Verdict Answer);

/// <summary>What keeps the answer from being yes.</summary>
/// <param name="Dimension">The dimension's code, or null when it concerns all.</param>
/// <param name="Answer">no when the rule is broken, unknown when something is missing.</param>
/// <param name="Text">What is missing, in Swedish.</param>
public sealed record Missing(string? Dimension, Verdict Answer, string Text);

/// <summary>The rule's answer and what is missing.</summary>
internal sealed record Judgement(Verdict Answer, IReadOnlyList<Missing> Missing);

/// <summary>
/// A collaboration is sustainable when all eight dimensions are at level 3 or higher, shown by evidence, and do not fall within
/// twelve months after the project's end. One broken condition makes it no; otherwise one that cannot be judged makes it unknown.
/// At 12 and 24 months only what was answered at the mark or later tells how it is, whether that was high or low: a municipality
/// that was below level 3 when the project ended may have come further, and one that was above it may have fallen.
/// </summary>
internal static class SustainabilityRule
{
    public const string Text = "Hållbar: alla åtta delar ligger på minst nivå 3 med underlag, och ingen har fallit under nivå 3 inom tolv månader efter att projektet tog slut.";

    /// <param name="projectEndsOn">The project's end, or null.</param>
    /// <param name="rounds">The municipality's closed rounds, the oldest first.</param>
    /// <param name="today">The present day.</param>
    public static Judgement Judge(DateOnly? projectEndsOn, IReadOnlyList<Baseline> rounds, DateOnly today)
    {
        var missing = new List<Missing>();
        if (rounds.Count == 0) missing.Add(new(null, Verdict.Unknown, "Ingen omgång av utgångsläget är stängd."));
        else
        {
            var outdated = projectEndsOn is { } ends && today >= After(ends, 12) && rounds[^1].ClosedOn < Mark(ends, today);
            missing.AddRange(Dimensions.All.Select(dimension => OfLevel(dimension, rounds[^1], outdated)).OfType<Missing>());
        }
        missing.AddRange(projectEndsOn is { } end ? OfTime(end, rounds, today) : [new(null, Verdict.Unknown, "Ange vilken dag projektet eller uppbyggnaden slutar.")]);
        var answer = missing.Any(one => one.Answer is Verdict.No) ? Verdict.No : missing.Count > 0 ? Verdict.Unknown : Verdict.Yes;
        return new Judgement(answer, missing);
    }

    /// <summary>The check that is due, or null. One that ended in unknown is still due.</summary>
    public static CheckKind? DueKind(Collaboration collaboration, DateOnly today) => Due(collaboration, today)?.Kind;

    public static (CheckKind Kind, DateOnly On)? Due(Collaboration collaboration, DateOnly today)
    {
        if (collaboration.Content.ProjectEndsOn is not { } end || collaboration.IsWithdrawn) return null;
        foreach (var (kind, months) in new[] { (CheckKind.AtTwelveMonths, 12), (CheckKind.AtTwentyFourMonths, 24) })
            if (!collaboration.Checks.Any(check => check.Kind == kind && check.Answer is not Verdict.Unknown && check.On >= After(end, months)))
                return After(end, months) <= today ? (kind, After(end, months)) : null;
        return null;
    }

    /// <summary>The day from which a round tells how it is: the end's second anniversary once that has come, before it the first.</summary>
    private static DateOnly Mark(DateOnly end, DateOnly today) => today < After(end, 24) ? After(end, 12) : After(end, 24);

    /// <summary>A day too far ahead for a calendar has no anniversary: whatever it was meant to be, it never comes.</summary>
    private static DateOnly After(DateOnly end, int months) => end < DateOnly.MaxValue.AddMonths(-months) ? end.AddMonths(months) : DateOnly.MaxValue;

    private static Missing? OfLevel(Dimension dimension, Baseline latest, bool outdated) => latest.Results.SingleOrDefault(result => result.Dimension == dimension.Code) switch
    {
        { Mean: { } mean } when mean < Dimensions.Lasting && outdated => new(dimension.Code, Verdict.Unknown, $"{dimension.Name} låg på {Level(mean)} i den senaste omgången, som är för gammal för att avgöra."),
        { Mean: { } mean } when mean < Dimensions.Lasting => new(dimension.Code, Verdict.No, $"{dimension.Name} ligger på {Level(mean)} och behöver minst nivå 3."),
        { Mean: not null } result when result.Evidence.All(evidence => evidence.Level < Dimensions.Lasting) => new(dimension.Code, Verdict.Unknown, $"{dimension.Name} saknar underlag för nivå 3."),
        { Mean: not null } => null,
        _ => new(dimension.Code, Verdict.Unknown, $"Ingen har svarat om {dimension.Name.ToLower(Swedish)}."),
    };

    private static IEnumerable<Missing> OfTime(DateOnly end, IReadOnlyList<Baseline> rounds, DateOnly today)
    {
        var year = After(end, 12);
        foreach (var dimension in Dimensions.All)
            for (var at = 1; at < rounds.Count; at++)
                if (rounds[at].ClosedOn is { } closed && closed > end && closed <= year
                    && rounds[at].MeanOf(dimension.Code) is { } mean && mean < Dimensions.Lasting && rounds[at - 1].MeanOf(dimension.Code) >= Dimensions.Lasting)
                    yield return new(dimension.Code, Verdict.No, $"{dimension.Name} föll till {Level(mean)} den {closed.Written()}, inom tolv månader efter projektets slut.");
        // What was answered before a mark says nothing of how it is at the mark.
        var mark = Mark(end, today);
        if (today < year) yield return new(null, Verdict.Unknown, $"Kan avgöras tidigast den {year.Written()}, tolv månader efter projektets slut.");
        else if (rounds.Count == 0 || rounds[^1].ClosedOn < mark) yield return new(null, Verdict.Unknown, $"En omgång av utgångsläget behöver stängas den {mark.Written()} eller senare.");
    }

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private static string Level(decimal mean) => mean.ToString("0.0", Swedish);
}
