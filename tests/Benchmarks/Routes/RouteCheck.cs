using Matchmaking.Routes;

namespace Benchmarks.Routes;

/// <summary>The outcome of a case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Differences">What differs from the expectation; empty when the case passes strictly.</param>
/// <param name="Dangerous">Answers yes where unknown or no was expected.</param>
public sealed record CaseOutcome(string Id, IReadOnlyList<string> Differences, IReadOnlyList<string> Dangerous)
{
    /// <summary>All routes, duties, the decisive citation and the limit are as expected.</summary>
    public bool Passes => Differences.Count == 0;
}

/// <summary>Compares an assessment with a case.</summary>
public static class RouteCheck
{
    /// <summary>Evaluates the case with the engine that the API uses.</summary>
    public static CaseOutcome Check(RouteCase @case)
    {
        var expect = @case.Expect;
        if (expect.Routes.FirstOrDefault(route => route.Value is not ("yes" or "no" or "unknown")) is { Key: { } misspelt, Value: var other })
            return new CaseOutcome(@case.Id, [$"{misspelt}: väntat svar ska vara yes, no eller unknown, inte {other}"], []);
        Assessment assessment;
        try
        {
            assessment = RouteEngine.Evaluate(@case.Input, RouteCase.DefaultDate);
        }
        catch (OverflowException)
        {
            return new CaseOutcome(@case.Id, ["beloppen är för stora för att räknas samman"], []);
        }
        List<string> differences = [];
        List<string> dangerous = [];
        List<RouteResult> listed = [];
        foreach (var (route, expected) in expect.Routes)
        {
            if (assessment.Routes.FirstOrDefault(result => result.Route == route) is not { } result)
            {
                differences.Add($"{route}: finns inte");
                continue;
            }
            listed.Add(result);
            var answer = result.Answer.ToString().ToLowerInvariant();
            if (answer == expected) continue;
            differences.Add($"{route}: väntade {expected}, fick {answer} ({result.Reason})");
            if (answer == "yes") dangerous.Add($"{route}: {expected} → yes");
        }

        var duties = listed.SelectMany(result => result.Duties).Select(duty => duty.Id).ToHashSet();
        foreach (var duty in expect.Duties ?? [])
            if (!duties.Contains(duty)) differences.Add($"skyldighet saknas: {duty}");
        foreach (var duty in expect.DutiesNot ?? [])
            if (duties.Contains(duty)) differences.Add($"skyldighet som inte gäller: {duty}");

        var cited = listed.SelectMany(result => result.Citations).SelectMany(Citation.Parse).ToHashSet();
        bool Cites(string citation) => Citation.Parse(citation).Any(cited.Contains);
        if (expect.Citations is [var decisive, .. var others])
        {
            if (!Cites(decisive)) differences.Add($"avgörande paragraf saknas: {decisive}");
            if (others.Count(Cites) * 2 < others.Length) differences.Add($"färre än hälften av: {string.Join(", ", others)}");
        }
        var limits = listed.SelectMany(result => result.Limits.Concat(result.Duties.Select(duty => duty.Limit).OfType<Limit>()))
            .Select(limit => limit.AmountSek).Distinct().ToList();
        // 5 percent of a threshold has decimals, which a case may have rounded.
        if (expect.LimitSek is { } sek && !limits.Any(limit => Math.Abs(limit - sek) < 1))
            differences.Add($"gräns: väntade {sek}, visade {string.Join(", ", limits)}");
        return new CaseOutcome(@case.Id, differences, dangerous);
    }
}
