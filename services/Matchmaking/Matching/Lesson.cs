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
/// An interest that led to no deal for a reason that both sides have confirmed. It says something about what an enterprise does in one trade and one kind of
/// need, and nothing of what else it does: every other pair stays as it is. It follows the trade, so that the same offer put up anew has learned it too.
/// </summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="OfferId">The offer that the interest came from.</param>
/// <param name="Offered">Key of the trade that this offer spoke for most; null when none could be read, and then the lesson is about that very offer.</param>
/// <param name="Kind">What was in the way.</param>
/// <param name="MunicipalityCode">Where the need was to be met.</param>
/// <param name="NeedValueSek">What the need was worth, SEK; null when unknown.</param>
/// <param name="Asked">Key of the trade that the need asked for most; null when none could be read.</param>
/// <param name="ConfirmedAt">When the other side confirmed the reason (UTC).</param>
public sealed record Lesson(Guid EnterpriseId, Guid OfferId, string? Offered, LessonKind Kind, string MunicipalityCode, decimal? NeedValueSek, string? Asked, DateTimeOffset ConfirmedAt);

/// <summary>The lessons by enterprise, ready to be asked. Not safe for a writer beside others.</summary>
public sealed class Lessons(TradeNearness trades, Geography geography)
{
    /// <summary>A need that is worth so much of the earlier one is as large, and a distance that is so much of the earlier one as long.</summary>
    private const double LikeSize = 0.75, LikeDistance = 0.9;

    private readonly record struct Learned(Guid Offer, int Offered, LessonKind Kind, int Place, double Value, int Trade, DateTimeOffset ConfirmedAt);

    private Dictionary<Guid, Learned[]> byEnterprise = [];

    /// <summary>Takes these in place of all earlier ones; what is about a trade that the vocabulary no longer has is left out.</summary>
    public void Set(IEnumerable<Lesson> lessons) => byEnterprise = lessons
        .Where(lesson => lesson.Kind != LessonKind.WrongTrade || trades.Find(lesson.Asked) >= 0)
        .GroupBy(lesson => lesson.EnterpriseId, lesson => new Learned(
            lesson.OfferId, trades.Find(lesson.Offered), lesson.Kind, Area.Number(lesson.MunicipalityCode), lesson.NeedValueSek is { } value and > 0 ? (double)value : double.NaN, trades.Find(lesson.Asked), lesson.ConfirmedAt))
        .ToDictionary(own => own.Key, own => own.OrderByDescending(learned => learned.ConfirmedAt).ThenBy(learned => learned.Kind).ThenBy(learned => learned.Offer).ToArray());

    /// <summary>What is left of the relevance of a pair, and the lesson behind: the latest that is about such a pair. Further ones take no more away.</summary>
    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="km">Kilometres between the two, or null.</param>
    /// <param name="now">The moment that is asked for.</param>
    public (double Left, LessonKind? Kind) Of(NeedProfile need, OfferProfile offer, double? km, DateTimeOffset now)
    {
        if (byEnterprise.Count == 0 || !byEnterprise.TryGetValue(offer.Enterprise.Id, out var own)) return (1, null);
        foreach (var learned in own)
            if (IsOf(learned, offer) && IsAbout(learned, need, offer, km) && Weights.LeftAfterLesson((now - learned.ConfirmedAt).TotalDays) is var left and < 1)
                return (left, learned.Kind);
        return (1, null);
    }

    private static bool IsOf(Learned learned, OfferProfile offer) =>
        learned.Offer == offer.Offer.Id || (offer.Text.Trades is [var (offered, _), ..] && offered == learned.Offered);

    private bool IsAbout(Learned learned, NeedProfile need, OfferProfile offer, double? km) => learned.Kind switch
    {
        LessonKind.Capacity => need.Value >= LikeSize * learned.Value,
        LessonKind.Distance => need.Place == learned.Place || km >= LikeDistance * geography.Km(offer.Area.Home, learned.Place),
        _ => need.Text.Trades is [var (asked, _), ..] && asked == learned.Trade,
    };
}
