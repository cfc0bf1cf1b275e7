namespace Matchmaking.Routes;

/// <summary>System of choice (LOV): independent of the value, after the municipality's own decision.</summary>
internal static class Lov
{
    public static RouteResult Assess(Scene scene)
    {
        var draft = new Draft(RouteCodes.Lov)
            .Requires(
                Covers(scene),
                "LOV gäller bara hälsovård och socialtjänster med de CPV-koder som lagen räknar upp.",
                "Om hela inköpet är hälsovård eller socialtjänster som LOV räknar upp.",
                "Minst en kod står utanför uppräkningen, eller så saknas kod. Dela upp inköpet eller välj koder.")
            .Requires(
                scene.Need.LovDecision.Answer(),
                "Kommunen har inte beslutat om valfrihetssystem för tjänsten.",
                "Om kommunen har beslutat om valfrihetssystem för tjänsten.",
                "Fråga nämnden eller slå upp fullmäktiges beslut och Valfrihetswebben.")
            .Cites("LOV 1 kap. 1 §", "LOV 8 kap. 1 §", "LOV 3 kap. 1 §", "LOV 1 kap. 2 a §", "LOV 4 kap. 2 §", "LOV 8 kap. 3 §", "LOV 9 kap. 1 §", "LOV 9 kap. 2 §")
            .Notes(
                "Systemet annonseras löpande på den nationella webbplatsen (3 kap. 1–2 §§), och den enskilde väljer utförare.",
                "Alla sökande som uppfyller kraven ska godkännas (8 kap. 1 §) om de inte får uteslutas (7 kap. 1 §); avtal tecknas utan dröjsmål (8 kap. 3 §).",
                "Kommunen ska informera om utförarna (9 kap. 1 §) och ha ett ickevalsalternativ (9 kap. 2 §).",
                "Systemet får reserveras för idéburna organisationer (1 kap. 2 a §), men inte ett vårdvalssystem (hälso- och sjukvårdslagen 7 kap. 3 §).");
        return draft.Finish("Tjänsten kan köpas i valfrihetssystemet.");
    }

    /// <summary>All that is bought is health care and social services on the list; veterinary services are in its range but no such service.</summary>
    public static Answer Covers(Scene scene)
    {
        var kinds = Classification.KindsOf(scene.Need);
        if (!kinds.Contains(Kinds.Service)) return Answer.No;
        return Logic.And(scene.Lists("lov"), kinds.Count == 1 ? Answer.Yes : Answer.Unknown);
    }
}
