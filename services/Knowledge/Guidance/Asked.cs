namespace Knowledge.Guidance;

/// <summary>A text that may be worth reading.</summary>
internal sealed record Candidate(
    string Slug, string Title, string Summary, string Topic, string Contact, bool Fictional,
    List<string> Routes, List<string> Dimensions, List<string> CpvCodes, List<string> Audiences);

/// <summary>Weighs texts against the reader's situation, and says why.</summary>
internal sealed record Asked(IReadOnlyList<string> Cpv, IReadOnlyList<string> Routes, string? Dimension, string? Audience)
{
    public IReadOnlyList<GiveGuidance.Advice> Best(IEnumerable<Candidate> candidates, int limit) =>
    [
        .. candidates.Select(text => (Text: text, Reasons: Reasons(text).OrderByDescending(reason => reason.Weight).ToList()))
            .Where(found => found.Reasons.Count > 0)
            .OrderByDescending(found => found.Reasons.Sum(reason => reason.Weight) + Fit(found.Text))
            .ThenBy(found => found.Text.Slug, StringComparer.Ordinal)
            .Take(limit)
            .Select(found => new GiveGuidance.Advice(found.Text.Slug, found.Text.Title, found.Text.Summary,
                $"{string.Join("; ", found.Reasons.Select(reason => reason.Text))}.", found.Text.Contact, found.Text.Fictional)),
    ];

    private IEnumerable<(double Weight, string Text)> Reasons(Candidate text)
    {
        // A text names its own subject first; one that names many explains none of them at length.
        foreach (var route in Routes.Where(text.Routes.Contains))
        {
            var name = Vocabulary.RouteNames.GetValueOrDefault(route, route);
            yield return text.Routes[0] == route ? (3 + 1.0 / text.Routes.Count, $"Handlar om {name}") : (1.0 / text.Routes.Count, $"Tar upp {name}");
        }
        if (Dimension is { } dimension && text.Dimensions.IndexOf(dimension) is >= 0 and var place)
            yield return ((place == 0 ? 3 : 1.5) / Math.Sqrt(text.Dimensions.Count), $"Hjälper till att höja {Vocabulary.DimensionNames[dimension]}");
        if (text.CpvCodes.Select(code => (Digits: Shared(code), Code: code)).OrderByDescending(pair => pair.Digits).FirstOrDefault() is (> 1, _) nearest)
            yield return (nearest.Digits * 0.6, nearest.Digits == 8 ? $"Gäller samma slags köp, CPV {nearest.Code}" : $"Gäller närliggande köp, CPV {nearest.Code}");
    }

    /// <summary>Between equals the text whose part of the handbook is about such questions comes first, and the one for such readers.</summary>
    private double Fit(Candidate text) =>
        (Routes.Count > 0 && text.Topic == "routes" ? 0.5 : 0)
        + (Dimension is { } dimension && text.Topic == TopicOf(dimension) ? 0.5 : 0)
        + (Audience is { } audience && text.Audiences.Contains(audience) ? 0.5 : 0);

    private static string TopicOf(string dimension) => dimension switch
    {
        "purchasing" => "procurement",
        "enterprise-support" => "enterprises",
        "follow-up" => "follow-up",
        _ => "collaboration",
    };

    /// <summary>Digits that the code shares with the nearest asked one, from the left; trailing zeros say nothing and are left out.</summary>
    private int Shared(string code) => Cpv.Select(asked => asked == code ? 8 : Prefix(asked, code.TrimEnd('0'))).DefaultIfEmpty(0).Max();

    private static int Prefix(string asked, string code)
    {
        var at = 0;
        while (at < code.Length && at < asked.Length && asked[at] == code[at]) at++;
        return at;
    }
}
