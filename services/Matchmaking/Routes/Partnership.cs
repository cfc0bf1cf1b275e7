namespace Matchmaking.Routes;

/// <summary>
/// Idéburet offentligt partnerskap. No statute governs it, so the answer is never yes: unknown while it may be a partnership,
/// no when a specified service is ordered for payment, which is a contract (LOU 1 kap. 2 and 15 §§).
/// </summary>
internal static class Partnership
{
    public static RouteResult Assess(Scene scene)
    {
        var facts = scene.Need.Iop.Value;
        var contract = facts is null ? Answer.No : Logic.And(facts.DetailedOrder.Answer(), facts.PaymentForService.Answer());
        var draft = new Draft(RouteCodes.Iop)
            .Requires(Logic.And(Logic.Not(contract), Answer.Unknown),
                "En bestämd tjänst beställs mot betalning. Det är ett kontrakt, inget partnerskap.",
                "Om samarbetet är ett partnerskap och inte ett köp eller ett statsstöd.",
                "Gå igenom listan tillsammans med jurist: initiativ från föreningen, mål i politisk plan, gemensamt behov och ansvar, båda bidrar, ingen detaljerad beställning, öppet för andra, långsiktigt, följs upp.")
            .Cites("LOU 1 kap. 2 §", "LOU 1 kap. 15 §", "KL 2 kap. 1 §", "KL 2 kap. 3 §", "KL 2 kap. 8 §");
        if (scene.Enterprise?.NonProfit is { IsKnown: true, Value: false })
            draft.Requires(Answer.No, "Motparten är inte en idéburen organisation.", "", "");
        if (facts is not null)
        {
            Point(draft, facts.BothContribute, "Båda parter bidrar", "Vad var och en bidrar med.");
            Point(draft, facts.InitiativeFromAssociation, "Initiativet kommer från föreningen", "Vem som tog initiativet.");
            Point(draft, facts.OpenToOthers, "Andra får delta", "Om andra får delta.");
            if (facts.DetailedOrder.IsUnknown) draft.Asks("Om kommunen beställer en bestämd tjänst.", "Läs utkastet till överenskommelse.");
            if (facts.PaymentForService.IsUnknown) draft.Asks("Om pengarna är betalning för en tjänst.", "Läs utkastet till överenskommelse.");
        }
        draft.Notes("Domstol har funnit att LOU gällde ett sådant partnerskap och dömt ut upphandlingsskadeavgift (Alingsås, Förvaltningsrätten i Göteborg).");
        if (scene.Direct == Answer.Yes) draft.Notes("Behovet kan direktupphandlas, vilket kan vara den säkrare vägen.");
        return draft.Finish("");
    }

    private static void Point(Draft draft, Fact<bool> fact, string point, string question)
    {
        if (fact.IsUnknown) draft.Asks(question, "Fråga parterna och skriv ner svaret.");
        else draft.Notes($"{point}: {(fact.Value ? "ja" : "nej")}.");
    }
}
