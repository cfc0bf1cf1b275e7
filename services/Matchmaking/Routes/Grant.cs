namespace Matchmaking.Routes;

/// <summary>A grant without counter-performance (KL 2 kap. 1, 3 and 8 §§); with one it is a contract (LOU 1 kap. 15 §).</summary>
internal static class Grant
{
    public static RouteResult Assess(Scene scene)
    {
        var draft = new Draft(RouteCodes.Grant).Cites("KL 2 kap. 8 §", "KL 2 kap. 1 §", "KL 2 kap. 3 §", "LOU 1 kap. 15 §", "LOU 1 kap. 2 §", "LOU 1 kap. 6 §");
        if (scene.Need.Grant.Value is not { } grant)
        {
            var asked = scene.Need.Grant.IsUnknown;
            draft.Requires(asked ? Answer.Unknown : Answer.No, "Inget bidrag är på tal: kommunen vill ha något för pengarna, och då är det ett köp.",
                "Om ett bidrag utan motprestation räcker.", "Fråga vad kommunen vill ha för pengarna. Ska något utföras är det ett köp.");
            return draft.Finish("");
        }
        draft.Requires(Logic.Not(grant.CounterPerformance.Answer()),
                "Kommunen får en motprestation. Då är det ett kontrakt som ska upphandlas.",
                "Om kommunen får en motprestation.", "Läs villkoren: är något beställt mot betalning är det ett kontrakt.")
            .Requires(grant.GeneralInterest.Answer(),
                "Ändamålet är inte av allmänt intresse för kommunens medlemmar.",
                "Om ändamålet är av allmänt intresse.", "Pröva mot kommunallagen 2 kap. 1 §.")
            .Requires(grant.EqualRules.Answer(),
                "Bidragsreglerna är inte lika för alla, och sakliga skäl är inte visade.",
                "Om bidragsreglerna är lika för alla.", "Jämför med kommunens bidragsregler; olikheter kräver sakliga skäl (2 kap. 3 §).")
            .Requires(Trader(scene, grant),
                "Stöd riktat till en enskild näringsidkare kräver synnerliga skäl.",
                "Om stödet riktas till en enskild näringsidkare, och om synnerliga skäl finns.",
                "Ta reda på om mottagaren är näringsidkare och om stödet är generellt (2 kap. 8 §).")
            .Notes("Pröva reglerna om statsstöd, till exempel stöd av mindre betydelse: 300 000 euro på tre år (EU 2023/2831).");
        return draft.Finish("Bidraget kan ges.");
    }

    /// <summary>Aimed at one trader needs exceptional reasons; anyone else, or a general support, does not (KL 2 kap. 8 §).</summary>
    private static Answer Trader(Scene scene, GrantFacts grant)
    {
        var trader = scene.Enterprise is { } enterprise ? enterprise.IsTrader.Answer() : Answer.Unknown;
        return Logic.Or(Logic.Not(grant.IndividuallyTargeted.Answer()), Logic.Not(trader), grant.ExceptionalReasons.Answer());
    }
}
