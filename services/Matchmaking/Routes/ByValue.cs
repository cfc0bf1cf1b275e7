namespace Matchmaking.Routes;

/// <summary>The two routes that the value alone decides, and the basis that every route by value rests on.</summary>
internal static class ByValue
{
    public static RouteResult Advertised(Scene scene)
    {
        var callOff = CallOff.Open(scene);
        var draft = new Draft(RouteCodes.Advertised)
            .Requires(
                scene.Advertised,
                NotLou(scene) ?? (scene.Directive == Answer.Yes
                    ? "Värdet når tröskelvärdet, så direktivets regler gäller."
                    : "Direktupphandling är tillåten, så annonsering enligt 19 kap. är inget krav."),
                "Om värdet ligger mellan gränsen för direktupphandling och tröskelvärdet.",
                "Räkna fram hela värdet, och för blandade inköp varje dels värde.")
            .Requires(
                Logic.Not(callOff),
                "Ett ramavtal täcker behovet, så avrop är möjligt utan ny annonsering.",
                "Om ett ramavtal redan täcker behovet.",
                "Slå upp kommunens avtalsregister.")
            .Cites("LOU 19 kap. 1 §", "LOU 19 a kap. 2 §", "LOU 19 kap. 8 §")
            .Uses(scene.DirectLimits()).Uses(scene.Limits(Verdict.Threshold));
        Basis(draft, scene);
        if (draft.Answer == Answer.Yes)
            draft.Owes(Duties.OfAdvertised).Cites("LOU 19 kap. 13 §").Notes(
                "Annonsera i en registrerad annonsdatabas (19 kap. 8 §); förfarandet får utformas fritt, med dialog och förhandling (15–16 §§).",
                "Sociala hänsyn bör beaktas (3 §); leverantörer får lämna anbud i grupp (4 §) och åberopa andras kapacitet (5 §).",
                "Upplysningar som leverantörer begär i tid lämnas senast sex dagar före sista anbudsdag (19 kap. 13 §).");
        if (draft.Answer == Answer.Yes && scene.May(ContractClass.Annex2))
            draft.Cites("LOU 12 kap. 15 §", "LOU 12 kap. 16 §").Notes("För tjänster i bilaga 2 upprättas också en individuell rapport (12 kap. 15–16 §§).");
        else if (draft.Answer == Answer.Unknown) draft.Owes(Certain(scene));
        return draft.Finish("Upphandlingen ska annonseras enligt 19 kap.");
    }

    public static RouteResult Directive(Scene scene)
    {
        var callOff = CallOff.Open(scene);
        var draft = new Draft(RouteCodes.Directive).Requires(
            scene.Directive,
            NotLou(scene) ?? (scene.Worlds.All(world => world.Class == ContractClass.Annex2)
                ? "Tjänster i bilaga 2 upphandlas enligt 19 eller 19 a kap. även över tröskelvärdet."
                : "Värdet ligger under tröskelvärdet."),
            "Om värdet når tröskelvärdet.",
            "Räkna fram hela värdet, och för blandade inköp varje dels värde. Saknas tröskelvärde för dagen måste det slås upp.");
        draft.Cites("LOU 5 kap. 1 §", "LOU 19 kap. 1 §").Uses(scene.Limits(Verdict.Threshold));
        Basis(draft, scene);
        if (draft.Answer == Answer.Yes)
            draft.Owes(DirectiveDuties(scene, callOff)).Cites("LOU 6 kap. 1 §", "LOU 10 kap. 1 §", "LOU 12 kap. 15 §", "LOU 4 kap. 3 §", "LOU 4 kap. 14 §").Notes(
                "Delas kontraktet inte upp ska det motiveras (4 kap. 14 §); delar gör det lättare för små leverantörer.",
                "Leverantörer får lämna anbud i grupp (4 kap. 5 §) och åberopa andras kapacitet (14 kap. 6 §).");
        return draft.Finish("Värdet når tröskelvärdet; LOU gäller utom 19 och 19 a kap.");
    }

    /// <summary>A call-off needs no new notice, and with the only possible supplier nothing is advertised that a standstill could follow.</summary>
    private static IEnumerable<Duty?> DirectiveDuties(Scene scene, Answer callOff) =>
        Duties.OfDirective.Where(duty => duty.Id == Duties.Document
                || duty.Id == Duties.AfterNotice && callOff != Answer.Yes
                || duty.Id == Duties.Standstill && callOff != Answer.Yes && scene.Single != Answer.Yes)
            .Concat(Duties.OfDirectAward(scene, scene.Value).Where(duty => duty?.Id == Duties.Standstill).OfType<Duty>());

    /// <summary>Why LOU does not apply at all, or null.</summary>
    public static string? NotLou(Scene scene) =>
        scene.Worlds.All(world => world.Class == ContractClass.Concession) ? "En koncession upphandlas enligt LUK, inte LOU."
        : scene.Worlds.All(world => world.Class == ContractClass.NoProcurement) ? "Ett bidrag utan motprestation är ingen upphandling."
        : scene.Worlds.All(world => world.Class == ContractClass.Exempt) ? "Räddningstjänst och liknande av en ideell organisation är undantagen från LOU (3 kap. 26 §)."
        : null;

    /// <summary>Value, class, date and lots: what each answer by value cites, and what of it is unknown.</summary>
    public static void Basis(Draft draft, Scene scene)
    {
        foreach (var world in scene.Worlds) draft.Cites(world.Value.Citations).Notes(world.Value.Notes);
        draft.Cites("LOU 5 kap. 1 §");
        // The list decides the class of a service also where it does not name the code.
        if (scene.May(ContractClass.Annex2) || scene.May(ContractClass.General) && scene.Codes.Any(code => CpvCodes.KindOf(code) == Kinds.Service)) draft.Cites("LOU bilaga 2");
        if (!scene.Need.Parts.IsAbsent || scene.Codes.Count > 1)
            draft.Cites("LOU 2 kap. 2 §").Notes("Ett blandat inköp följer den del som har högst värde (2 kap. 2 §), inte den kod som står först.");
        if (scene.May(ContractClass.NoProcurement)) draft.Cites("LOU 1 kap. 2 §", "LOU 1 kap. 15 §");
        if (scene.May(ContractClass.Exempt)) draft.Cites("LOU 3 kap. 26 §");
        if (scene.Need.Kind.Value == Kinds.Concession) draft.Cites("LUK 1 kap. 13 §", "LUK 1 kap. 22 §", "LUK 1 kap. 23 §", "LOU 1 kap. 15 §", "LOU 1 kap. 2 §");
        if (!scene.Need.Lot.IsAbsent)
            draft.Uses(scene.Limits(Verdict.LotLimit))
                .Notes("Små delkontrakt får undantas om de tillsammans är högst 20 procent av alla delkontrakt (5 kap. 8 §).");
        if (draft.Answer == Answer.Unknown) Questions.Ask(draft, scene);
    }

    /// <summary>Duties that hold whichever of direct award and 19 kap. it turns out to be.</summary>
    private static IEnumerable<Duty?> Certain(Scene scene) =>
        Duties.OfDirectAward(scene, scene.Value).Where(duty => duty?.Id != Duties.Standstill);
}
