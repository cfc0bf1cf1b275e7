namespace Matchmaking.Routes;

/// <summary>Direktupphandling (LOU 19 a kap.): by value, after a failed procurement, or with the only possible supplier.</summary>
internal static class DirectAward
{
    public static RouteResult Assess(Scene scene)
    {
        var draft = new Draft(RouteCodes.DirectAward).Requires(
            scene.Direct,
            scene.Verdicts.All(verdict => verdict.Directive == Answer.Yes)
                ? "Värdet når tröskelvärdet, så direktivets regler gäller och 19 a kap. är stängt."
                : ByValue.NotLou(scene) ?? "Värdet når gränsen för direktupphandling, och ingen annan grund i 19 a kap. är visad.",
            "Om värdet ligger under gränsen för direktupphandling, eller om någon annan grund i 19 a kap. finns.",
            "Räkna fram hela värdet, och för blandade inköp varje dels värde. Skriv ner hur du räknade.");
        draft.Cites("LOU 19 a kap. 2 §").Uses(scene.DirectLimits());
        // The other grounds, and a value above the limit, are bounded by the threshold.
        if (draft.Answer != Answer.Yes || scene.Single != Answer.No || scene.Failed != Answer.No) draft.Uses(scene.Limits(Verdict.Threshold));
        ByValue.Basis(draft, scene);
        if (scene.Single != Answer.No) draft.Cites("LOU 19 a kap. 5 §", "LOU 6 kap. 14 §");
        if (!scene.Need.PreviousProcurement.IsAbsent) draft.Cites("LOU 19 a kap. 3 §");
        if (scene.Need.PreviousProcurement.Value?.Regime.Value == Regimes.Directive)
            draft.Cites("LOU 6 kap. 12 §").Notes("3 § gäller bara efter en upphandling enligt 19 kap.; efter en direktivstyrd gäller 6 kap. 12 §.");
        if (!scene.Need.IntentionNotice.IsAbsent) draft.Cites("LOU 19 a kap. 9 §");
        if (scene.Need.IntentionNotice.IsUnknown)
            draft.Notes("Publiceras en annons om avsikt följer avtalsspärr i tio dagar (LOU 20 kap. 3 §).");
        if (draft.Answer != Answer.Yes && scene.Directive != Answer.Yes && ByValue.NotLou(scene) is null)
            draft.Notes("Andra grunder än värdet: inga lämpliga anbud (19 a kap. 3 §), bara oacceptabla anbud (4 §), en enda möjlig leverantör eller synnerlig brådska (5 §) och överprövning (6 §, inte längre eller större än nödvändigt enligt 7 §).");
        if (draft.Answer != Answer.No)
            draft.Owes(Duties.OfDirectAward(scene, scene.Value)).Cites("LOU 19 a kap. 8 §", "LOU 19 a kap. 15 §").Notes(
                "Följ kommunens egna riktlinjer för direktupphandling (19 a kap. 15 §) och behandla leverantörer lika (8 §).",
                "Har fler än en lämnat anbud ska alla som lämnat anbud få besked (10 §).",
                "Finns ett klart gränsöverskridande intresse kan öppenhet krävas även under gränsen.");
        return draft.Finish(scene.Direct == Answer.Yes && scene.Value.Below(scene.DirectLimits().Select(limit => (decimal?)limit.AmountSek).Min()) == Answer.Yes
            ? "Värdet ligger under gränsen för direktupphandling."
            : "En grund i 19 a kap. för direktupphandling är visad.");
    }

    /// <summary>An advertised procurement under 19 kap. brought no suitable tenders, and the terms stand (19 a kap. 3 §).</summary>
    public static Answer AfterFailed(NeedFacts need)
    {
        if (need.PreviousProcurement.IsUnknown) return Answer.Unknown;
        if (need.PreviousProcurement.Value is not { } earlier) return Answer.No;
        var regime = earlier.Regime.IsKnown ? Logic.Of(Regimes.Is19(earlier.Regime.Value)) : Answer.Unknown;
        return Logic.And(regime, Logic.Not(earlier.SuitableTenders.Answer()), Logic.Not(earlier.TermsSubstantiallyChanged.Answer()));
    }
}

/// <summary>How a framework or an earlier procurement was procured.</summary>
internal static class Regimes
{
    public const string Directive = "directive";

    public static bool Is19(string? regime) =>
        regime is not null && regime.Trim().TrimEnd('.').ToUpperInvariant() is "19 KAP" or "19" or "19_KAP" or "19-KAP" or "NATIONAL";
}
