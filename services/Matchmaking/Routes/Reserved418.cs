namespace Matchmaking.Routes;

/// <summary>
/// Reserved procurement (LOU 4 kap. 18 §): it narrows who may take part and never hands the contract to anyone. Below the
/// threshold and for bilaga 2 the text does not say that 4 kap. applies (19 kap. 1 § second paragraph).
/// </summary>
internal static class Reserved418
{
    public static RouteResult Assess(Scene scene)
    {
        var authority = scene.Merge((world, verdict) => world.Class is ContractClass.Concession or ContractClass.NoProcurement or ContractClass.Exempt
            ? Answer.No
            : Logic.Or(verdict.Directive, Answer.Unknown));
        var draft = new Draft(RouteCodes.Reserved418)
            .Requires(authority,
                ByValue.NotLou(scene) ?? "",
                "Om 4 kap. 18 § får användas när upphandlingen inte är direktivstyrd.",
                "19 kap. 1 § räknar inte upp 4 kap. bland det som gäller under tröskelvärdet och för bilaga 2. Upphandlingsmyndigheten (Nya upphandlingsregler 1 februari 2022) menar att det som är tillåtet över tröskelvärdet i regel är det även under.")
            .Cites("LOU 4 kap. 18 §", "LOU 19 kap. 1 §")
            .Uses(scene.Limits(Verdict.Threshold))
            .Notes("Reservationen avgör vilka som får delta; upphandlingen annonseras ändå.");
        if (scene.May(ContractClass.Concession)) draft.Cites("LUK 4 kap. 8 §").Notes("För koncessioner finns en egen regel om reservation, LUK 4 kap. 8 §.");
        if (scene.Enterprise is { } enterprise) Supplier(draft, enterprise, scene);
        ByValue.Basis(draft, scene);
        if (draft.Answer != Answer.No && scene.Directive == Answer.Yes) draft.Owes(Duties.OfDirective);
        if (draft.Answer != Answer.No && scene.Advertised == Answer.Yes) draft.Owes(Duties.OfAdvertised);
        return draft.Finish(scene.Enterprise is null
            ? "Upphandlingen får reserveras."
            : "Upphandlingen får reserveras och företaget får delta.");
    }

    private static void Supplier(Draft draft, EnterpriseFacts enterprise, Scene scene)
    {
        var least = scene.Rules.Number("lou.reserved-share", scene.Date);
        var purpose = Logic.Or(enterprise.ShelteredWorkshop.Answer(), enterprise.MainPurposeIntegration.Answer());
        var ownShare = Share(enterprise.Employed, enterprise.EmployedFromTargetGroup, least);
        var programme = enterprise.ProtectedEmploymentProgramme.Answer();
        // The 30 percent hold for the programme too (4:18 st 2).
        var counted = !enterprise.ProgrammeEmployed.IsAbsent || !enterprise.ProgrammeFromTargetGroup.IsAbsent;
        var programmeShare = counted ? Share(enterprise.ProgrammeEmployed, enterprise.ProgrammeFromTargetGroup, least) : Answer.Unknown;
        var first = Logic.And(purpose, ownShare);
        var second = Logic.And(programme, programmeShare);
        draft.Requires(
            Logic.Or(first, second),
            purpose == Answer.No && programme == Answer.No
                ? "Företaget är varken skyddad verkstad eller har integration som främsta syfte, och inget program för skyddad anställning är angivet."
                : "Färre än 30 procent av de sysselsatta hör till målgruppen.",
            purpose == Answer.Unknown && ownShare != Answer.No
                ? "Om företagets främsta syfte är social och yrkesmässig integration."
                : "Hur många av de sysselsatta som hör till målgruppen.",
            "Be företaget om antal sysselsatta och antal ur målgruppen vid en angiven dag, och om stadgar som visar syftet. Andelen räknas på antal, inte på avrundade procent.");
        draft.Notes("Enligt Upphandlingsmyndigheten (vägledning) prövas kravet när anbudet lämnas, en enhet i en juridisk person kan kvala in och praktik räknas som sysselsättning.");
    }

    /// <summary>Whether at least the share of those in work are of the target group; counts, never rounded percentages.</summary>
    public static Answer Share(Fact<decimal> all, Fact<decimal> group, decimal? least)
    {
        if (least is not { } share) return Answer.Unknown;
        if (group.IsKnown && group.Value <= 0 || group.IsAbsent) return Answer.No;
        if (all.IsAbsent || all.IsKnown && all.Value <= 0) return Answer.No;
        return all.IsKnown && group.IsKnown ? Logic.Of(group.Value <= all.Value && group.Value >= share * all.Value) : Answer.Unknown;
    }
}
