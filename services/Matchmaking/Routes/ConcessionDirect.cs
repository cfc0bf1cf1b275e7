namespace Matchmaking.Routes;

/// <summary>
/// Direct award of a concession: below five percent of the threshold (LUK 15 kap. 6 §), compared exactly. The supplier must
/// carry a real operating risk (1 kap. 13 §), and direct awards of the same kind in the financial year count (15 kap. 7 §).
/// </summary>
internal static class ConcessionDirect
{
    public static RouteResult Assess(Scene scene)
    {
        var need = scene.Need;
        var kinds = Classification.KindsOf(need);
        var concession = !kinds.Contains(Kinds.Concession)
            // Said to be something else, but with the risk handed over: it may be a concession in truth.
            ? need.OperatingRiskTransferred.Answer() == Answer.No ? Answer.No : Answer.Unknown
            : scene.Merge((world, _) => Logic.Of(world.Class == ContractClass.Concession));
        var limit = scene.Rules.Limit("luk.direct-award", scene.Date);
        var turnover = kinds.Contains(Kinds.Concession) || scene.May(ContractClass.Concession) ? ContractValue.Of(need, Kinds.Concession, scene.Rules, scene.Date).Total : Money.Unknown;
        var counted = turnover + need.DirectAwardsSameKindFiscalYearSek.Money();
        var draft = new Draft(RouteCodes.ConcessionDirect)
            .Requires(concession,
                need.Kind.Value == Kinds.Concession
                    ? "Leverantören tar ingen verklig verksamhetsrisk. Då är det ett vanligt kontrakt och LOU gäller."
                    : "Inköpet är ingen koncession.",
                "Om leverantören tar en verklig verksamhetsrisk.",
                "Kan leverantören gå med förlust om kunderna uteblir, är det en koncession; annars gäller LOU (LOU 1 kap. 15 §).")
            .Requires(counted.Below(limit?.AmountSek),
                "Omsättningen under hela tiden når fem procent av tröskelvärdet, så koncessionen ska annonseras.",
                "Om omsättningen under hela tiden är lägre än fem procent av tröskelvärdet.",
                "Räkna leverantörens hela omsättning med förlängningar, avgifter från användare, bidrag och det kommunen tillhandahåller, och lägg till årets direktupphandlade koncessioner av samma slag.")
            .Cites("LUK 15 kap. 6 §", "LUK 5 kap. 2 §", "LUK 5 kap. 5 §", "LUK 5 kap. 4 §", "LUK 1 kap. 13 §", "LUK 1 kap. 22 §", "LUK 1 kap. 23 §", "LUK 15 kap. 5 §", "LUK 8 kap. 6 §")
            .Uses(limit, scene.Rules.Limit("luk.concession", scene.Date));
        if (!need.DirectAwardsSameKindFiscalYearSek.IsAbsent) draft.Cites("LUK 15 kap. 7 §");
        if (concession == Answer.No) return draft.Finish("");
        draft.Owes(Duties.OfConcession);
        if (draft.Answer == Answer.No)
            draft.Owes(
                Duties.ConcessionNoticeOf(limit),
                new Duty(Duties.Standstill, "LUK 16 kap. 1 §", "Avtalsspärr efter en annonserad koncession."));
        draft.Notes("Följ kommunens riktlinjer för direktupphandling av koncessioner (15 kap. 6 § andra stycket).",
            "Är värdet vid tilldelningen mer än 20 procent högre än beräknat gäller det verkliga värdet (5 kap. 4 §).");
        return draft.Finish("Omsättningen är lägre än fem procent av tröskelvärdet.");
    }
}
