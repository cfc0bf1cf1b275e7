using Matchmaking.Matching.Vocabulary;

namespace Matchmaking.Matching;

/// <summary>The score of a need and an offer, and what it is made of.</summary>
/// <param name="Trade">Trades, 0 to <see cref="Weights.Trade"/>.</param>
/// <param name="Cpv">Codes.</param>
/// <param name="Words">Words in common.</param>
/// <param name="Groups">Target groups; below zero when the service is for another group.</param>
/// <param name="Area">Zero or below.</param>
/// <param name="Size">Zero or below.</param>
/// <param name="Freshness">Zero or below.</param>
/// <param name="Experience">Zero or below: what an earlier interest without a deal takes away.</param>
/// <param name="Reach">How the area lies.</param>
/// <param name="Km">Distance between the main towns, or null.</param>
/// <param name="Learned">What was in the way then, or null.</param>
public readonly record struct PairScore(
    double Trade, double Cpv, double Words, double Groups, double Area, double Size, double Freshness, double Experience, Reach Reach, double? Km,
    LessonKind? Learned)
{
    /// <summary>The score, 0 to 1.</summary>
    public double Total => Trade + Cpv + Words + Groups + Area + Size + Freshness + Experience;

    /// <summary>What the score would be if area, size, freshness and experience took nothing away.</summary>
    public double Relevance => Trade + Cpv + Words + Groups;
}

/// <summary>Scores one need and one offer; nothing but the pair, the places, the day and what has been learned of such pairs has a say.</summary>
public sealed class Scorer(TradeNearness nearness, Geography geography, Lessons lessons)
{
    /// <summary>Without a trade in common, so many words must be that the pair is worth a look.</summary>
    private const double LeastWords = 0.03;

    /// <summary>The most that a pair without a trade in common can reach.</summary>
    internal const double MostWithoutTrade = Weights.Words + Weights.Cpv;

    /// <summary>The most that anything but the trades can add for a text.</summary>
    public static double MostBeside(Profile text, int groups) =>
        Weights.Words + (text.Codes.Length > 0 ? Weights.Cpv : 0) + (groups > 0 ? Weights.Groups : 0);

    /// <summary>
    /// The score, or null when the two have nothing in common, the profile is too old, or the score cannot reach <paramref name="least"/>.
    /// Pass <paramref name="tradeless"/> when it is known already that they have no trade in common, and <paramref name="fresh"/> to ask as if the profile had
    /// been confirmed just now.
    /// </summary>
    public PairScore? Score(NeedProfile need, OfferProfile offer, DateTimeOffset now, double least = 0, bool tradeless = false, bool fresh = false)
    {
        // Cheapest first: what is far away or too small drops out before any word is compared.
        var (reach, km) = geography.Of(offer.Area, need.Place);
        double areaLeft = Weights.Left(reach, km), sizeLeft = Weights.Left(need.Value, offer.Largest);
        var freshLeft = fresh ? 1 : Weights.Left(Math.Max(0, Math.Floor((now - offer.ConfirmedAt).TotalDays)));
        var left = areaLeft * sizeLeft * freshLeft;
        if (left <= 0 || left * (tradeless ? MostWithoutTrade : 1) < least) return null;

        var trade = tradeless ? 0 : Trade(need.Text.Trades, offer.Text.Trades);
        // Words alone count only where no trade could be read, and never bridge a distance.
        if (trade <= 0 && (need.Text.Trades.Length > 0 && offer.Text.Trades.Length > 0 || reach is not (Reach.Covered or Reach.JustOutside))) return null;
        if ((Weights.Trade * trade + Weights.Cpv + Weights.Words + Weights.Groups) * left < least) return null;

        double tradePart = Weights.Trade * trade, wordPart = Weights.Words * Shared(need.Text.Words, offer.Text.Words);
        if (tradePart <= 0 && wordPart < LeastWords) return null;
        var cpvPart = Weights.Cpv * Codes(need.Text.Codes, offer.Text.Codes);
        var groupPart = Groups(need, offer, trade, tradePart + cpvPart + wordPart);
        var whole = tradePart + cpvPart + wordPart + groupPart;
        var (learnedLeft, learned) = lessons.Of(need, offer, km, now);
        return new(tradePart, cpvPart, wordPart, groupPart, whole * (areaLeft - 1), whole * areaLeft * (sizeLeft - 1),
            whole * areaLeft * sizeLeft * (freshLeft - 1), whole * left * (learnedLeft - 1), reach, km, learned);
    }

    /// <summary>For each trade that is asked, the nearest that is offered.</summary>
    internal double Trade((int Trade, float Strength)[] need, (int Trade, float Strength)[] offer)
    {
        double sum = 0;
        foreach (var (asked, share) in need)
        {
            var best = 0f;
            foreach (var (offered, sure) in offer) best = Math.Max(best, nearness[asked, offered] * sure);
            sum += share * best;
        }
        return Math.Min(1, sum);
    }

    private static double Codes(string[] asked, string[] offered)
    {
        var best = 0.0;
        foreach (var a in asked)
            foreach (var b in offered)
                best = Math.Max(best, Cpv.Likeness(a, b));
        return best;
    }

    private static double Shared((uint Word, float Weight)[] a, (uint Word, float Weight)[] b)
    {
        var sum = 0f;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
            if (a[i].Word < b[j].Word) i++;
            else if (a[i].Word > b[j].Word) j++;
            else sum += Math.Min(a[i++].Weight, b[j++].Weight);
        return sum / (sum + 2.0);
    }

    private static double Groups(NeedProfile need, OfferProfile offer, double trade, double relevance)
    {
        IReadOnlyList<string> wanted = need.Need.TargetGroups, own = offer.Enterprise.TargetGroups;
        if (wanted.Count == 0) return 0;
        var common = 0;
        for (var i = 0; i < wanted.Count; i++) if (own.Contains(wanted[i])) common++;
        if (common == 0 && need.ForGroup && own.Count > 0) return relevance * (Weights.OtherGroup - 1);
        return Weights.Groups * common / wanted.Count * Math.Min(1, trade * 2);
    }
}
