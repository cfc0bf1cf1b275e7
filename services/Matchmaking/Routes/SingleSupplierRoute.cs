using System.Text.RegularExpressions;

namespace Matchmaking.Routes;

/// <summary>Only one supplier is possible: LOU 6 kap. 14 §, below the threshold and for bilaga 2 by 19 a kap. 5 §.</summary>
internal static partial class SingleSupplierRoute
{
    // How the ground is named is left to the caller; what it is must be clear from its words.
    private static readonly string[] Art = ["art", "artistic", "artwork", "konst", "konstverk", "konstnärlig"];
    private static readonly string[] Others = ["technical", "teknisk", "tekniska", "exclusive", "ensamrätt", "ensamrätter"];

    public static RouteResult Assess(Scene scene)
    {
        var draft = new Draft(RouteCodes.SingleSupplier);
        if (ByValue.NotLou(scene) is { } other) draft.Requires(Answer.No, other, "", "");
        var facts = scene.Need.SingleSupplier;
        draft.Requires(
            scene.Single,
            facts.Value is { } stated ? Obstacle(stated) : "Ingen grund för en enda leverantör är angiven.",
            "Om grunden håller.",
            "Undersök marknaden: finns konst, tekniska skäl eller ensamrätt, inget rimligt alternativ, och beror bristen på konkurrens inte på hur behovet avgränsats?");
        var directive = scene.Directive == Answer.Yes;
        draft.Cites(directive ? ["LOU 6 kap. 14 §", "LOU 19 a kap. 5 §"] : ["LOU 19 a kap. 5 §", "LOU 6 kap. 14 §"]).Uses(scene.Limits(Verdict.Threshold));
        if (draft.Answer != Answer.No)
        {
            draft.Notes("Att bara ett lokalt socialt företag finns är ingen grund.");
            draft.Owes(directive
                ? Duties.OfDirective.Where(duty => duty.Id != Duties.Standstill).Concat(Duties.OfDirectAward(scene, scene.Value).OfType<Duty>().Where(duty => duty.Id == Duties.Standstill))
                : Duties.OfDirectAward(scene, scene.Value));
        }
        ByValue.Basis(draft, scene);
        return draft.Finish(directive ? "Förhandlat förfarande utan annonsering är möjligt med den enda leverantören." : "Direktupphandling är möjlig med den enda leverantören.");
    }

    /// <summary>Whether the conditions of 6 kap. 14 § are shown.</summary>
    public static Answer Ground(NeedFacts need)
    {
        if (need.SingleSupplier.IsUnknown) return Answer.Unknown;
        if (need.SingleSupplier.Value is not { } facts || facts.Ground.IsAbsent) return Answer.No;
        if (facts.Ground.IsUnknown)
            return Logic.And(Answer.Unknown, Logic.Not(facts.ArtificialNarrowing.Answer()));
        // For art no question is asked about a reasonable alternative (6:14 st 2).
        if (Is(facts.Ground.Value, Art)) return Logic.Not(facts.ArtificialNarrowing.Answer());
        return Is(facts.Ground.Value, Others)
            ? Logic.And(Logic.Not(facts.ArtificialNarrowing.Answer()), Logic.Not(facts.ReasonableAlternative.Answer()))
            : Answer.No;
    }

    private static bool Is(string? ground, string[] names) => ground is not null && Words().Matches(ground)
        .Any(word => names.Contains(word.Value, StringComparer.OrdinalIgnoreCase));

    private static string Obstacle(SingleSupplierFacts facts) =>
        facts.ArtificialNarrowing.Value ? "Bristen på konkurrens kommer av hur behovet har avgränsats."
        : facts.ReasonableAlternative.Value ? "Det finns ett rimligt alternativ."
        : "Grunden är inte konst, tekniska skäl eller ensamrätt; att leverantören är lokal eller social räcker inte.";

    /// <summary>Words, also those run together with capitals: exclusiveRight, ONLY_LOCAL.</summary>
    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})")]
    private static partial Regex Words();
}
