using ServiceDefaults.Rules;

namespace Matchmaking.Routes;

/// <summary>What is unknown behind a value or a class, and how to find it out.</summary>
internal static class Questions
{
    public static void Ask(Draft draft, Scene scene)
    {
        var need = scene.Need;
        if (scene.Date is not { } date)
            draft.Asks("Vilken dag värdet ska bestämmas för.", "Dagen då upphandlingen påbörjas, eller annonseras (5 kap. 5 §), avgör vilka gränser som gäller.");
        else if (scene.Rules.Limit("lou.goods-services", date) is null || scene.Rules.Limit("lou.direct-award", date) is null)
            draft.Asks($"Vilka gränser som gäller den {date.Written()}.", "Plattformen har inga beslutade gränser för den dagen. Slå upp regeringens tillkännagivande; en tidigare gräns får inte användas.");
        If(draft, need.Cpv.IsUnknown || scene.Codes.Count == 0, "Vilken CPV-kod inköpet har.", "Välj den kod som bäst beskriver det som köps; den avgör om bilaga 2 gäller.");
        If(draft, scene.May(ContractClass.Annex2) && scene.May(ContractClass.General), "Vilken del av inköpet som har högst värde.",
            "Ange varje dels värde. Är bilaga 2-delen störst gäller dess regler, annars de allmänna; är delarna lika stora behövs en jurist.");
        If(draft, scene.May(ContractClass.NoProcurement), "Om kommunen får en motprestation.", "Är något beställt mot betalning är det ett köp, annars ett bidrag.");
        If(draft, scene.May(ContractClass.Exempt), "Om undantaget för ideell räddningstjänst gäller.", "Ta reda på om organisationen är ideell och om tjänsten är något annat än patienttransport (3 kap. 26 §).");
        If(draft, need.Kind.IsUnknown, "Om det är en tjänst, en vara, en byggentreprenad eller en koncession.", "Se vad avtalet i huvudsak ska ge.");
        If(draft, need.Kind.Value == Kinds.Concession && need.OperatingRiskTransferred.IsUnknown, "Om leverantören tar verksamhetsrisken.",
            "En koncession kräver verklig risk: leverantören kan gå med förlust om kunderna uteblir. Annars gäller LOU.");
        If(draft, need.ValueSek.IsUnknown || need.ValueInclVatSek.IsUnknown, "Vad kontraktet är värt.", "Uppskatta hela ersättningen utan moms, gärna från tidigare fakturor.");
        If(draft, need.OptionsSek.IsUnknown, "Vad optioner och förlängningar är värda.", "Räkna dem som om alla utnyttjas.");
        If(draft, need.MonthlySek.IsUnknown || need.Months.IsUnknown || need.ExtensionMonths.IsUnknown || need.Indefinite.IsUnknown || need.TotalPriceStated.IsUnknown,
            "Avtalets månadspris, tid eller totalpris.", "Bestäm tiden och om totalpris ska anges; utan totalpris räknas högst 48 månader.");
        If(draft, !need.Recurring.IsAbsent && need.Recurring.IsUnknown || need.RecurringSameKindSekLast12Months.IsUnknown || need.RecurringSameKindSekNext12Months.IsUnknown
            || need.Recurring.Value && need.RecurringSameKindSekLast12Months.IsAbsent && need.RecurringSameKindSekNext12Months.IsAbsent,
            "Vad köp av samma slag är värda under tolv månader.", "Ta fram utfallet för de senaste 12 månaderna och en prognos för de kommande 12 ur leverantörsreskontran.");
        If(draft, need.OtherUnitsSameNeedSek.IsUnknown || need.UnitsProcureIndependently.IsUnknown, "Om andra enheters köp ska räknas med.",
            "Ta reda på vad andra enheter köper av samma slag, och om enheten självständigt ansvarar för sin upphandling (5 kap. 4 §). Fråga vem som är upphandlande myndighet: nämnden eller kommunen.");
        If(draft, !need.SplitPartsSek.IsAbsent || need.SplitToAvoidAdvertising.Answer() != Answer.No, "Om delarna är samma behov.",
            "Skriv ner skälen för uppdelningen. Samma behov ska räknas ihop; är det skilda upphandlingar räknas de var för sig (5 kap. 7 a §).");
        If(draft, need.EstablishesFramework.IsUnknown || need.FrameworkMaxValueSek.IsUnknown, "Ramavtalets högsta värde.", "Bestäm takvärdet; det räknas i sin helhet.");
        If(draft, !need.Lot.IsAbsent, "Hur delkontraktet ska behandlas.",
            "Ange alla delkontrakts värden. Om ett litet delkontrakt får direktupphandlas på sitt eget värde står inte uttryckligen i lagen.");
        If(draft, scene.Single == Answer.Unknown, "Om bara en leverantör är möjlig.", "Undersök marknaden och dokumentera varför inget rimligt alternativ finns.");
        If(draft, scene.Failed == Answer.Unknown, "Hur den tidigare upphandlingen gick.", "Se efter enligt vilka regler den gjordes, om lämpliga anbud kom in och om villkoren är desamma.");
    }

    private static void If(Draft draft, bool unknown, string question, string how)
    {
        if (unknown) draft.Asks(question, how);
    }
}
