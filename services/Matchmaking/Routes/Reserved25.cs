namespace Matchmaking.Routes;

/// <summary>Reserved for organisations with a public mission (LOU 19 kap. 25 §), three years at most.</summary>
internal static class Reserved25
{
    public static RouteResult Assess(Scene scene)
    {
        var draft = new Draft(RouteCodes.Reserved25);
        Authority(draft, scene, "lou.19-25", "LOU 19 kap. 25 §");
        draft.Requires(
            Term(scene),
            "Avtalet är längre än tre år, förlängningar inräknade.",
            "Hur länge avtalet ska gälla.",
            "Bestäm tiden; med förlängningar får den vara högst 36 månader.");
        if (scene.Enterprise is { } enterprise)
            draft.Requires(enterprise.PublicMissionPurpose.Answer(),
                    "Det är inte visat att organisationens syfte är ett offentligt uppdrag som gäller sådana tjänster.",
                    "Om organisationens syfte är ett offentligt uppdrag som gäller sådana tjänster.", "Läs stadgarna.")
                .Requires(enterprise.ReinvestsProfit.Answer(),
                    "Det är inte visat att vinsten återinvesteras.", "Om vinsten återinvesteras.", "Läs stadgar och årsredovisning.")
                .Requires(enterprise.ParticipatoryGovernance.Answer(),
                    "Det är inte visat att styrningen bygger på personalens ägande eller på deltagande.", "Om styrningen bygger på personalens ägande eller på deltagande.", "Läs stadgarna.")
                .Requires(Logic.Not(enterprise.SameServiceAwardedUnder25Last3Years.Answer()),
                    "Samma myndighet har tilldelat organisationen samma tjänst enligt 25 § de senaste tre åren.",
                    "Om samma myndighet tilldelat organisationen samma tjänst enligt 25 § de senaste tre åren.",
                    "Se avtalsregistret. Bara tilldelning enligt just 25 § räknas, inte direktupphandling eller 25 a §.");
        if (draft.Answer != Answer.No) draft.Owes(Duties.ThreeYears);
        if (draft.Answer != Answer.No && scene.Advertised == Answer.Yes) draft.Owes(Duties.OfAdvertised);
        return draft.Finish(scene.Enterprise is null ? "Upphandlingen får reserveras." : "Upphandlingen får reserveras och organisationen får delta.");
    }

    /// <summary>What 25 § and 25 a § have in common: a listed service in bilaga 2 that 19 kap. applies to.</summary>
    public static void Authority(Draft draft, Scene scene, string list, string paragraph)
    {
        var advertised = scene.Merge((world, verdict) => world.Class == ContractClass.Annex2 ? Logic.Or(verdict.Advertised, Answer.Unknown) : Answer.No);
        draft.Cites(paragraph, "LOU 19 kap. 1 §", "LOU bilaga 2").Uses(scene.DirectLimits())
            .Requires(
                scene.Lists(list),
                "CPV-koden finns inte i paragrafens uppräkning.",
                "Om hela inköpet gäller tjänster som paragrafen räknar upp.",
                "Minst en kod står utanför uppräkningen, eller så saknas kod eller gällande lista för dagen. Dela upp inköpet eller välj koder.")
            .Requires(
                advertised,
                ByValue.NotLou(scene) ?? "Upphandlingen gäller inte tjänster i bilaga 2.",
                "Om kommunen får välja 19 kap. och reservera när direktupphandling är tillåten.",
                "Under tröskelvärdet gäller bara 19 a kap. (19 kap. 1 § tredje stycket); att ändå välja 19 kap. går inte att läsa ut ur texten.")
            .Notes("Reservationen avgör vilka som får delta; upphandlingen annonseras ändå.");
        ByValue.Basis(draft, scene);
    }

    private static Answer Term(Scene scene)
    {
        var need = scene.Need;
        var most = scene.Rules.Number("lou.reserved-months", scene.Date);
        var months = need.Months.Money() + need.ExtensionMonths.Money();
        return Logic.And(Logic.Not(need.Indefinite.Answer()), Logic.Not(months.Above(most)));
    }
}
