namespace Matchmaking.Routes;

/// <summary>Avrop from a framework agreement; open to its parties only.</summary>
internal static class CallOff
{
    public static RouteResult Assess(Scene scene)
    {
        var need = scene.Need;
        var draft = new Draft(RouteCodes.CallOff).Requires(
            need.FrameworkAgreementCovers.Answer(),
            "Inget gällande ramavtal täcker behovet.",
            "Om ett gällande ramavtal täcker behovet.",
            "Slå upp kommunens avtalsregister och inköpscentralernas ramavtal: vad det gäller, vilka som får avropa, takvärde och slutdag.");
        draft.Requires(WithinCeiling(scene),
            "Behovet ryms inte i ramavtalets takvärde.",
            "Om behovet ryms i det som återstår av ramavtalets takvärde.",
            "Ta reda på takvärdet och vad som redan har avropats.");
        if (scene.Enterprise is { } enterprise)
            draft.Requires(
                enterprise.PartyToFramework.Answer(),
                "Företaget är inte part i ramavtalet; bara parter kan få avrop.",
                "Om företaget är part i ramavtalet.",
                "Se ramavtalets leverantörer. Företaget kan också vara underleverantör till en part.");
        var regime = need.FrameworkRegime;
        if (!regime.IsKnown || !Regimes.Is19(regime.Value)) draft.Cites("LOU 7 kap. 3 §", "LOU 7 kap. 2 §", "LOU 10 kap. 4 §");
        if (!regime.IsKnown || Regimes.Is19(regime.Value)) draft.Cites("LOU 1 kap. 20 §", "LOU 19 kap. 7 §", "LOU 19 kap. 19 §");
        draft.Cites("LOU 5 kap. 14 §", "LOU 19 a kap. 13 §").Notes(
            "Avrop efterannonseras inte.",
            "Avropet måste rymmas i ramavtalets takvärde och löptid.",
            "Att avropa i första hand är kommunens egen ordning; ingen paragraf kräver det.");
        return draft.Finish("Ramavtalet täcker behovet.");
    }

    /// <summary>Whether a call-off is possible for this need and enterprise.</summary>
    public static Answer Open(Scene scene) => Logic.And(
        scene.Need.FrameworkAgreementCovers.Answer(),
        WithinCeiling(scene),
        scene.Enterprise?.PartyToFramework.Answer() ?? Answer.Yes);

    /// <summary>The need fits under the existing agreement's ceiling (5 kap. 14 §); where none is stated it is not at issue.</summary>
    private static Answer WithinCeiling(Scene scene)
    {
        var need = scene.Need;
        // A framework procured under 19 kap. has a ceiling below the threshold, so a need that reaches it hardly fits.
        if ((need.FrameworkRegime.IsUnknown || Regimes.Is19(need.FrameworkRegime.Value)) && scene.Directive != Answer.No) return Answer.Unknown;
        if (need.FrameworkMaxValueSek.IsAbsent || !need.EstablishesFramework.IsAbsent) return Answer.Yes;
        return need.FrameworkMaxValueSek.IsKnown ? Logic.Not(scene.Value.Above(need.FrameworkMaxValueSek.Value)) : Answer.Unknown;
    }
}
