namespace Matchmaking.Routes;

/// <summary>
/// Special contract terms on employment. Directive-governed: LOU 17 kap. 1 §. Under 19 kap., which does not refer to 17 kap.:
/// 19 kap. 9 § p 5 with 3 and 2 §§. Concessions: LUK 14 kap. 1 § and, below the threshold, 15 kap. 4 §. LOV: 4 kap. 2 §.
/// </summary>
internal static class EmploymentClause
{
    public static RouteResult Assess(Scene scene)
    {
        var draft = new Draft(RouteCodes.EmploymentClause);
        var choice = Logic.And(Lov.Covers(scene), scene.Need.LovDecision.Answer());
        var procurement = scene.Merge((world, verdict) => world.Class switch
        {
            ContractClass.NoProcurement => Answer.No,
            ContractClass.Exempt => Answer.Unknown,
            ContractClass.Concession => Answer.Yes,
            // In a direct award only 19 a kap. applies, which says nothing of such terms.
            _ => Logic.Or(Logic.Not(verdict.Direct), Answer.Unknown),
        });
        draft.Requires(Logic.Or(procurement, choice),
            "Ett bidrag utan motprestation har inga kontraktsvillkor av det slaget.",
            "Om villkoret hör till en annonserad upphandling.",
            "Vid direktupphandling gäller bara 19 a kap., som inte reglerar sådana villkor. Kommunens riktlinjer kan göra det.");
        Conditions(draft, scene.Need.EmploymentClause);
        if (choice == Answer.Yes) draft.Cites("LOV 4 kap. 2 §");
        if (scene.Directive == Answer.Yes) draft.Cites("LOU 17 kap. 1 §", "LOU 16 kap. 2 §", "LOU 17 kap. 2 §");
        else if (scene.Directive == Answer.No && ByValue.NotLou(scene) is null) draft.Cites("LOU 19 kap. 9 §", "LOU 19 kap. 3 §", "LOU 19 kap. 2 §");
        else if (ByValue.NotLou(scene) is null) draft.Cites("LOU 19 kap. 9 §", "LOU 19 kap. 3 §", "LOU 19 kap. 2 §", "LOU 17 kap. 1 §", "LOU 16 kap. 2 §");
        if (scene.May(ContractClass.Concession))
            draft.Cites(scene.Value.Below(scene.Rules.Limit("luk.concession", scene.Date)?.AmountSek) == Answer.No
                ? ["LUK 14 kap. 1 §", "LUK 15 kap. 4 §"]
                : ["LUK 15 kap. 4 §", "LUK 14 kap. 1 §"]);
        draft.Uses(scene.Limits(Verdict.Threshold)).Uses(scene.DirectLimits()).Notes(
            "Villkoret uppfylls under avtalstiden och prövas inte i anbudet.",
            "Börja med fyra frågor: finns politiskt beslut, är beställaren intresserad, finns en matchningsansvarig, finns ett regionalt nätverk?",
            "Ett socialt företag kan vara rekryterare, utbildare eller underleverantör.");
        if (draft.Answer != Answer.No) ByValue.Basis(draft, scene);
        return draft.Finish("Villkoret får ställas.");
    }

    private static void Conditions(Draft draft, Fact<EmploymentClauseFacts> clause)
    {
        const string Linked = "Om villkoret har anknytning till det som köps.";
        const string Stated = "Om villkoret står i upphandlingsdokumenten.";
        const string How = "Skriv villkoret så att det gäller utförandet av just detta kontrakt, och ta in det i upphandlingsdokumenten.";
        var facts = clause.Value;
        draft.Requires(facts?.LinkedToSubject.Answer() ?? Answer.Unknown, "Villkoret saknar anknytning till det som köps.", Linked, How)
            .Requires(facts?.StatedInDocuments.Answer() ?? Answer.Unknown, "Villkoret står inte i upphandlingsdokumenten.", Stated, How);
    }
}
