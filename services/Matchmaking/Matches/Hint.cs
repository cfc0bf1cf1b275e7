using Matchmaking.Matching;

namespace Matchmaking.Matches;

/// <summary>Something that the owner of a profile can change.</summary>
/// <param name="Code">no-offer, no-area, no-cpv, short-description, unread-trade, too-wide, area, size or freshness.</param>
/// <param name="OfferId">The offer that it is about, or null for the whole profile.</param>
/// <param name="Text">What to change and why, in Swedish.</param>
public sealed record Hint(string Code, Guid? OfferId, string Text)
{
    private const int ShortDescription = 80, WideTrades = 4;

    /// <summary>What stands in the way of hits.</summary>
    internal static IEnumerable<Hint> ForMore(IReadOnlyList<OfferReading> offers, IReadOnlyList<NearMiss> misses)
    {
        if (offers.Count == 0) yield return new("no-offer", null, "Profilen har inget publicerat erbjudande. Lägg till vad ni gör, så kan ni matchas.");
        foreach (var (offer, trades) in offers)
        {
            if (offer.AreaKind is "municipalities" or "counties" && offer.AreaCodes.Count == 0)
                yield return new("no-area", offer.Id, $"”{offer.Title}” har inget område. Ange vilka kommuner eller län ni kommer till.");
            if (offer.CpvCodes.Count == 0)
                yield return new("no-cpv", offer.Id, $"”{offer.Title}” har ingen CPV-kod. Med en kod hittas ni också av den som söker på kod.");
            if (offer.Description.Length < ShortDescription)
                yield return new("short-description", offer.Id, $"Beskrivningen av ”{offer.Title}” är kort. Skriv två eller tre meningar om vad ni gör, för vem och med vad.");
            if (trades == 0)
                yield return new("unread-trade", offer.Id, $"Vi förstår inte vilket yrke ”{offer.Title}” gäller. Skriv det med vanliga ord, till exempel städning eller cykelreparation.");
        }
        foreach (var group in misses.GroupBy(miss => miss.Missing).OrderByDescending(group => group.Count()))
            yield return new(group.Key, null, Missing(group.Key, group.Count()));
    }

    /// <summary>What makes a profile fit almost anything.</summary>
    internal static IEnumerable<Hint> ForFewer(IReadOnlyList<OfferReading> offers)
    {
        foreach (var (offer, trades) in offers)
        {
            if (trades >= WideTrades)
                yield return new("too-wide", offer.Id, $"”{offer.Title}” nämner {trades} yrken. Dela upp det i ett erbjudande per yrke, så syns ni där ni är bäst.");
            if (offer.AreaKind == "national")
                yield return new("too-wide", offer.Id, $"”{offer.Title}” gäller hela landet. Ange de kommuner eller län som ni verkligen tar uppdrag i.");
        }
    }

    private static string Missing(string code, int count)
    {
        var needs = count == 1 ? "Ett behov" : $"{count} behov";
        return code switch
        {
            MatchParts.Area => $"{needs} hade passat om ert område hade omfattat kommunen. Se vilka under nära träffar, och utöka området om ni kan ta er dit.",
            MatchParts.Size => $"{needs} är större än vad ni säger att ni tar. Höj gränsen, eller gå samman med andra.",
            _ => $"{needs} når ni inte för att profilen inte är bekräftad på länge. Bekräfta den med ett klick.",
        };
    }
}
