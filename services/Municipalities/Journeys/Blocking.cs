using System.Globalization;
using Municipalities.Baselines;

namespace Municipalities.Journeys;

/// <summary>The dimension to work with first.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Level">The municipality's own mean; null when nobody answered.</param>
/// <param name="Target">The level to reach next.</param>
/// <param name="Reason">Why it is this one, in Swedish.</param>
internal sealed record Blocking(Dimension Dimension, decimal? Level, int Target, string Reason)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>
    /// The lowest dimension below level 3, or what must come before it: while something that it needs has not reached the level that
    /// it is to reach, that comes first. A coordinator without a mandate does not last. Null when all are at level 3 or higher.
    /// </summary>
    public static Blocking? Find(Baseline latest)
    {
        var means = Dimensions.All.Select(dimension => (Dimension: dimension, Mean: latest.MeanOf(dimension.Code))).ToList();
        // OrderBy keeps the dimensions' own order among equals.
        var lowest = means.Where(one => one.Mean < Dimensions.Lasting).OrderBy(one => one.Mean).FirstOrDefault();
        if (lowest.Dimension is null)
            return means.FirstOrDefault(one => one.Mean is null).Dimension is { } unanswered
                ? new(unanswered, null, 1, $"Ingen har svarat om {unanswered.Name.ToLower(Swedish)}. Börja med att ta reda på hur det är.")
                : null;

        var target = (int)lowest.Mean!.Value + 1;
        var first = lowest;
        while (means.Where(one => first.Dimension.Needs.Contains(one.Dimension.Code) && one.Mean < target).OrderBy(one => one.Mean).FirstOrDefault() is { Dimension: not null } needed) first = needed;
        return new(first.Dimension, first.Mean, target, first == lowest
            ? $"{first.Dimension.Name} är er lägsta del, på nivå {Shown(first.Mean)}. Nästa nivå är {target}."
            : $"{lowest.Dimension.Name} ligger lägst, på nivå {Shown(lowest.Mean)}, men hindras av {first.Dimension.Name.ToLower(Swedish)}, som är på nivå {Shown(first.Mean)} och först behöver nå nivå {target}.");
    }

    public static string Shown(decimal? mean) => mean is { } level ? level.ToString("0.0", Swedish) : "okänd";
}
