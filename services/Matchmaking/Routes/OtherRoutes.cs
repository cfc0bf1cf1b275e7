namespace Matchmaking.Routes;

/// <summary>Routes that only show a way on: they need facts which no assessment holds, so they are never more than unknown or a hint.</summary>
internal static class OtherRoutes
{
    /// <summary>Innovationspartnerskap (LOU 6 kap. 30–33 §§): develop what the market has not, then buy it.</summary>
    public static RouteResult Innovation(Scene scene)
    {
        var draft = new Draft(RouteCodes.Innovation)
            .Requires(ByValue.NotLou(scene) is null ? Answer.Unknown : Answer.No,
                ByValue.NotLou(scene) ?? "",
                "Om behovet inte kan tillgodoses med något som finns på marknaden.",
                "Gör en marknadsanalys. Leverantören behöver förmåga till forskning och utveckling; flera partner kan arbeta var för sig (6 kap. 37 §).")
            .Cites("LOU 6 kap. 30 §", "LOU 6 kap. 31 §", "LOU 6 kap. 37 §", "LOU 5 kap. 15 §")
            .Notes("Under tröskelvärdet kan ett förfarande enligt 19 kap. utformas fritt i stället.");
        return draft.Finish("");
    }

    /// <summary>Anbud i grupp and subcontracting: when the enterprise is too small on its own.</summary>
    public static RouteResult Together(Scene scene)
    {
        var advertised = scene.Merge((world, verdict) => world.Class is ContractClass.NoProcurement or ContractClass.Exempt ? Answer.No
            : world.Class == ContractClass.Concession ? Answer.Unknown
            : Logic.Not(verdict.Direct));
        var draft = new Draft(RouteCodes.Together).Requires(advertised,
            ByValue.NotLou(scene) ?? "Direktupphandling är tillåten; parterna kan komma överens utan särskilda regler.",
            "Om upphandlingen annonseras.", "Räkna fram värdet; vid annonserad upphandling får leverantörer gå samman.");
        if (scene.Directive != Answer.Yes) draft.Cites("LOU 19 kap. 4 §", "LOU 19 kap. 5 §");
        if (scene.Directive != Answer.No) draft.Cites("LOU 4 kap. 5 §", "LOU 14 kap. 6 §", "LOU 17 kap. 6 §", "LOU 17 kap. 7 §");
        return draft.Finish("Företaget får lämna anbud tillsammans med andra, åberopa andras kapacitet eller vara underleverantör.");
    }

    /// <summary>Outside the acts: what the municipality does itself, in-house, with other authorities, or lets out.</summary>
    public static RouteResult Outside(Scene scene)
    {
        var exempt = scene.Merge((world, _) => world.Class is ContractClass.NoProcurement or ContractClass.Exempt ? Answer.Yes : Answer.Unknown);
        var draft = new Draft(RouteCodes.Outside).Requires(exempt, "",
                "Om något undantag gäller.",
                "Pröva: köp från eget bolag som kommunen kontrollerar (3 kap. 11–16 §§), samarbete mellan myndigheter (3 kap. 17 §), ensamrätt (3 kap. 10 §), hyra av fastighet (3 kap. 19 §), juridiska tjänster (3 kap. 22–23 §§), ideell räddningstjänst (3 kap. 26 §), anställning. Att hyra ut egen lokal är ingen anskaffning (1 kap. 2 §).")
            .Cites("LOU 1 kap. 2 §", "LOU 3 kap. 11 §", "LOU 3 kap. 17 §", "LOU 3 kap. 10 §", "LOU 3 kap. 19 §", "LOU 3 kap. 26 §")
            .Notes("Privata utförare ska följas upp och insyn säkras i avtalet (KL 10 kap. 8–9 §§).");
        return draft.Finish("Upphandlingslagarna gäller inte.");
    }
}
