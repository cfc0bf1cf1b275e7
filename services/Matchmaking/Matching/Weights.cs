using ServiceDefaults.Text;

namespace Matchmaking.Matching;

/// <summary>What each signal is worth. A change here, in the vocabulary or in the text analysis gives a new <see cref="Version"/>.</summary>
public static class Weights
{
    /// <summary>Number of this set of weights.</summary>
    public const string Set = "5";

    /// <summary>What scores less is not called a match: below it a trade is guessed, or too much is missing.</summary>
    public const double LeastMatch = 0.2;

    /// <summary>The trades of the two.</summary>
    public const double Trade = 0.74;

    /// <summary>CPV codes in common.</summary>
    public const double Cpv = 0.10;

    /// <summary>Words in common.</summary>
    public const double Words = 0.12;

    /// <summary>Target groups in common.</summary>
    public const double Groups = 0.04;

    /// <summary>What is left of the relevance of an offer whose target group is another, where the service is bought for a group.</summary>
    public const double OtherGroup = 0.8;

    /// <summary>What is left of the relevance by how the area lies.</summary>
    public static double Left(Reach reach, double? km) => reach switch
    {
        // Within the area the nearest comes first, but only as a tie-break: the enterprise itself has said that it comes.
        Reach.Covered => 1 - Math.Min(0.04, (km ?? 100) / 5000),
        Reach.JustOutside => 0.62,
        Reach.Neighbouring => 0.28 - 0.08 * Math.Min(1, (km ?? 0) / 180),
        Reach.Far => 0.05,
        _ => 0.3,
    };

    /// <summary>What is left by size: 1 when the enterprise takes on the value alone, then by how much of it; NaN stands for unknown.</summary>
    public static double Left(double value, double largest) => (largest / value) switch
    {
        double.NaN => 0.97,
        >= 1 => 1,
        >= 1.0 / 3 and var part => 0.55 + 0.12 * part,
        _ => 0.3,
    };

    /// <summary>What is left by days since the profile was confirmed: all for half a year, then less, a third after a year; hidden after a year and a half.</summary>
    public static double Left(double days) => days switch
    {
        <= 183 => 1,
        <= 365 => 1 - 0.15 * (days - 183) / 182,
        <= HiddenAfterDays => 0.35,
        _ => 0,
    };

    /// <summary>What is left by days since both sides confirmed that an earlier interest came to nothing for a reason that is about such a pair: little is taken, and less each day.</summary>
    public static double LeftAfterLesson(double days) => 1 - MostLearned * Math.Clamp(1 - Math.Floor(days) / LessonDays, 0, 1);

    /// <summary>The most that an earlier experience takes away: it may decide between two that fit alike, not more.</summary>
    public const double MostLearned = 0.08;

    /// <summary>Days after which it is forgotten: 24 months.</summary>
    public const double LessonDays = 730;

    /// <summary>Days after which an unconfirmed profile is no longer proposed.</summary>
    public const double HiddenAfterDays = 548;

    /// <summary>Name of everything that decides a score beside the pair, the places and the day.</summary>
    public static string Version(string vocabulary) => $"v{Set}-t{SwedishAnalyzer.Version}-{vocabulary}";
}
