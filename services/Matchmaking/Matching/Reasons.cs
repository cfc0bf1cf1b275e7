using System.Globalization;
using Matchmaking.Matching.Vocabulary;
using ServiceDefaults.Rules;

namespace Matchmaking.Matching;

/// <summary>Says in Swedish why a need and an offer fit, and what is missing.</summary>
internal sealed class Reasons(IReadOnlyList<Trade> trades, TradeNearness nearness, Geography geography)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>What CPV codes of eight digits are called officially, as far as that is known.</summary>
    public IReadOnlyDictionary<string, string> CodeNames { get; set; } = new Dictionary<string, string>();

    /// <summary>All that there is to say, the weightiest first.</summary>
    public IReadOnlyList<Reason> Of(Pair pair) =>
        [.. new[] { Trade(pair), Code(pair), Area(pair), Size(pair), Group(pair), Freshness(pair), Experience(pair) }.OfType<Reason>()];

    /// <summary>Key of the trade that a text speaks for most, or null.</summary>
    public string? Key(Profile text) => text.Trades is [var (trade, _), ..] ? trades[trade].Key : null;

    /// <summary>What people call a trade.</summary>
    public string Label(int trade) => trades[trade].Label;

    /// <summary>What the one thing is that is missing, and what can be done about it.</summary>
    public string Advice(Pair pair, string missing) => missing switch
    {
        MatchParts.Area => $"Bara området saknas. {Area(pair).Text}",
        MatchParts.Size => $"Bara storleken saknas. {Size(pair)?.Text}",
        _ => $"Bara en färsk bekräftelse saknas. {Freshness(pair)?.Text}",
    };

    private Reason Trade(Pair pair)
    {
        var best = (Asked: -1, Offered: -1, Worth: 0f);
        foreach (var (asked, share) in pair.Need.Text.Trades)
            foreach (var (offered, sure) in pair.Offer.Text.Trades)
                if (nearness[asked, offered] * sure * share is var worth && worth > best.Worth) best = (asked, offered, worth);
        if (best.Worth <= 0) return new(MatchParts.Trade, ReasonEffect.Neutral, "Texterna har ord gemensamma, men yrket gick inte att utläsa.");
        var (a, o) = (trades[best.Asked], trades[best.Offered]);
        var behind = Behind(pair.Need.Text, a.Index, "behovet säger") + Behind(pair.Offer.Text, o.Index, "företaget säger");
        return a == o
            ? new(MatchParts.Trade, ReasonEffect.For, $"Samma yrke: {a.Label}.{behind}")
            : new(MatchParts.Trade, ReasonEffect.Neutral, $"Närliggande yrke: behovet gäller {a.Label}, företaget arbetar med {o.Label}.{behind}");
    }

    private static string Behind(Profile text, int trade, string who)
    {
        var words = text.Said.Where(e => e.Trade == trade && !e.Surface.StartsWith("CPV", StringComparison.Ordinal))
            .Select(e => e.Surface).Distinct().ToList();
        // A phrase says what its words say.
        words = [.. words.Where(w => !words.Any(o => o.Length > w.Length && o.Split(' ').Contains(w))).Take(3).Select(w => $"”{w}”")];
        return words.Count == 0 ? "" : $" {char.ToUpper(who[0], Swedish)}{who[1..]} {string.Join(", ", words)}.";
    }

    private Reason? Code(Pair pair)
    {
        var shared = pair.Need.Text.Codes.SelectMany(a => pair.Offer.Text.Codes, (a, b) => (a, b, n: Cpv.Shared(a, b))).DefaultIfEmpty().MaxBy(c => (c.a == c.b, c.n));
        if (shared.a is null || shared.n < 2) return null;
        if (shared.a == shared.b) return For($"Samma CPV-kod: {Named(shared.a)}.");
        var level = shared.n switch { 2 => "huvudgrupp", 3 => "grupp", 4 => "klass", _ => "undergrupp" };
        return For($"CPV-koderna {Named(shared.a)} och {Named(shared.b)} har samma {level} ({shared.a[..shared.n]}).");

        static Reason For(string text) => new(MatchParts.Cpv, ReasonEffect.For, text);
    }

    private string Named(string significant)
    {
        var code = significant.PadRight(8, '0');
        return CodeNames.TryGetValue(code, out var name) ? $"{code} ({name})" : code;
    }

    private Reason Area(Pair pair)
    {
        var place = geography.Find(pair.Need.Place)?.Name ?? "kommunen";
        var home = geography.Find(pair.Offer.Area.Home)?.Name;
        var far = pair.Score.Km is not { } km || home is null ? "" : km < 1 ? ", finns på orten" : $", {Math.Round(km).ToString("0", Swedish)} km från {home}";
        return new(MatchParts.Area, Effect(pair.Score.Reach), pair.Score.Reach switch
        {
            Reach.Covered when pair.Offer.Area.Kind == "national" => $"Levererar i hela landet{far}.",
            Reach.Covered => $"Levererar till {place}{far}.",
            Reach.JustOutside => $"{place} ligger strax utanför företagets radie på {pair.Offer.Area.RadiusKm} km{far}.",
            Reach.Neighbouring => $"Området omfattar inte {place}{far}: så långt åker man ibland här, så det kan vara värt att fråga.",
            Reach.Far => $"Området omfattar inte {place}{far}.",
            _ => $"Avståndet till {place} är inte känt.",
        });

        static ReasonEffect Effect(Reach reach) => reach switch { Reach.Covered => ReasonEffect.For, Reach.Unknown => ReasonEffect.Neutral, _ => ReasonEffect.Against };
    }

    private static Reason? Size(Pair pair)
    {
        if (pair.Need.Need.ValueSek is not { } value || value == 0) return null;
        if (pair.Offer.Offer.MaxContractSek is not { } largest) return new(MatchParts.Size, ReasonEffect.Neutral, "Företaget har inte angett hur stora uppdrag det tar.");
        return largest >= value
            ? new(MatchParts.Size, ReasonEffect.For, $"Tar uppdrag upp till {Kronor(largest)}; behovet är värt {Kronor(value)}.")
            : new(MatchParts.Size, ReasonEffect.Against, $"Tar uppdrag upp till {Kronor(largest)} av behovets {Kronor(value)}: kan passa om behovet delas eller om flera går samman.");
    }

    private static Reason? Group(Pair pair)
    {
        var common = pair.Need.Need.TargetGroups.Where(pair.Offer.Enterprise.TargetGroups.Contains).ToList();
        if (common.Count > 0)
            return new(MatchParts.Groups, ReasonEffect.For, $"Målgrupp gemensam: {string.Join(", ", common.Select(group => Contracts.TargetGroups.Names.GetValueOrDefault(group, group)))}.");
        return pair.Score.Groups < 0 ? new(MatchParts.Groups, ReasonEffect.Against, "Företaget har en annan målgrupp än den som behovet gäller.") : null;
    }

    private static Reason? Freshness(Pair pair) => pair.Score.Freshness >= 0 ? null : new(MatchParts.Freshness, ReasonEffect.Against,
        $"Uppgifterna bekräftades senast den {SwedishTime.DayOf(pair.Offer.Enterprise.ConfirmedAt).Written()}.");

    /// <summary>Who the two were, and when, is their own affair.</summary>
    private Reason? Experience(Pair pair) => pair.Score.Learned switch
    {
        null => null,
        LessonKind.Capacity => Against("kapaciteten inte räckte för ett uppdrag av ungefär den här storleken"),
        LessonKind.Distance => Against("det var för långt till ett uppdrag på ungefär det här avståndet"),
        _ => Against($"erbjudandet inte gällde den här sortens arbete ({trades[pair.Need.Text.Trades[0].Trade].Label})"),
    };

    private static Reason Against(string agreed) =>
        new(MatchParts.Experience, ReasonEffect.Against, $"Företaget och en kommun har tidigare varit överens om att {agreed}.");

    private static string Kronor(decimal sum) => sum.ToString("#,0", Swedish).Replace('\u202f', ' ').Replace('\u00a0', ' ') + " kr";
}
