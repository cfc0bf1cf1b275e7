namespace Matchmaking.Matching;

/// <summary>What two parties have agreed was in the way.</summary>
public enum LessonKind
{
    /// <summary>The enterprise had not the capacity for so large a need.</summary>
    Capacity,

    /// <summary>It was too far away.</summary>
    Distance,

    /// <summary>The offer was not about that kind of work.</summary>
    WrongTrade,
}

/// <summary>
/// An interest that led to no deal for a reason that both sides have confirmed. It says something about one offer and one kind of need, and nothing about
/// the enterprise: every other pair stays as it is.
/// </summary>
/// <param name="OfferId">The offer that the interest came from.</param>
/// <param name="Kind">What was in the way.</param>
/// <param name="MunicipalityCode">Where the need was to be met.</param>
/// <param name="NeedValueSek">What the need was worth, SEK; null when unknown.</param>
/// <param name="Asked">Key of the trade that the need asked for most; null when none could be read.</param>
/// <param name="ConfirmedAt">When the other side confirmed the reason (UTC).</param>
public sealed record Lesson(Guid OfferId, LessonKind Kind, string MunicipalityCode, decimal? NeedValueSek, string? Asked, DateTimeOffset ConfirmedAt);

/// <summary>The lessons by offer, ready to be asked. Not safe for a writer beside others.</summary>
public sealed class Lessons(TradeNearness trades, Geography geography)
{
    /// <summary>A need that is worth so much of the earlier one is as large, and a distance that is so much of the earlier one as long.</summary>
    private const double LikeSize = 0.75, LikeDistance = 0.9;

    private readonly record struct Learned(LessonKind Kind, int Place, double Value, int Trade, DateTimeOffset ConfirmedAt);

    private Dictionary<Guid, Learned[]> byOffer = [];

    /// <summary>Takes these in place of all earlier ones; what is about a trade that the vocabulary no longer has is left out.</summary>
    public void Set(IEnumerable<Lesson> lessons) => byOffer = lessons
        .Where(lesson => lesson.Kind != LessonKind.WrongTrade || trades.Find(lesson.Asked) >= 0)
        .GroupBy(lesson => lesson.OfferId, lesson => new Learned(
            lesson.Kind, Area.Number(lesson.MunicipalityCode), lesson.NeedValueSek is { } value and > 0 ? (double)value : double.NaN, trades.Find(lesson.Asked), lesson.ConfirmedAt))
        .ToDictionary(own => own.Key, own => own.OrderByDescending(learned => learned.ConfirmedAt).ThenBy(learned => learned.Kind).ToArray());

    /// <summary>What is left of the relevance of a pair, and the lesson behind: the latest that is about such a pair. Further ones take no more away.</summary>
    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="km">Kilometres between the two, or null.</param>
    /// <param name="now">The moment that is asked for.</param>
    public (double Left, LessonKind? Kind) Of(NeedProfile need, OfferProfile offer, double? km, DateTimeOffset now)
    {
        if (byOffer.Count == 0 || !byOffer.TryGetValue(offer.Offer.Id, out var own)) return (1, null);
        foreach (var learned in own)
            if (IsAbout(learned, need, offer, km) && Weights.LeftAfterLesson((now - learned.ConfirmedAt).TotalDays) is var left and < 1)
                return (left, learned.Kind);
        return (1, null);
    }

    private bool IsAbout(Learned learned, NeedProfile need, OfferProfile offer, double? km) => learned.Kind switch
    {
        LessonKind.Capacity => need.Value >= LikeSize * learned.Value,
        LessonKind.Distance => need.Place == learned.Place || km >= LikeDistance * geography.Km(offer.Area.Home, learned.Place),
        _ => need.Text.Trades is [var (asked, _), ..] && asked == learned.Trade,
    };
}
