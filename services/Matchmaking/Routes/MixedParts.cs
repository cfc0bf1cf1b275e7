using System.Globalization;

namespace Matchmaking.Routes;

/// <summary>Says what the parts of a mixed contract sum up to and which decides (LOU 2 kap. 2 §), so that a reader can check it.</summary>
internal static class MixedParts
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static IEnumerable<string> Notes(Scene scene)
    {
        if (scene.Need.Parts.Value is not { Count: > 1 } parts) yield break;
        var groups = parts.GroupBy(part => Group(part, scene)).Select(group => (Name: group.Key, Sum: group.Sum(part => part.ValueSek.Value), Known: group.All(part => part.ValueSek.IsKnown))).ToList();
        yield return "Delarna: " + string.Join("; ", groups.Select(group => $"{group.Name} {(group.Known ? group.Sum.ToString("#,0 kr", Swedish) : "okänt värde")}")) + ".";
        if (groups.Any(group => group.Name == Works))
            yield return "Ingår en byggentreprenad avgör kontraktets huvudföremål, inte vilken del som är störst (LOU 2 kap.). Ange det som slag av köp.";
        var most = groups.Max(group => group.Sum);
        if (groups.Count == 1) yield break;
        yield return groups.All(group => group.Known) && groups.Count(group => group.Sum == most) == 1
            ? "Hela köpet följer reglerna för den del som har högst värde (LOU 2 kap. 2 §)."
            : "När delar är lika stora eller inte kända går det inte alltid att säga vilken som avgör (LOU 2 kap. 2 §).";
    }

    private const string Works = "byggentreprenad";

    private static string Group(PartFacts part, Scene scene) => part.Cpv.Value is not { } given || CpvCodes.Find(given) is not { } code ? "okänd kod"
        : scene.Rules.Lists("lou.annex-2", code, scene.Date) switch
        {
            Answer.Yes => "tjänster i bilaga 2",
            Answer.Unknown => "tjänster som inte kan klassas den dagen",
            _ => CpvCodes.KindOf(code) switch { Kinds.Works => Works, Kinds.Goods => "varor", _ => "andra tjänster" },
        };
}
